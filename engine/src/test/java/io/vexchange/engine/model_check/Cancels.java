package io.vexchange.engine.model_check;

import io.vexchange.engine.model.AuditAction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** F, q, cancel on disconnect, and every other reason to end live orders. */
final class Cancels {
    private static final int LISTED = 100;

    private final Registry registry;
    private final Lookup lookup;
    private final Reports reports;
    private final Matching matching;

    Cancels(final Registry registry, final Lookup lookup, final Reports reports, final Matching matching) {
        this.registry = registry;
        this.lookup = lookup;
        this.reports = reports;
        this.matching = matching;
    }

    Answer one(final Item command) {
        final Lookup.Found found = lookup.find(command);
        final Answer answer = one(command, found);
        if (!found.isRepeat()) {
            final String code = found.code() == null ? "NONE" : found.code();
            Operators.audit(reports, command, AuditAction.ORDER_CANCEL, code, answer.resultId());
        }
        return answer;
    }

    private Answer one(final Item command, final Lookup.Found found) {
        if (found.isRepeat()) {
            return Answer.of(found.order().id);
        }
        if (found.code() != null) {
            return lookup.reject(command, found, found.code(), "1");
        }
        final Order order = found.order();
        final String cause = command.text("cause");
        if (!command.text("clOrdId").isEmpty()) {
            order.account.byClOrdId.put(command.text("clOrdId"), order);
        }
        if (cause.isEmpty() || cause.equals("NONE")) {
            matching.end(
                    order,
                    reports.report(order, "4")
                            .with("clOrdId", command.text("clOrdId"))
                            .with("origClOrdId", order.clOrdId)
                            .with("requesterId", command.id("requesterId")));
        } else {
            matching.end(order, reports.ended(order, "4", cause).with("requesterId", command.id("requesterId")));
        }
        return Answer.of(order.id);
    }

    /** Ends every live order that is meant, by ascending id. */
    List<Order> all(final Predicate<Order> isMeant, final String code, final int requesterId) {
        final List<Order> meant = registry.liveOrders().stream().filter(isMeant).toList();
        for (final Order order : meant) {
            matching.end(order, reports.ended(order, "4", code).with("requesterId", requesterId));
        }
        return meant;
    }

    Answer mass(final Item command) {
        final List<Account> accounts = registry.accounts(command.id("requesterId"), command.id("accountId"));
        final int instrumentId = command.id("instrumentId");
        final String narrowed = command.text("origClOrdId");
        final String refusal;
        if (command.id("accountId") != 0 && accounts.isEmpty()) {
            refusal = "UNKNOWN_ACCOUNT";
        } else {
            refusal = instrumentId != 0 && !registry.markets.containsKey(instrumentId) ? "UNKNOWN_SYMBOL" : "NONE";
        }
        final String cause = command.text("cause");
        final List<Order> ended = refusal.equals("NONE")
                ? all(
                        order -> accounts.contains(order.account)
                                && (instrumentId == 0 || order.market.id == instrumentId)
                                && (command.text("side").isEmpty() || order.side.equals(command.text("side")))
                                && (narrowed.isEmpty() || order.account.byClOrdId.get(narrowed) == order),
                        cause.isEmpty() || cause.equals("NONE") ? "MASS_CANCEL" : cause,
                        0)
                : List.of();
        final List<Item> listed = new ArrayList<>();
        for (final Order order : ended.subList(0, Math.min(LISTED, ended.size()))) {
            listed.add(Item.of("entry").with("orderId", order.id).with("orderClOrdId", order.clOrdId));
        }
        reports.event(Item.of("MassCancelReport")
                .with("requesterId", command.id("requesterId"))
                .with("accountId", command.id("accountId"))
                .with("instrumentId", instrumentId)
                .with("side", command.text("side"))
                .with("scope", command.text("scope"))
                .with("code", refusal)
                .with("affected", ended.size())
                .with("orders", listed)
                .with("clOrdId", command.text("clOrdId")));
        return Answer.DONE;
    }

    Answer onDisconnect(final Item command) {
        final int sessionId = command.id("sessionId");
        final List<Account> accounts = registry.accountsOf(sessionId);
        final boolean isWholeAccounts = command.text("scope").equals("Y");
        final boolean sparesGtc = command.value("spareGtc") != 0;
        if (!registry.requesters.containsKey(sessionId)) {
            return Answer.DONE;
        }
        all(
                order -> (order.ownerId == sessionId || (isWholeAccounts && accounts.contains(order.account)))
                        && (order.ownerId != sessionId || order.connectionEpoch <= command.value("connectionEpoch"))
                        && !(sparesGtc && (order.timeInForce.equals("1") || order.timeInForce.equals("6"))),
                "CANCEL_ON_DISCONNECT",
                0);
        return Answer.DONE;
    }
}
