package io.vexchange.web.account;

import io.vexchange.web.access.Access;
import io.vexchange.web.history.HistoryReads;
import io.vexchange.web.history.LedgerFilter;
import io.vexchange.web.http.Answer;
import io.vexchange.web.http.AuditText;
import io.vexchange.web.http.Call;
import io.vexchange.web.http.Csv;
import io.vexchange.web.http.Cursor;
import io.vexchange.web.http.Members;
import io.vexchange.web.http.Operations;
import io.vexchange.web.http.Pages;
import io.vexchange.web.http.Parameter;
import io.vexchange.web.live.AccountDesk;
import io.vexchange.web.live.VenueDesk;
import io.vexchange.web.order.LastCommands;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import io.vexchange.web.shape.AccountShape;
import io.vexchange.web.shape.AssetShape;
import io.vexchange.web.shape.BalancesShape;
import io.vexchange.web.shape.LedgerShape;
import io.vexchange.web.shape.ListShape;
import io.vexchange.web.shape.ParticipantShape;
import io.vexchange.web.shape.PositionShape;
import io.vexchange.web.shape.TransferRequest;
import io.vexchange.web.shape.TransferShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Firms, accounts, balances, positions, limits, the ledger, deposits and withdrawals. */
public final class AccountOperations {
    private static final String GROUP = "Accounts";
    private static final int MAX_TEXT = 64;
    private static final int MAX_REASON = 256;
    private static final List<String> TYPES =
            List.of("DEPOSIT", "WITHDRAWAL", "TRADE", "FEE", "REBATE", "BUST", "CORRECTION");

    private final Supplier<AccountDesk> accounts;
    private final Supplier<VenueDesk> venue;
    private final HistoryReads history;
    private final LastCommands lastCommands;

    /**
     * @param accounts asked for at each call
     * @param venue asked for at each call
     * @param history for what is no longer live
     * @param lastCommands learns what each user has done last
     */
    public AccountOperations(
            final Supplier<AccountDesk> accounts,
            final Supplier<VenueDesk> venue,
            final HistoryReads history,
            final LastCommands lastCommands) {
        this.accounts = accounts;
        this.venue = venue;
        this.history = history;
        this.lastCommands = lastCommands;
    }

    /** @param operations the table to add to */
    public void install(final Operations operations) {
        operations
                .on("GET", "/assets", Access.ANY, GROUP, "All assets, by name.")
                .takes(Parameter.LIMIT, Parameter.CURSOR)
                .lists(AssetShape.class)
                .does(call -> live(Pages.byKey(call, accounts.get().assets(), AssetShape::id)));
        operations
                .on("GET", "/participants", Access.ANY, GROUP, "Firms; a trader sees those of his accounts.")
                .takes(Parameter.LIMIT, Parameter.CURSOR)
                .lists(ParticipantShape.class)
                .does(this::participants);
        operations
                .on("GET", "/participants/{id}", Access.ANY, GROUP, "One firm.")
                .answers(ParticipantShape.class, 200)
                .refuses(Problems.NOT_FOUND)
                .does(this::participant);
        operations
                .on("GET", "/accounts", Access.ANY, GROUP, "Accounts; a trader sees his own.")
                .takes(Parameter.LIMIT, Parameter.CURSOR)
                .lists(AccountShape.class)
                .does(call -> live(Pages.byKey(
                        call,
                        accounts.get().accounts().stream()
                                .filter(each -> call.principal().maySee(each.id()))
                                .toList(),
                        AccountShape::id)));
        operations
                .on("GET", "/accounts/{id}", Access.ANY, GROUP, "One account.")
                .answers(AccountShape.class, 200)
                .refuses(Problems.NOT_FOUND)
                .does(call -> live(accounts.get().account(account(call))));
        operations
                .on("GET", "/accounts/{id}/balances", Access.ANY, GROUP, "What it has, one row an asset.")
                .answers(BalancesShape.class, 200)
                .refuses(Problems.NOT_FOUND)
                .does(call -> live(new BalancesShape(
                        accounts.get().balances(account(call)),
                        null,
                        accounts.get().sequence())));
        operations
                .on("GET", "/accounts/{id}/positions", Access.ANY, GROUP, "What it has bought and sold, by instrument.")
                .takes(Parameter.MIN_EVENT_SEQUENCE)
                .lists(PositionShape.class)
                .refuses(Problems.NOT_FOUND, Problems.STORE_UNAVAILABLE)
                .does(this::positions);
        ledger(operations, "/accounts/{id}/ledger", "Its ledger, newest first.", TYPES);
        ledger(operations, "/accounts/{id}/deposits", "Its deposits, newest first.", List.of("DEPOSIT"));
        ledger(operations, "/accounts/{id}/withdrawals", "Its withdrawals, newest first.", List.of("WITHDRAWAL"));
        transfer(operations, "deposits", "Moves money in.", true);
        transfer(operations, "withdrawals", "Moves money out, at most what is available.", false);
    }

