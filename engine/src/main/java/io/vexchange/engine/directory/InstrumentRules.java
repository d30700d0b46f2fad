package io.vexchange.engine.directory;

/**
 * What may be changed of an instrument.
 *
 * @param minimumLots smallest order
 * @param maximumLots largest order
 * @param maximumNotional largest order in minor units of the quote asset
 * @param staticCollarBp distance from the reference price, 0 = off
 * @param dynamicCollarBp distance from the reference price, 0 = off
 * @param protectionBp distance from the touch
 * @param volatilityAuctionSeconds length of a volatility auction
 * @param makerFeeRate hundredths of a basis point, negative = rebate
 * @param takerFeeRate hundredths of a basis point
 * @param auctionFeeRate hundredths of a basis point
 */
public record InstrumentRules(
        long minimumLots,
        long maximumLots,
        long maximumNotional,
        int staticCollarBp,
        int dynamicCollarBp,
        int protectionBp,
        int volatilityAuctionSeconds,
        int makerFeeRate,
        int takerFeeRate,
        int auctionFeeRate) {
    /** A fee of the whole value. */
    private static final int MAX_RATE = 1_000_000;

    private static final long MAX_NOTIONAL = 1L << 62;

    /**
     * @param unitsPerLot minor units of the base asset in one lot
     * @return true when the rules agree with each other and no order within them can pass 63 bits
     */
    public boolean isValid(final long unitsPerLot) {
        return minimumLots > 0
                && minimumLots <= maximumLots
                && maximumLots <= Asset.MAX_UNITS / unitsPerLot
                && maximumNotional > 0
                && maximumNotional <= MAX_NOTIONAL
                && areCollarsValid()
                && areFeesValid();
    }

    private boolean areCollarsValid() {
        final boolean isStaticOn = staticCollarBp > 0;
        return staticCollarBp >= 0
                && dynamicCollarBp >= 0
                && protectionBp >= 0
                && volatilityAuctionSeconds >= 0
                && (dynamicCollarBp == 0
                        || (protectionBp <= dynamicCollarBp && (!isStaticOn || dynamicCollarBp <= staticCollarBp)));
    }

    private boolean areFeesValid() {
        return makerFeeRate >= -MAX_RATE
                && makerFeeRate <= MAX_RATE
                && takerFeeRate >= -MAX_RATE
                && takerFeeRate <= MAX_RATE
                && auctionFeeRate >= 0
                && auctionFeeRate <= MAX_RATE
                && makerFeeRate + takerFeeRate >= 0;
    }
}
