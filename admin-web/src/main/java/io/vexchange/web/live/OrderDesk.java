package io.vexchange.web.live;

import io.vexchange.engine.client.Account;
import io.vexchange.engine.client.Conversion;
import io.vexchange.engine.client.ConvertedOrder;
import io.vexchange.engine.client.Directory;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.OrderEntry;
import io.vexchange.engine.client.OrderReport;
import io.vexchange.engine.client.Outcome;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.Side;
import io.vexchange.engine.protocol.CancelRejectDecoder;
import io.vexchange.engine.protocol.ExecutionReportDecoder;
import io.vexchange.engine.protocol.MassCancelReportDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.web.access.Principal;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import io.vexchange.web.shape.ExecutionShape;
import io.vexchange.web.shape.MassCancelShape;
import io.vexchange.web.shape.OrderAnswerShape;
import io.vexchange.web.shape.OrderShape;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.agrona.concurrent.UnsafeBuffer;

/** Orders by REST: entered, replaced and cancelled as commands, found in the live state. Threads: any. */
public final class OrderDesk {
    private static final int MAX_IDS = 100;
    private static final int MAX_EXECUTIONS = 1_000;
    private static final int FLAG_DUPLICATE = 32;
    private static final int FLAG_UNKNOWN = 16;
    private static final char STATUS = 'I';
    private static final char REJECTED = '8';

    private final LiveVenue venue;
    private final Commander commander;
    private final Conversion conversion;

    /** An answer, and whether it repeats an earlier one. */
    public record Placed(OrderAnswerShape answer, boolean isRepeat) {}

    OrderDesk(final LiveVenue venue, final Commander commander) {
        this.venue = venue;
        this.commander = commander;
        this.conversion = new Conversion(venue.directory());
    }

    /**
     * Enters an order.
     *
     * @param principal a trader who may use the account
     * @param entry as entered
     * @param postOnly as entered
     * @param clientOrderId its id
     * @param text of the one who enters it, null for none
     * @return once everything it caused at once is committed and applied
     */
    public CompletableFuture<Placed> place(
            final Principal principal,
            final OrderEntry entry,
            final boolean postOnly,
            final String clientOrderId,
            final String text) {
        final ConvertedOrder order = new ConvertedOrder();
        if (conversion.newOrder(entry, order) != Code.NONE) {
            commander.countOrder("refused");
            throw EntryFaults.problem(order.faults());
        }
        return commander
                .newOrder(principal.userId(), order, postOnly, clientOrderId, text)
                .thenApply(outcome -> placed(outcome, clientOrderId));
    }

    private Placed placed(final Outcome outcome, final String clientOrderId) {
        final List<OrderReport> reports = reports(outcome);
        for (final OrderReport report : reports) {
            if ((report.flags() & FLAG_DUPLICATE) != 0) {
                commander.countOrder("refused");
                throw Refusals.of(
                        Code.DUPLICATE_CLORDID,
                        "clientOrderId=" + clientOrderId + " is that of order " + report.orderId(),
                        present(report, outcome.sequence()));
            }
        }
        if (outcome.code() != Code.NONE) {
            commander.countOrder("refused");
            throw Refusals.of(outcome.code(), "clientOrderId=" + clientOrderId, null);
        }
        final OrderReport own = last(reports, outcome.resultId());
        if (own == null) {
            throw new IllegalStateException("no report of order " + outcome.resultId());
        }
        final boolean isRepeat = own.execType() == STATUS;
        final OrderShape order = shape(own, outcome);
        if (own.orderStatus() == REJECTED) {
            commander.countOrder("refused");
            throw Refusals.of(own.code(), refusal(order), order);
        }
        commander.countOrder(isRepeat ? "repeated" : "accepted");
        return new Placed(
                new OrderAnswerShape(order, executions(reports, own.orderId()), outcome.sequence()), isRepeat);
    }

    /** A report is made before the order reaches the book; where it stands there is told by the live state. */
    private OrderShape shape(final OrderReport own, final Outcome outcome) {
        final OrderReport open = venue.state().order(own.orderId());
        final boolean isSame = open != null && open.sequence() == own.sequence();
        return venue.shapes().order(isSame ? open : own, outcome.sequence());
    }

    private static String refusal(final OrderShape order) {
        return order.side() + " " + order.quantity() + " " + order.symbol()
                + (order.price() == null ? "" : " at " + order.price());
    }

