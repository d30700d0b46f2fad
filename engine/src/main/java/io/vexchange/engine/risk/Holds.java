package io.vexchange.engine.risk;

import io.vexchange.engine.book.Order;
import io.vexchange.engine.directory.Asset;
import io.vexchange.engine.directory.Instrument;

/** What a live order may come to cost: always the formula on its present leaves. Minor units. */
public final class Holds {
    /** More than anybody can have. */
    public static final long TOO_MUCH = Long.MAX_VALUE;

    private Holds() {}

    /** @return the asset the order pays with */
    public static Asset asset(final Order order) {
        final Instrument instrument = order.market.instrument;
        return order.isBuy() ? instrument.quote : instrument.base;
    }

    /** @return the hold of an order, {@link #TOO_MUCH} when it passes 63 bits */
    public static long of(final Order order) {
        final Instrument instrument = order.market.instrument;
        if (!order.isBuy()) {
            return order.leavesLots * instrument.unitsPerLot;
        }
        final long price = price(order);
        if (price == Order.ABSENT || order.leavesLots == 0) {
            return 0;
        }
        final long value = value(order.leavesLots, price, instrument.unitsPerTickLot);
        if (value == TOO_MUCH) {
            return TOO_MUCH;
        }
        final long sum = value + Fees.of(value, highestRate(order));
        return sum < 0 ? TOO_MUCH : sum;
    }

    /** Brings an account's reserve in line with an order's present state. */
    public static void refresh(final Order order) {
        if (order.account.isUncounted) {
            return;
        }
        final long hold = of(order);
        if (hold != order.hold) {
            order.account.reserve(asset(order), hold - order.hold);
            order.hold = hold;
        }
        OpenValues.refresh(order);
    }

    /** @return lots * ticks * units, {@link #TOO_MUCH} when it passes 63 bits; none of them is negative */
    public static long value(final long lots, final long ticks, final long units) {
        final long high = Math.multiplyHigh(lots, ticks);
        final long tickLots = lots * ticks;
        if (high != 0 || tickLots < 0) {
            return TOO_MUCH;
        }
        final long value = tickLots * units;
        return Math.multiplyHigh(tickLots, units) != 0 || value < 0 ? TOO_MUCH : value;
    }

    private static long price(final Order order) {
        return switch (order.type) {
            case '1' -> unpriced(order);
            case 'K' -> order.priceTicks == Order.ABSENT ? unpriced(order) : order.priceTicks;
            case '3', 'P' -> order.coverTicks;
            default -> order.priceTicks;
        };
    }

    /** What it may come to cost is fixed where it waits for an uncross; where it works at once it is its protection limit. */
    private static long unpriced(final Order order) {
        return order.coverTicks == Order.ABSENT ? order.protectionTicks : order.coverTicks;
    }

    private static int highestRate(final Order order) {
        return Math.max(0, Math.max(order.makerRate, Math.max(order.takerRate, order.auctionRate)));
    }
}
