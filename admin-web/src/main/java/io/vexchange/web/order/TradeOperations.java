package io.vexchange.web.order;

import io.vexchange.engine.model.Code;
import io.vexchange.web.access.Access;
import io.vexchange.web.history.HistoryReads;
import io.vexchange.web.http.Answer;
import io.vexchange.web.http.AuditText;
import io.vexchange.web.http.Call;
import io.vexchange.web.http.Members;
import io.vexchange.web.http.Operations;
import io.vexchange.web.live.TradeDesk;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import io.vexchange.web.shape.CorrectTradeRequest;
import io.vexchange.web.shape.ReasonRequest;
import io.vexchange.web.shape.TradeActShape;
import io.vexchange.web.shape.TradeShape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Busts and corrections of trades. */
public final class TradeOperations {
    private static final String GROUP = "Orders";
    private static final int MAX_REASON = 256;

    private final Supplier<TradeDesk> desk;
    private final HistoryReads history;
    private final LastCommands lastCommands;

    /**
     * @param desk asked for at each call
     * @param history finds trades that are not among the newest
     * @param lastCommands learns what each user has done last
     */
    public TradeOperations(
            final Supplier<TradeDesk> desk, final HistoryReads history, final LastCommands lastCommands) {
        this.desk = desk;
        this.history = history;
        this.lastCommands = lastCommands;
    }

    /** @param operations the table to add to */
    public void install(final Operations operations) {
        operations
                .on(
                        "POST",
                        "/trades/{id}/bust",
                        Access.OPERATOR,
                        GROUP,
                        "Undoes a trade; its row stays, with status BUSTED.")
                .reads(ReasonRequest.class)
                .answers(TradeActShape.class, 200)
                .refuses(
                        Problems.UNKNOWN_TRADE,
                        Problems.ofRefusal(Code.TRADE_BUSTED),
                        Problems.ofRefusal(Code.TRADE_TOO_OLD),
                        Problems.REASON_REQUIRED)
                .doesLater(this::bust);
        operations
                .on(
                        "POST",
                        "/trades/{id}/correct",
                        Access.OPERATOR,
                        GROUP,
                        "Changes price or quantity of a trade; its row keeps what was traded as original.")
                .reads(CorrectTradeRequest.class)
                .answers(TradeActShape.class, 200)
                .refuses(
                        Problems.UNKNOWN_TRADE,
                        Problems.ofRefusal(Code.TRADE_BUSTED),
                        Problems.ofRefusal(Code.TRADE_TOO_OLD),
                        Problems.REASON_REQUIRED,
                        Problems.INVALID_FIELD)
                .doesLater(this::correct);
    }

    private CompletableFuture<Answer> bust(final Call call) {
        final Members members = call.members();
        final String reason = members.reason(MAX_REASON);
        members.check();
        final long id = id(call);
        TradeDesk.Known known = desk.get().recent(id);
        if (known == null) {
            try {
                known = inHistory(id);
            } catch (final ProblemException e) {
                known = null; // a trade is busted without the tables too; the engine knows it
            }
        }
        return desk.get()
                .bust(call.principal(), id, known, AuditText.of(call, reason, Map.of("trade", call.path("id"))))
                .thenApply(done -> done(call, done));
    }

    private CompletableFuture<Answer> correct(final Call call) {
        final Members members = call.members();
        final String price = members.decimal("price");
        final String quantity = members.decimal("quantity");
        final String reason = members.reason(MAX_REASON);
        if (!members.has("price") && !members.has("quantity")) {
            members.fault(Problems.MISSING_FIELD, "price", "name a price or a quantity");
        } else if (price == null && quantity == null) {
            members.require("price");
        }
        members.check();
        final long id = id(call);
        final TradeDesk.Known recent = desk.get().recent(id);
        final TradeDesk.Known known = recent == null ? inHistory(id) : recent;
        if (known == null) {
            throw unknown(call);
        }
        final Map<String, Object> request = new LinkedHashMap<>();
        request.put("trade", call.path("id"));
        request.put("price", price);
        request.put("quantity", quantity);
        return desk.get()
                .correct(call.principal(), known, price, quantity, AuditText.of(call, reason, request))
                .thenApply(done -> done(call, done));
    }

    private static long id(final Call call) {
        final long id = call.id("id");
        if (id <= 0) {
            throw unknown(call);
        }
        return id;
    }

    private static ProblemException unknown(final Call call) {
        return new ProblemException(Problems.UNKNOWN_TRADE, "trade=" + call.path("id"));
    }

    private TradeDesk.Known inHistory(final long id) {
        final TradeShape trade = history.read(from -> from.trade(id));
        return trade == null ? null : TradeDesk.Known.of(trade);
    }

    private Answer done(final Call call, final TradeActShape done) {
        lastCommands.note(call.principal().userId(), done.eventSequence());
        return Answer.ok(done).at(done.eventSequence());
    }
}
