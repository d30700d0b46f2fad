package io.vexchange.engine.model_check;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Percentages around a price: inclusive, rounded to the tick towards the price they are measured from. */
final class Bounds {
    private Bounds() {}

    static BigInteger above(final long ticks, final long basisPoints) {
        return around(ticks, 10_000 + basisPoints, RoundingMode.FLOOR);
    }

    static BigInteger below(final long ticks, final long basisPoints) {
        return around(ticks, 10_000 - basisPoints, RoundingMode.CEILING);
    }

    /** The far bound for an order of a side: above for a buy, below for a sell. */
    static long far(final Order order, final long ticks, final long basisPoints) {
        return (order.isBuy() ? above(ticks, basisPoints) : below(ticks, basisPoints)).longValueExact();
    }

    static boolean holds(final long priceTicks, final long centreTicks, final long basisPoints) {
        final BigInteger price = BigInteger.valueOf(priceTicks);
        return price.compareTo(below(centreTicks, basisPoints)) >= 0
                && price.compareTo(above(centreTicks, basisPoints)) <= 0;
    }

    private static BigInteger around(final long ticks, final long tenThousandths, final RoundingMode rounding) {
        return BigDecimal.valueOf(ticks)
                .multiply(BigDecimal.valueOf(tenThousandths))
                .divide(BigDecimal.valueOf(10_000), 0, rounding)
                .toBigIntegerExact();
    }
}
