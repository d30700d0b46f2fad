package io.vexchange.engine.risk;

import io.vexchange.engine.book.Order;

/** Percentages around a price, inclusive, rounded to the tick towards the price they are measured from. Ticks and basis points. */
public final class Bounds {
    private static final long WHOLE = 10_000;

    private Bounds() {}

    /** @return the highest price within, at most the largest number there is */
    public static long above(final long ticks, final long basisPoints) {
        final long sum = ticks + distance(ticks, basisPoints);
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** @return the lowest price within; may be below 1 */
    public static long below(final long ticks, final long basisPoints) {
        return ticks - distance(ticks, basisPoints);
    }

    /** @return how far an order of that side may go from a price */
    public static long far(final Order order, final long ticks, final long basisPoints) {
        return order.isBuy() ? above(ticks, basisPoints) : below(ticks, basisPoints);
    }

    /** Ticks are above 0; rounded down, which is towards the price on both sides. */
    private static long distance(final long ticks, final long basisPoints) {
        final long whole = ticks / WHOLE;
        if (basisPoints != 0 && whole > Long.MAX_VALUE / basisPoints - 1) {
            return Long.MAX_VALUE;
        }
        return whole * basisPoints + ticks % WHOLE * basisPoints / WHOLE;
    }
}
