package io.vexchange.engine.matching;

import io.vexchange.engine.book.Level;
import io.vexchange.engine.book.Market;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.directory.InstrumentRules;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.risk.Bounds;

/**
 * How far an order may trade: an aggressor up to the tightest of its own price, its protection limit, what its hold covers and the dynamic
 * collar, which is measured from the reference price as it stands, so it does not move before the command is done.
 */
public final class Limits {
    private Limits() {}

    /** @return the protection limit of an order that starts to work, {@link Order#ABSENT} when there is no opposite side */
    public static long protection(final Order order) {
        final Level best = order.opposite().best();
        return best == null
                ? Order.ABSENT
                : Bounds.far(order, best.priceTicks, order.market.instrument.rules.protectionBp());
    }

    /**
     * Sets how far an order without a price may go and what its hold covers, or what bounds a peg: at its entry or when it is replaced.
     *
     * @param old the order as it was, when it keeps its place, else null
     */
    public static void prepare(final Order order, final Order old) {
        if (order.isPeg()) {
            if (order.priceTicks != Order.ABSENT) {
                order.coverTicks = order.priceTicks;
            } else {
                order.coverTicks = old == null ? auction(order) : old.coverTicks;
            }
            order.protectionTicks = old == null ? Order.ABSENT : old.protectionTicks;
        } else if (order.isUnpriced() && !order.isStop()) {
            if (old != null) {
                order.coverTicks = old.coverTicks;
                order.protectionTicks = old.protectionTicks;
            } else if (order.market.isContinuous() && !Auctions.isApart(order)) {
                order.coverTicks = Order.ABSENT;
                order.protectionTicks = protection(order);
            } else {
                order.coverTicks = auction(order);
                order.protectionTicks = order.coverTicks;
            }
        }
    }

    /** @return the far bound of the static collar, where there is none that of the protection band around the reference price */
    static long auction(final Order order) {
        final InstrumentRules rules = order.market.instrument.rules;
        final int collarBp = rules.staticCollarBp();
        return Bounds.far(order, order.market.referencePriceTicks, collarBp == 0 ? rules.protectionBp() : collarBp);
    }

    /** @return how far an order without a price goes in an uncross */
    static long inUncross(final Order order) {
        return order.isBuy() && order.account.isCash && order.coverTicks != Order.ABSENT
                ? Math.min(order.protectionTicks, order.coverTicks)
                : order.protectionTicks;
    }

    static boolean isOutsideCollar(final Market market, final long ticks) {
        final int collarBp = market.instrument.rules.staticCollarBp();
        final long referenceTicks = market.referencePriceTicks;
        return collarBp != 0
                && (ticks < Bounds.below(referenceTicks, collarBp) || ticks > Bounds.above(referenceTicks, collarBp));
    }

    /** @return the furthest price it may trade at, inclusive */
    static long effective(final Order order) {
        final long ownTicks = own(order);
        final int collarBp = order.market.instrument.rules.dynamicCollarBp();
        if (collarBp == 0) {
            return ownTicks;
        }
        final long collarTicks = Bounds.far(order, order.market.referencePriceTicks, collarBp);
        return order.isBuy() ? Math.min(ownTicks, collarTicks) : Math.max(ownTicks, collarTicks);
    }

    private static long own(final Order order) {
        if (!order.isUnpriced()) {
            return order.workingTicks();
        }
        if (order.protectionTicks == Order.ABSENT) {
            return order.isBuy() ? Long.MAX_VALUE : 0;
        }
        return isCovered(order) ? Math.min(order.protectionTicks, order.coverTicks) : order.protectionTicks;
    }

    static boolean reaches(final Order order, final long limitTicks, final long ticks) {
        return order.isBuy() ? ticks <= limitTicks : ticks >= limitTicks;
    }

    /** @return true when nothing but the dynamic collar keeps it from what the other side offers next */
    static boolean isCollared(final Order order) {
        final Level next = order.opposite().best();
        return next != null && isCollared(order, next.priceTicks);
    }

    static boolean isCollared(final Order order, final long ticks) {
        final int collarBp = order.market.instrument.rules.dynamicCollarBp();
        if (collarBp == 0) {
            return false;
        }
        final long limitTicks = order.isUnpriced() ? order.protectionTicks : order.workingTicks();
        return reaches(order, limitTicks, ticks)
                && !reaches(order, Bounds.far(order, order.market.referencePriceTicks, collarBp), ticks);
    }

    /** @return why what is left of an order that may not rest ends */
    static Code reason(final Order order) {
        final Level next = order.opposite().best();
        if (next == null) {
            return Code.NO_LIQUIDITY;
        }
        if (isCollared(order)) {
            return Code.DYNAMIC_COLLAR;
        }
        if (!order.isUnpriced()) {
            return Code.NO_LIQUIDITY;
        }
        return reaches(order, order.protectionTicks, next.priceTicks) ? Code.COVER_EXCEEDED : Code.PROTECTION_BAND;
    }

    private static boolean isCovered(final Order order) {
        return order.type == '3' && order.isBuy() && order.account.isCash;
    }
}
