package io.vexchange.engine.model_check;

import java.util.List;

/** H and AF: answers that are no events. */
final class Statuses {
    private final Registry registry;
    private final Reports reports;

    Statuses(final Registry registry, final Reports reports) {
        this.registry = registry;
        this.reports = reports;
    }

    /** The present state of an order; the time is that of its last event. */
    static Item state(final Reports reports, final Order order, final int requesterId) {
        final Item item = reports.report(order, "I")
                .with("sequence", 0)
                .with("timeMicros", order.changedMicros)
                .with("requesterId", requesterId);
        item.fields().remove("code"); // what it was refused or ended with is told again or not: the words leave it open
        item.fields().remove("restatementReason");
        return item;
    }

    Answer one(final Item command) {
        final int requesterId = command.id("requesterId");
        Order order = null;
        for (final Account account : registry.accounts(requesterId, command.id("accountId"))) {
            final Order byId = registry.orders.get(command.value("orderId"));
            final Order found = command.text("clOrdId").isEmpty()
                    ? (byId != null && byId.account == account ? byId : null)
                    : account.byClOrdId.get(command.text("clOrdId"));
            order = order == null ? found : order;
        }
        if (order != null) {
            reports.reply(state(reports, order, requesterId).with("requestId", command.text("requestId")));
            return Answer.of(order.id);
        }
        reports.reply(nothing(command, "UNKNOWN_ORDER").with("flags", Reports.UNKNOWN));
        return Answer.DONE;
    }

    Answer many(final Item command) {
        final int requesterId = command.id("requesterId");
        final List<Account> accounts = registry.accounts(requesterId, command.id("accountId"));
        final List<Order> found = registry.liveOrders().stream()
                .filter(order -> accounts.contains(order.account))
                .filter(order -> command.id("instrumentId") == 0 || command.id("instrumentId") == order.market.id)
                .toList();
        for (final Order order : found) {
            final boolean isLast = order == found.get(found.size() - 1);
            reports.reply(state(reports, order, requesterId)
                    .with("requestId", command.text("requestId"))
                    .with("flags", reports.flags(order) | (isLast ? Reports.LAST_OF_MASS_STATUS : 0)));
        }
        if (found.isEmpty()) {
            reports.reply(nothing(command, "NO_ORDERS").with("flags", Reports.UNKNOWN | Reports.LAST_OF_MASS_STATUS));
        }
        return Answer.DONE;
    }

    private static Item nothing(final Item command, final String code) {
        return Item.of("ExecutionReport")
                .with("sequence", 0)
                .with("orderId", 0)
                .with("requesterId", command.id("requesterId"))
                .with("execType", "I")
                .with("orderStatus", "8")
                .with("quantityLots", 0)
                .with("filledLots", 0)
                .with("leavesLots", 0)
                .with("code", code)
                .with("requestId", command.text("requestId"));
    }
}
