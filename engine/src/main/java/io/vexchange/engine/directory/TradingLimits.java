package io.vexchange.engine.directory;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * The limits of an account or a firm as they were set: whole units times ten to the power of the decimals, {@link #ABSENT}: no limit. They
 * are converted to lots of an instrument and minor units of an asset once, downwards.
 */
public final class TradingLimits {
    /** No limit. */
    public static final long ABSENT = Long.MIN_VALUE;

    /** How many numbers there are beside the instruments'. */
    public static final int NUMBERS = 7;

    private static final int MAX_DECIMALS = 18;
    private static final long UNKNOWN = -1;
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    public final int decimals;
    public final long maximumOrderQuantity;
    public final long maximumOrderNotional;
    public final long maximumOpenOrders;
    public final long maximumOpenNotional;
    public final long maximumPosition;
    public final long ordersPerSecond;
    public final long orderBurst;
    /** Instruments with a narrower position, ascending, and their limits beside them. */
    public final int[] instrumentIds;

    public final long[] maximumPositions;

    private long[] orderLots = {};
    private long[] positionLots = {};
    private long[] orderUnits = {};
    private long[] openUnits = {};

    /** @param numbers quantity, notional, open orders, open notional, position, orders a second, burst */
    public TradingLimits(
            final int decimals, final long[] numbers, final int[] instrumentIds, final long[] maximumPositions) {
        this.decimals = decimals;
        maximumOrderQuantity = numbers[0];
        maximumOrderNotional = numbers[1];
        maximumOpenOrders = numbers[2];
        maximumOpenNotional = numbers[3];
        maximumPosition = numbers[4];
        ordersPerSecond = numbers[5];
        orderBurst = numbers[6];
        this.instrumentIds = instrumentIds;
        this.maximumPositions = maximumPositions;
    }

    /** @return true when each is absent or within its range, and the instruments are named once */
    public boolean isValid() {
        boolean isValid = decimals >= 0
                && decimals <= MAX_DECIMALS
                && isNumber(maximumOrderQuantity)
                && isNumber(maximumOrderNotional)
                && isNumber(maximumOpenOrders)
                && isNumber(maximumOpenNotional)
                && isNumber(maximumPosition)
                && isRate(ordersPerSecond)
                && isRate(orderBurst);
        for (int i = 0; i < instrumentIds.length; i++) {
            isValid &= isNumber(maximumPositions[i]) && (i == 0 || instrumentIds[i] > instrumentIds[i - 1]);
        }
        return isValid;
    }

    private static boolean isNumber(final long value) {
        return value == ABSENT || value >= 0;
    }

    private static boolean isRate(final long value) {
        return value == ABSENT || (value >= 0 && value <= OrderRate.MAX);
    }

    /** @return true when it limits both what orders are worth and positions, as credit needs */
    public boolean boundsCredit() {
        return (maximumOrderNotional != ABSENT || maximumOpenNotional != ABSENT) && maximumPosition != ABSENT;
    }

    /** @return true when nothing is limited */
    public boolean isNothing() {
        return maximumOrderQuantity == ABSENT
                && maximumOrderNotional == ABSENT
                && maximumOpenOrders == ABSENT
                && maximumOpenNotional == ABSENT
                && maximumPosition == ABSENT
                && ordersPerSecond == ABSENT
                && orderBurst == ABSENT
                && instrumentIds.length == 0;
    }

    /** @return the burst of the rate: what was set, else a second's orders */
    public long burst() {
        return orderBurst == ABSENT ? Math.max(0, ordersPerSecond) : orderBurst;
    }

    /** @return the largest order in lots */
    public long orderLots(final Instrument instrument) {
        orderLots = reach(orderLots, instrument.id);
        if (orderLots[instrument.id] == UNKNOWN) {
            orderLots[instrument.id] = lots(maximumOrderQuantity, instrument);
        }
        return orderLots[instrument.id];
    }

    /** @return the largest position, long or short, in lots */
    public long positionLots(final Instrument instrument) {
        positionLots = reach(positionLots, instrument.id);
        if (positionLots[instrument.id] == UNKNOWN) {
            final int at = Arrays.binarySearch(instrumentIds, instrument.id);
            final long narrower = at < 0 ? ABSENT : maximumPositions[at];
            positionLots[instrument.id] = Math.min(lots(maximumPosition, instrument), lots(narrower, instrument));
        }
        return positionLots[instrument.id];
    }

    /** @return the largest value of an order in minor units */
    public long orderUnits(final Asset quote) {
        orderUnits = reach(orderUnits, quote.id);
        if (orderUnits[quote.id] == UNKNOWN) {
            orderUnits[quote.id] = units(maximumOrderNotional, quote);
        }
        return orderUnits[quote.id];
    }

    /** @return the largest value of all live orders in minor units */
    public long openUnits(final Asset quote) {
        openUnits = reach(openUnits, quote.id);
        if (openUnits[quote.id] == UNKNOWN) {
            openUnits[quote.id] = units(maximumOpenNotional, quote);
        }
        return openUnits[quote.id];
    }

    private static long[] reach(final long[] known, final int id) {
        if (id < known.length) {
            return known;
        }
        final long[] longer = Arrays.copyOf(known, Math.max(8, 2 * id));
        Arrays.fill(longer, known.length, longer.length, UNKNOWN);
        return longer;
    }

    private long lots(final long amount, final Instrument instrument) {
        return amount == ABSENT
                ? Long.MAX_VALUE
                : whole(BigDecimal.valueOf(amount, decimals)
                        .divideToIntegralValue(BigDecimal.valueOf(instrument.lotMantissa, instrument.lotDecimals)));
    }

    private long units(final long amount, final Asset asset) {
        return amount == ABSENT
                ? Long.MAX_VALUE
                : whole(BigDecimal.valueOf(amount, decimals).scaleByPowerOfTen(asset.scale));
    }

    private static long whole(final BigDecimal amount) {
        return amount.toBigInteger().min(MOST).longValue();
    }
}
