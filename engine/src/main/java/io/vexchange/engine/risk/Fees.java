package io.vexchange.engine.risk;

/** Fees: a rate in hundredths of a basis point of a value in minor units, truncated towards zero. */
public final class Fees {
    private static final long WHOLE = 1_000_000;

    private Fees() {}

    /** @return the fee, negative for a rebate; exact for any value, since nothing larger than rate * 10^6 is ever multiplied */
    public static long of(final long value, final int rate) {
        return rate == 0 ? 0 : value / WHOLE * rate + value % WHOLE * rate / WHOLE;
    }
}
