package io.vexchange.engine.model_check;

import io.vexchange.engine.model.AccountType;

/** How far an order may trade. */
final class Limits {
    private Limits() {}

    /** The best opposite price and the band, or null when there is no opposite side. */
    static Long protection(final Order order) {
        final Order best = order.market.best(order.opposite());
        return best == null ? null : (Long) Bounds.far(order, best.bookTicks(), order.market.setting("protectionBp"));
    }

    static boolean reaches(final Order order, final long ticks) {
        return isWithin(order, ticks, ownPrice(order))
                && isWithin(order, ticks, order.protectionTicks)
                && isWithin(order, ticks, cover(order))
                && isWithin(order, ticks, dynamicCollar(order));
    }

    /** Something is left, and the next price is one it would take if the market had not moved so far. */
    static boolean isStoppedByCollar(final Order order) {
        return isStoppedByCollar(order, order.market.best(order.opposite()));
    }

    static boolean isStoppedByCollar(final Order order, final Order next) {
        return next != null
                && isWithin(order, next.bookTicks(), ownPrice(order))
                && isWithin(order, next.bookTicks(), order.protectionTicks)
                && !isWithin(order, next.bookTicks(), dynamicCollar(order));
    }

    /** Why the rest of an order that may not rest ends. */
    static String reason(final Order order) {
        final Order next = order.market.best(order.opposite());
        if (next == null || !isWithin(order, next.bookTicks(), ownPrice(order))) {
            return "NO_LIQUIDITY";
        }
        if (!isWithin(order, next.bookTicks(), order.protectionTicks)) {
            return "PROTECTION_BAND";
        }
        return isWithin(order, next.bookTicks(), dynamicCollar(order)) ? "COVER_EXCEEDED" : "DYNAMIC_COLLAR";
    }

    private static Long ownPrice(final Order order) {
        return order.isUnpriced() ? null : order.bookTicks();
    }

    private static Long cover(final Order order) {
        final boolean isCovered = order.type.equals("3") && order.isBuy() && order.account.type == AccountType.CASH;
        return isCovered ? (Long) Money.cover(order) : null;
    }

    private static Long dynamicCollar(final Order order) {
        final long width = order.market.setting("dynamicCollarBp");
        return width == 0 ? null : (Long) Bounds.far(order, order.market.collarTicks, width);
    }

    private static boolean isWithin(final Order order, final long ticks, final Long limit) {
        return limit == null || (order.isBuy() ? ticks <= limit : ticks >= limit);
    }
}
