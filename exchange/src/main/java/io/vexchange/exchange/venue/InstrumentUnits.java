package io.vexchange.exchange.venue;

import io.vexchange.engine.client.Directory;
import io.vexchange.engine.client.Instrument;
import io.vexchange.exchange.config.VenueSeed;
import java.math.BigDecimal;

/**
 * The decimals of an instrument of the seed as the engine's whole numbers.
 *
 * @param baseAssetId asset that is traded
 * @param quoteAssetId asset it is paid in
 * @param tickMantissa tick size without its point
 * @param tickDecimals digits after the point
 * @param lotMantissa lot size without its point
 * @param lotDecimals digits after the point
 * @param minimumLots of an order
 * @param maximumLots of an order
 * @param maximumNotional minor units of the quote asset
 * @param referencePriceTicks to begin with
 */
record InstrumentUnits(
        int baseAssetId,
        int quoteAssetId,
        long tickMantissa,
        int tickDecimals,
        long lotMantissa,
        int lotDecimals,
        long minimumLots,
        long maximumLots,
        long maximumNotional,
        long referencePriceTicks) {
    /** The most the engine can hold. */
    static final long NO_MAXIMUM = 1L << 62;

    /**
     * @param it of the seed
     * @param directory knows its assets
     * @return the numbers
     * @throws ArithmeticException when one is too great for 63 bits
     */
    static InstrumentUnits of(final VenueSeed.Instrument it, final Directory directory) {
        final BigDecimal tick = plain(it.tickSize());
        final BigDecimal lot = plain(it.lotSize());
        return new InstrumentUnits(
                directory.asset(it.base()).id(),
                directory.asset(it.quote()).id(),
                tick.unscaledValue().longValueExact(),
                tick.scale(),
                lot.unscaledValue().longValueExact(),
                lot.scale(),
                it.minimumQuantity().divideToIntegralValue(lot).longValueExact(),
                it.maximumQuantity().divideToIntegralValue(lot).longValueExact(),
                it.maximumNotional() == null
                        ? NO_MAXIMUM
                        : minorUnits(
                                it.maximumNotional(),
                                directory.asset(it.quote()).scale()),
                it.referencePrice().divideToIntegralValue(tick).longValueExact());
    }

    /** @return a decimal in minor units of an asset with that scale */
    static long minorUnits(final BigDecimal amount, final int scale) {
        return amount.movePointRight(scale).longValueExact();
    }

    /** 0.010 is 0.01, and 1E+1 is 10. */
    private static BigDecimal plain(final BigDecimal number) {
        final BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** @return whether the instrument of the log is the same; its reference price moves with trading and does not count */
    boolean sameAs(final Instrument known) {
        return known.baseAssetId() == baseAssetId
                && known.quoteAssetId() == quoteAssetId
                && known.tickMantissa() == tickMantissa
                && known.tickDecimals() == tickDecimals
                && known.lotMantissa() == lotMantissa
                && known.lotDecimals() == lotDecimals
                && known.minimumLots() == minimumLots
                && known.maximumLots() == maximumLots
                && known.maximumNotional() == maximumNotional;
    }
}
