package io.vexchange.engine.model_check;

import java.util.List;

/** Which order an F or G means, and whether its identity and state allow it. */
final class Lookup {
    private static final int POSS_RESEND = 2;

    private final Registry registry;
    private final Reports reports;

    /** {@code code} null: the order is found and alive. {@code isRepeat}: the request has been answered by the order's state. */
    record Found(Order order, String code, boolean isRepeat) {}

    Lookup(final Registry registry, final Reports reports) {
        this.registry = registry;
        this.reports = reports;
    }

    Found find(final Item command) {
        final int requesterId = command.id("requesterId");
        final List<Account> accounts = registry.accounts(requesterId, command.id("accountId"));
        final String ownId = command.text("clOrdId");
        if ((command.value("flags") & POSS_RESEND) != 0) {
            for (final Account account : accounts) {
                final Order known = account.byClOrdId.get(ownId);
                if (known != null) {
                    reports.reply(Statuses.state(reports, known, requesterId));
                    return new Found(known, null, true);
                }
            }
        }
        final Order byText = byText(command, accounts);
        final Order byId = byId(command);
        final boolean isNamed = !command.text("origClOrdId").isEmpty();
        final Order order = isNamed ? byText : byId;
        if (order == null) {
            return new Found(null, "UNKNOWN_ORDER", false);
        }
        if (isNamed && command.value("orderId") != 0 && byId != order) {
            return new Found(order, "ID_MISMATCH", false);
        }
        if (!agrees(command, order)) {
            return new Found(order, "ORDER_MISMATCH", false);
        }
        if (!ownId.isEmpty() && order.account.byClOrdId.containsKey(ownId)) {
            return new Found(order, "DUPLICATE_CLORDID", false);
        }
        return new Found(order, order.isLive() ? null : "TOO_LATE", false);
    }

    private static Order byText(final Item command, final List<Account> accounts) {
        for (final Account account : accounts) {
            final Order order = account.byClOrdId.get(command.text("origClOrdId"));
            if (order != null) {
                return order;
            }
        }
        return null;
    }

    private Order byId(final Item command) {
        final Order order = registry.orders.get(command.value("orderId"));
        return order != null && registry.accountsOf(command.id("requesterId")).contains(order.account) ? order : null;
    }

    private static boolean agrees(final Item command, final Order order) {
        final int accountId = command.id("accountId");
        final int instrumentId = command.id("instrumentId");
        final String side = command.text("side");
        return (accountId == 0 || accountId == order.account.id)
                && (instrumentId == 0 || instrumentId == order.market.id)
                && (side.isEmpty() || side.equals(order.side));
    }

    /** 35=9. */
    Answer reject(final Item command, final Found found, final String code, final String responseTo) {
        final Order order = found.order;
        final Item reject = Item.of("CancelReject")
                .with("orderId", order == null ? 0 : order.id)
                .with("requesterId", command.id("requesterId"))
                .with("orderStatus", order == null ? "8" : order.status)
                .with("responseTo", responseTo)
                .with("code", code)
                .with("clOrdId", command.text("clOrdId"));
        if (order != null) {
            reject.with("accountId", order.account.id).with("participantId", order.account.firm.id);
        }
        final String asked = command.text("origClOrdId");
        reject.with("origClOrdId", asked.isEmpty() && order != null ? order.clOrdId : asked);
        reports.event(reject);
        return Answer.of(order == null ? 0 : order.id);
    }
}
