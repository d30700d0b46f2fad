package io.vexchange.engine.command;

import io.vexchange.engine.account.ClOrdIds;
import io.vexchange.engine.account.IdKey;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.book.Orders;
import io.vexchange.engine.model.Code;

/** Which order a cancel or replace means, and whether its identity and state allow it. The answer is in the fields. Reused. */
final class Lookup {
    private final Access access;
    private final Orders orders;
    private final ClOrdIds ids;

    /** The request's own id. */
    final IdKey own = new IdKey();

    /** 41. */
    final IdKey orig = new IdKey();

    /** The order that is meant, null when it is unknown. */
    Order order;

    Lookup(final Access access, final Orders orders, final ClOrdIds ids) {
        this.access = access;
        this.orders = orders;
        this.ids = ids;
    }

    /** The order that bears or bore the request's own id, or null: what a possible duplicate is answered with. */
    Order repeated(final int requesterId, final int accountId) {
        final int entry = access.find(requesterId, accountId, own);
        return entry == ClOrdIds.NONE ? null : orders.get(ids.orderId(entry));
    }

    /** {@link Code#NONE} when the order is found, agrees and is alive. */
    Code find(
            final int requesterId,
            final int accountId,
            final int instrumentId,
            final long orderId,
            final int side,
            final boolean isNamed) {
        final Order byId = byId(requesterId, orderId);
        if (isNamed) {
            final int entry = access.find(requesterId, accountId, orig);
            order = entry == ClOrdIds.NONE ? null : orders.get(ids.orderId(entry));
        } else {
            order = byId;
        }
        if (order == null) {
            return Code.UNKNOWN_ORDER;
        }
        if (isNamed && orderId != 0 && byId != order) {
            return Code.ID_MISMATCH;
        }
        if ((accountId != 0 && accountId != order.account.id)
                || (instrumentId != 0 && instrumentId != order.market.instrument.id)
                || (side != 0 && (byte) side != order.side)) {
            return Code.ORDER_MISMATCH;
        }
        if (!own.isEmpty() && ids.find(order.account.id, own) != ClOrdIds.NONE) {
            return Code.DUPLICATE_CLORDID;
        }
        return order.isLive() ? Code.NONE : Code.TOO_LATE;
    }

    /** Null when there is none of the requester's accounts. */
    Order byId(final int requesterId, final long orderId) {
        final Order found = orderId == 0 ? null : orders.get(orderId);
        return found != null && access.mayUse(requesterId, found.account.id) ? found : null;
    }

    /** The found order has taken the request's own id; an empty one changes nothing. */
    int spendOwn() {
        if (own.isEmpty()) {
            return order.currentId;
        }
        final int entry = ids.add(order.account.id, own, order.id, 0, false, order.lastId);
        order.spent(entry);
        return entry;
    }
}
