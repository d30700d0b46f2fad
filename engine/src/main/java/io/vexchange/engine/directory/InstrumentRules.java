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
        return areFeesValid(makerFeeRate, takerFeeRate, auctionFeeRate);
    }

    /** @return true when rates are in range, and the venue does not pay more to one side than it takes from the other */
    public static boolean areFeesValid(final int maker, final int taker, final int auction) {
        return maker >= -MAX_RATE
                && maker <= MAX_RATE
                && taker >= -MAX_RATE
                && taker <= MAX_RATE
                && auction >= 0
                && auction <= MAX_RATE
                && maker + taker >= 0;
    }
}