    /**
     * Replaces an order.
     *
     * @param principal a trader who may use its account
     * @param order as it stands
     * @param entry what is to change
     * @param clientOrderId its new id, null to keep its own
     * @return once everything it caused at once is committed and applied
     */
    public CompletableFuture<OrderAnswerShape> replace(
            final Principal principal, final OrderShape order, final OrderEntry entry, final String clientOrderId) {
        entry.account(order.account()).symbol(order.symbol());
        final ConvertedOrder changes = new ConvertedOrder();
        conversion.replace(entry, changes); // faults go with the command: the engine tells the order's state first
        return commander
                .replace(principal.userId(), Long.parseLong(order.id()), changes, clientOrderId)
                .thenApply(outcome -> changed(outcome, order, changes));
    }

    /**
     * Cancels an order.
     *
     * @param principal who may
     * @param order as it stands
     * @param audit of an operator's act, empty for a trader
     * @return once it is committed and applied
     */
    public CompletableFuture<OrderAnswerShape> cancel(
            final Principal principal, final OrderShape order, final byte[] audit) {
        final int accountId = venue.directory().account(order.account()).id();
        return commander
                .cancel(principal.userId(), accountId, Long.parseLong(order.id()), cause(principal), audit)
                .thenApply(outcome -> changed(outcome, order, null));
    }

    private OrderAnswerShape changed(final Outcome outcome, final OrderShape before, final ConvertedOrder changes) {
        final long orderId = Long.parseLong(before.id());
        for (final byte[] item : outcome.items()) {
            if (Refusals.template(item) == CancelRejectDecoder.TEMPLATE_ID) {
                final CancelRejectDecoder reject = new CancelRejectDecoder()
                        .wrapAndApplyHeader(new UnsafeBuffer(item), 0, new MessageHeaderDecoder());
                final Code code = Code.of(reject.code());
                if (changes != null && code == changes.code()) {
                    throw EntryFaults.problem(changes.faults());
                }
                final OrderShape now = find(orderId);
                throw Refusals.of(code, "order=" + orderId, now == null ? before : now);
            }
        }
        Refusals.check(outcome, "order=" + orderId);
        final List<OrderReport> reports = reports(outcome);
        final OrderReport own = last(reports, orderId);
        final OrderShape order = own == null ? before : shape(own, outcome);
        return new OrderAnswerShape(order, executions(reports, orderId), outcome.sequence());
    }

    /**
     * Cancels what the filters name.
     *
     * @param principal who may
     * @param account null for all he may use
     * @param symbol null for all
     * @param side null for both
     * @param clientOrderId null for all; else the order that has borne it
     * @param audit of an operator's act, empty for a trader
     * @return once all are cancelled
     */
    public CompletableFuture<MassCancelShape> massCancel(
            final Principal principal,
            final Account account,
            final Instrument symbol,
            final Side side,
            final String clientOrderId,
            final byte[] audit) {
        return commander
                .massCancel(
                        principal.userId(),
                        account == null ? 0 : account.id(),
                        symbol == null ? 0 : symbol.id(),
                        side == null ? 0 : side.fix(),
                        clientOrderId,
                        cause(principal),
                        audit)
                .thenApply(OrderDesk::massCanceled);
    }

    private static MassCancelShape massCanceled(final Outcome outcome) {
        if (outcome.code() != Code.NO_ORDERS) {
            Refusals.check(outcome, "mass cancel");
        }
        final List<String> ids = new ArrayList<>();
        int affected = 0;
        boolean told = false;
        for (final byte[] item : outcome.items()) {
            if (Refusals.template(item) == MassCancelReportDecoder.TEMPLATE_ID) {
                affected = new MassCancelReportDecoder()
                        .wrapAndApplyHeader(new UnsafeBuffer(item), 0, new MessageHeaderDecoder())
                        .affected();
                told = true;
            }
        }
        for (final OrderReport report : reports(outcome)) {
            if (report.execType() == '4') {
                affected += told ? 0 : 1;
                if (ids.size() < MAX_IDS) {
                    ids.add(Long.toString(report.orderId()));
                }
            }
        }
        return new MassCancelShape(affected, ids, outcome.sequence());
    }

    private static Code cause(final Principal principal) {
        return principal.role().isStaff() ? Code.CANCELED_BY_OPERATOR : Code.CANCELED_BY_REST;
    }

