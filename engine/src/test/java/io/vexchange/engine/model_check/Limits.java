package io.vexchange.engine.model_check;

import io.vexchange.engine.model.AccountType;

/** How far an order may trade. */
final class Limits {
    private Limits() {}

    /** The best opposite price and the band, or null when there is no opposite side. */
    static Long protection(final Order order) {
        final Order best = order.market.best(order.opposite());
        return best == null ? null : (Long) Bounds.far(order, best.priceTicks, order.market.setting("protectionBp"));
    }

    static boolean reaches(final Order order, final long ticks) {
        return isWithin(order, ticks, ownPrice(order))
                && isWithin(order, ticks, order.protectionTicks)
                && isWithin(order, ticks, cover(order));
    }

    /** Why the rest of an order that may not rest ends. */
    static String reason(final Order order) {
        final Order next = order.market.best(order.opposite());
        if (next == null || !isWithin(order, next.priceTicks, ownPrice(order))) {
            return "NO_LIQUIDITY";
        }
        return isWithin(order, next.priceTicks, order.protectionTicks) ? "COVER_EXCEEDED" : "PROTECTION_BAND";
    }

    private static Long ownPrice(final Order order) {
        return order.type.equals("2") || order.type.equals("4") ? order.priceTicks : null;
    }

    private static Long cover(final Order order) {
        final boolean isCovered = order.type.equals("3") && order.isBuy() && order.account.type == AccountType.CASH;
        return isCovered ? (Long) Money.cover(order) : null;
    }

    private static boolean isWithin(final Order order, final long ticks, final Long limit) {
        return limit == null || (order.isBuy() ? ticks <= limit : ticks >= limit);
    }
}
