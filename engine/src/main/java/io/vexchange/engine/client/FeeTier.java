package io.vexchange.engine.client;

import java.util.List;

/**
 * Fee rates that accounts may be given.
 *
 * @param id from 1; an account without a tier pays the instruments' own rates
 * @param name what people call it
 * @param rates those that differ from the instruments' own
 */
public record FeeTier(int id, String name, List<Rates> rates) {
    /**
     * Rates in one instrument, in hundredths of a basis point of the value; negative = rebate.
     *
     * @param instrumentId which
     * @param makerFeeRate of the resting side
     * @param takerFeeRate of the aggressor
     * @param auctionFeeRate of both sides of an uncross
     */
    public record Rates(int instrumentId, int makerFeeRate, int takerFeeRate, int auctionFeeRate) {}

    /**
     * The tier of an account.
     *
     * @param feeTierId in force, 0 = none
     * @param nextFeeTierId from the next roll of the day, 0 = none
     */
    public record Assignment(int feeTierId, int nextFeeTierId) {
        /** The instruments' own rates. */
        public static final Assignment NONE = new Assignment(0, 0);
    }
}