    private static List<OrderReport> reports(final Outcome outcome) {
        final List<OrderReport> reports = new ArrayList<>();
        for (final byte[] item : outcome.items()) {
            if (Refusals.template(item) == ExecutionReportDecoder.TEMPLATE_ID) {
                final OrderReport report = OrderReport.decode(new UnsafeBuffer(item), 0);
                if ((report.flags() & FLAG_UNKNOWN) == 0) {
                    reports.add(report);
                }
            }
        }
        return reports;
    }

    private static OrderReport last(final List<OrderReport> reports, final long orderId) {
        for (int i = reports.size() - 1; i >= 0; i--) {
            if (reports.get(i).orderId() == orderId) {
                return reports.get(i);
            }
        }
        return null;
    }

    private List<ExecutionShape> executions(final List<OrderReport> reports, final long orderId) {
        final List<ExecutionShape> executions = new ArrayList<>();
        for (final OrderReport report : reports) {
            if (report.orderId() == orderId && report.sequence() > 0) {
                executions.add(venue.shapes().execution(report));
            }
        }
        final int size = executions.size();
        return size <= MAX_EXECUTIONS ? executions : executions.subList(size - MAX_EXECUTIONS, size);
    }

    /** @return the order a duplicate names, as it is now */
    private OrderShape present(final OrderReport named, final long sequence) {
        final OrderShape now = find(named.orderId());
        return now == null ? venue.shapes().order(named, sequence) : now;
    }

    /**
     * @param orderId of an order
     * @return it as it stands, when it is open or has ended lately; null when it must be looked for in the history
     */
    public OrderShape find(final long orderId) {
        final OrderReport open = venue.state().order(orderId);
        if (open != null) {
            return venue.shapes().order(open, venue.state().sequence());
        }
        final List<RecentExecutions.Report> recent = venue.recent().ofOrder(orderId);
        for (int i = recent.size() - 1; i >= 0; i--) {
            final OrderReport report = recent.get(i).decode();
            if ((report.flags() & FLAG_DUPLICATE) == 0) {
                return venue.shapes().order(report, report.sequence());
            }
        }
        return null;
    }

    /**
     * @param orderId of an order
     * @return all its executions, oldest first; null when some of them must be looked for in the history
     */
    public List<ExecutionShape> executions(final long orderId) {
        final List<OrderReport> reports = venue.recent().ofOrder(orderId).stream()
                .map(RecentExecutions.Report::decode)
                .toList();
        if (reports.isEmpty()
                || (reports.get(0).execType() != '0' && reports.get(0).execType() != REJECTED)) {
            return null;
        }
        return executions(reports, orderId);
    }

    /**
     * @param orderId of an order
     * @return whether it is open
     */
    public boolean isOpen(final long orderId) {
        return venue.state().order(orderId) != null;
    }

    /**
     * @param orderId of an order
     * @return those of its executions that this process has seen, oldest first
     */
    public List<ExecutionShape> recentExecutions(final long orderId) {
        final List<OrderReport> reports = venue.recent().ofOrder(orderId).stream()
                .map(RecentExecutions.Report::decode)
                .toList();
        return executions(reports, orderId);
    }

    /**
     * @param accounts names, null for all
     * @return open orders, newest first
     */
    public List<OrderShape> open(final List<String> accounts) {
        final Directory directory = venue.directory();
        final long sequence = venue.state().sequence();
        final List<OrderReport> found = new ArrayList<>();
        if (accounts == null) {
            found.addAll(venue.state().orders());
        } else {
            for (final String name : accounts) {
                final Account account = directory.account(name);
                if (account != null) {
                    found.addAll(venue.state().orders(account.id()));
                }
            }
        }
        found.sort((a, b) -> Long.compare(b.orderId(), a.orderId()));
        return found.stream()
                .map(report -> venue.shapes().order(report, sequence))
                .toList();
    }

    /** @return the newest event this process shows */
    public long sequence() {
        return venue.state().sequence();
    }

    /**
     * @param name of an account
     * @return it
     * @throws ProblemException when there is none
     */
    public Account account(final String name) {
        final Account account = venue.directory().account(name);
        if (account == null) {
            throw new ProblemException(Problems.NOT_FOUND, "account=" + name);
        }
        return account;
    }

    /**
     * @param symbol of an instrument
     * @return it, or null
     */
    public Instrument instrument(final String symbol) {
        return venue.directory().instrument(symbol);
    }
}
