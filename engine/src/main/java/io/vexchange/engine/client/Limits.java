package io.vexchange.engine.client;

import java.util.Map;

/**
 * The limits of an account or a participant. Amounts are {@code value / 10^decimals} whole units: quantities of the base asset,
 * notionals of the quote asset. {@link Decimals#ABSENT}: no limit.
 *
 * @param decimals of all amounts, 0 to 18
 * @param maximumOrderQuantity of one order
 * @param maximumOrderNotional of one order
 * @param maximumOpenOrders live orders
 * @param maximumOpenNotional of all live orders, in each quote asset
 * @param maximumPosition long and short alike, in each instrument
 * @param ordersPerSecond new orders and replaces
 * @param orderBurst how many may come at once
 * @param maximumPositionByInstrument by instrument id, where it is another
 */
public record Limits(
        int decimals,
        long maximumOrderQuantity,
        long maximumOrderNotional,
        long maximumOpenOrders,
        long maximumOpenNotional,
        long maximumPosition,
        long ordersPerSecond,
        long orderBurst,
        Map<Integer, Long> maximumPositionByInstrument) {
    /** Nothing is limited. */
    public static final Limits NONE = new Limits(
            0,
            Decimals.ABSENT,
            Decimals.ABSENT,
            Decimals.ABSENT,
            Decimals.ABSENT,
            Decimals.ABSENT,
            Decimals.ABSENT,
            Decimals.ABSENT,
            Map.of());
}
