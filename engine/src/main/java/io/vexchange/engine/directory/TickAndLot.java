package io.vexchange.engine.directory;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The smallest steps of price and quantity: mantissa times ten to the power of minus the decimals.
 *
 * @param tickMantissa of the price step
 * @param tickDecimals of the price step, 0 to 18
 * @param lotMantissa of the quantity step
 * @param lotDecimals of the quantity step, 0 to 18
 */
public record TickAndLot(long tickMantissa, int tickDecimals, long lotMantissa, int lotDecimals) {
    private static final int MAX_DECIMALS = 18;

    /** @return true when both are above 0 and within the range of decimals */
    public boolean isValid() {
        return tickMantissa > 0
                && lotMantissa > 0
                && tickDecimals >= 0
                && tickDecimals <= MAX_DECIMALS
                && lotDecimals >= 0
                && lotDecimals <= MAX_DECIMALS;
    }

    /**
     * @param quote in what prices are paid
     * @return minor units of the quote asset in one lot at one tick, 0 when that is not a whole number or too large
     */
    public long unitsPerTickLot(final Asset quote) {
        return whole(BigDecimal.valueOf(tickMantissa, tickDecimals)
                .multiply(BigDecimal.valueOf(lotMantissa, lotDecimals))
                .scaleByPowerOfTen(quote.scale));
    }

    /**
     * @param base what is traded
     * @return minor units of the base asset in one lot, 0 when that is not a whole number or too large
     */
    public long unitsPerLot(final Asset base) {
        return whole(BigDecimal.valueOf(lotMantissa, lotDecimals).scaleByPowerOfTen(base.scale));
    }

    private static long whole(final BigDecimal units) {
        final BigDecimal stripped = units.stripTrailingZeros();
        if (stripped.scale() > 0) {
            return 0;
        }
        final BigInteger exact = stripped.toBigIntegerExact();
        return exact.bitLength() < Long.SIZE - 1 ? exact.longValue() : 0;
    }
}
