package io.vexchange.engine.matching;

import io.vexchange.engine.book.Level;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.risk.Bounds;

/** How far an aggressor may trade: the tightest of its own price, its protection limit and what its hold covers. */
public final class Limits {
    private Limits() {}

    /** @return the protection limit of an order that starts to work, {@link Order#ABSENT} when there is no opposite side */
    public static long protection(final Order order) {
        final Level best = order.opposite().best();
        return best == null
                ? Order.ABSENT
                : Bounds.far(order, best.priceTicks, order.market.instrument.rules.protectionBp());
    }

    /** @return the furthest price it may trade at, inclusive */
    static long effective(final Order order) {
        if (!order.isUnpriced()) {
            return order.priceTicks;
        }
        if (order.protectionTicks == Order.ABSENT) {
            return order.isBuy() ? Long.MAX_VALUE : 0;
        }
        return isCovered(order) ? Math.min(order.protectionTicks, order.coverTicks) : order.protectionTicks;
    }

    static boolean reaches(final Order order, final long limitTicks, final long ticks) {
        return order.isBuy() ? ticks <= limitTicks : ticks >= limitTicks;
    }

    /** @return why what is left of an order that may not rest ends */
    static Code reason(final Order order) {
        final Level next = order.opposite().best();
        if (next == null || !order.isUnpriced()) {
            return Code.NO_LIQUIDITY;
        }
        return reaches(order, order.protectionTicks, next.priceTicks) ? Code.COVER_EXCEEDED : Code.PROTECTION_BAND;
    }

    private static boolean isCovered(final Order order) {
        return order.type == '3' && order.isBuy() && order.account.isCash;
    }
}
