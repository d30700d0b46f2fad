package io.vexchange.engine.client;

import io.vexchange.engine.model.Side;

/**
 * What an uncross would do now.
 *
 * @param priceTicks {@link Decimals#ABSENT}: there would be none
 * @param lots what would trade
 * @param surplusLots what would be left on the heavier side at that price
 * @param surplusSide the heavier side, null = none
 */
public record Indicative(long priceTicks, long lots, long surplusLots, Side surplusSide) {
    /** No uncross in sight. */
    public static final Indicative NONE = new Indicative(Decimals.ABSENT, 0, 0, null);
}
