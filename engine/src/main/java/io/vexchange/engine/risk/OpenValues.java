package io.vexchange.engine.risk;

import io.vexchange.engine.book.Order;
import io.vexchange.engine.directory.Exposure;
import io.vexchange.engine.directory.Instrument;

/** What live orders count against the limits of their account and firm: always the formula on their present leaves. */
public final class OpenValues {
    private OpenValues() {}

    /**
     * @return the price an order counts with: its limit, a waiting or triggered stop's stop price, the reference price of its acceptance or
     *     last replace where it has none
     */
    public static long ticks(final Order order) {
        return switch (order.type) {
            case '1' -> order.referenceTicks;
            case '3' -> order.stopPriceTicks;
            case 'K' -> order.priceTicks == Order.ABSENT ? order.referenceTicks : order.priceTicks;
            case 'P' -> order.coverTicks;
            default -> order.priceTicks;
        };
    }

    /** @return leaves times price in minor units of the quote asset */
    public static long of(final Order order) {
        final long ticks = ticks(order);
        return ticks <= 0 ? 0 : Holds.value(order.leavesLots, ticks, order.market.instrument.unitsPerTickLot);
    }

    /** Brings what an account and its firm have open in line with an order's present state. */
    static void refresh(final Order order) {
        final Instrument instrument = order.market.instrument;
        final Exposure exposure = order.account.exposure;
        final long value = of(order);
        if (value != order.countedValue) {
            exposure.openValue(instrument.quote.id, value - order.countedValue);
            order.countedValue = value;
        }
        if (order.leavesLots != order.countedLots) {
            exposure.position(instrument.id).open(order.isBuy(), order.leavesLots - order.countedLots);
            order.countedLots = order.leavesLots;
        }
    }
}