    private void ledger(
            final Operations operations, final String path, final String summary, final List<String> types) {
        final boolean isWhole = types.size() > 1;
        final var operation = operations
                .on("GET", path, Access.ANY, GROUP, summary)
                .takes(
                        Parameter.LIMIT,
                        Parameter.CURSOR,
                        Parameter.text("asset", "any of these", "USD"),
                        Parameter.FROM,
                        Parameter.TO,
                        Parameter.MIN_EVENT_SEQUENCE);
        if (isWhole) {
            operation.takes(Parameter.text("type", "any of these", "TRADE,FEE"));
        }
        operation
                .lists(LedgerShape.class)
                .asCsv()
                .refuses(Problems.NOT_FOUND, Problems.STORE_UNAVAILABLE)
                .does(call -> ledger(call, isWhole ? call.words("type", types) : types));
    }

    private void transfer(
            final Operations operations, final String name, final String summary, final boolean isDeposit) {
        operations
                .on("POST", "/accounts/{id}/" + name, Access.ADMIN, GROUP, summary)
                .reads(TransferRequest.class)
                .answers(TransferShape.class, 200, 201)
                .refuses(
                        Problems.NOT_FOUND,
                        Problems.ofRefusal(io.vexchange.engine.model.Code.REFERENCE_USED),
                        Problems.ofRefusal(io.vexchange.engine.model.Code.NOT_COVERED))
                .doesLater(call -> transfer(call, isDeposit));
    }

    private Answer live(final Object shape) {
        return Answer.ok(shape).at(accounts.get().sequence());
    }

    /** @return the name in the path, of an account the caller may see */
    private String account(final Call call) {
        final String name = call.path("id");
        if (accounts.get().account(name) == null || !call.principal().maySee(name)) {
            throw new ProblemException(Problems.NOT_FOUND, "account=" + name);
        }
        return name;
    }

    private Answer participants(final Call call) {
        final List<ParticipantShape> seen = accounts.get().participants().stream()
                .filter(each -> maySee(call, each))
                .map(each -> own(each, call))
                .toList();
        return live(Pages.byKey(call, seen, ParticipantShape::id));
    }

    private Answer participant(final Call call) {
        final ParticipantShape firm = accounts.get().participant(call.path("id"));
        if (firm == null || !maySee(call, firm)) {
            throw new ProblemException(Problems.NOT_FOUND, "participant=" + call.path("id"));
        }
        return live(own(firm, call));
    }

    private static boolean maySee(final Call call, final ParticipantShape firm) {
        return call.principal().role().isStaff() || firm.accounts().stream().anyMatch(call.principal()::maySee);
    }

    private static ParticipantShape own(final ParticipantShape it, final Call call) {
        return new ParticipantShape(
                it.id(),
                it.name(),
                it.enabled(),
                it.selfTradePrevention(),
                it.accounts().stream().filter(call.principal()::maySee).toList(),
                it.sessions());
    }

    private Answer positions(final Call call) {
        final String name = account(call);
        final List<PositionShape> live = accounts.get().positions(name);
        if (live != null) {
            return live(ListShape.of(live));
        }
        return history.answer(call, from -> ListShape.of(accounts.get().positions(name, from.positions(name))));
    }

    private Answer ledger(final Call call, final List<String> types) {
        final LedgerFilter filter =
                new LedgerFilter(account(call), call.words("asset"), types, call.time("from"), call.time("to"));
        if (Csv.isWanted(call)) {
            return history.csv(
                    call,
                    LedgerShape.class,
                    (from, last, most) -> from.ledger(
                            filter,
                            last == null ? Long.MAX_VALUE : last.eventSequence(),
                            last == null ? Integer.MAX_VALUE : line(last.id()),
                            most));
        }
        final int limit = call.limit();
        final String key = Cursor.key(call);
        final long sequence;
        final int line;
        try {
            sequence = key == null ? Long.MAX_VALUE : Long.parseLong(key.substring(0, key.indexOf('-')));
            line = key == null ? Integer.MAX_VALUE : line(key);
        } catch (final RuntimeException e) {
            throw ProblemException.ofField(Problems.INVALID_CURSOR, "cursor", "not a cursor of this list");
        }
        return history.answer(call, from -> {
            final List<LedgerShape> rows = from.ledger(filter, sequence, line, limit + 1);
            if (rows.size() <= limit) {
                return ListShape.of(rows);
            }
            final List<LedgerShape> page = rows.subList(0, limit);
            return new ListShape<>(page, Cursor.of(call, page.get(limit - 1).id()));
        });
    }

    private static int line(final String id) {
        return Integer.parseInt(id.substring(id.indexOf('-') + 1));
    }

    private CompletableFuture<Answer> transfer(final Call call, final boolean isDeposit) {
        final Members members = call.members();
        members.require("asset", "amount");
        final String asset = members.text("asset", MAX_TEXT);
        final String amount = members.decimal("amount");
        final String given = members.text("reference", MAX_TEXT);
        final String reason = members.reason(MAX_REASON);
        members.check();
        final String name = account(call);
        final String reference =
                given == null || given.isEmpty() ? UUID.randomUUID().toString() : given;
        final Map<String, Object> request = new LinkedHashMap<>();
        request.put("account", name);
        request.put("asset", asset);
        request.put("amount", amount);
        request.put("reference", reference);
        return venue.get()
                .transfer(name, asset, amount, isDeposit, reference, AuditText.of(call, reason, request))
                .thenApply(done -> {
                    lastCommands.note(call.principal().userId(), done.sequence());
                    final Answer answer = done.isNew()
                            ? Answer.created(done.shape(), Operations.ROOT + "/accounts/" + name + "/ledger")
                            : Answer.ok(done.shape());
                    return answer.at(done.sequence());
                });
    }
}
