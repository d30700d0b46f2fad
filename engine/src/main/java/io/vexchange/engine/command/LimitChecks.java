package io.vexchange.engine.command;

import io.vexchange.engine.account.Account;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.directory.Exposure;
import io.vexchange.engine.directory.Instrument;
import io.vexchange.engine.directory.TradingLimits;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.risk.OpenValues;

/**
 * The limits of an order's account and firm, each {@link Code#NONE} when it is kept. An order that is replaced is judged with its new
 * values in place of the old, and what it does not raise is not judged.
 */
final class LimitChecks {
    private boolean isTooFast;

    /** Every D and G takes one of its account's and of its firm's rate, refused ones too; {@link #rate} tells whether they had one. */
    void count(final Account account, final long nowMicros) {
        final boolean isOfAccount = account.exposure.rate.take(nowMicros);
        final boolean isOfFirm = account.participant.exposure.rate.take(nowMicros);
        isTooFast = !isOfAccount || !isOfFirm;
    }

    private Code rate() {
        return isTooFast ? Code.ORDER_RATE : Code.NONE;
    }

    /** @param oldLots the quantity before, 0 of a new order */
    static Code quantity(final Order order, final long oldLots) {
        if (order.account.exposure.isFree() || order.quantityLots <= oldLots) {
            return Code.NONE;
        }
        final boolean isKept = isQuantityKept(order.account.exposure.limits, order)
                && isQuantityKept(order.account.participant.exposure.limits, order);
        return isKept ? Code.NONE : Code.QTY_INVALID;
    }

    private static boolean isQuantityKept(final TradingLimits limits, final Order order) {
        return limits == null || order.quantityLots <= limits.orderLots(order.market.instrument);
    }

    /**
     * @param value of the whole quantity
     * @param oldValue before, 0 of a new order
     */
    static Code notional(final Order order, final long value, final long oldValue) {
        if (order.account.exposure.isFree() || value <= oldValue) {
            return Code.NONE;
        }
        final boolean isKept = isNotionalKept(order.account.exposure.limits, order, value)
                && isNotionalKept(order.account.participant.exposure.limits, order, value);
        return isKept ? Code.NONE : Code.NOTIONAL;
    }

    private static boolean isNotionalKept(final TradingLimits limits, final Order order, final long value) {
        return limits == null || value <= limits.orderUnits(order.market.instrument.quote);
    }

    /**
     * What is open, then the rate.
     *
     * @param old the order as it was, null of a new one
     */
    Code open(final Order order, final Order old) {
        Code code = Code.NONE;
        if (!order.account.exposure.isFree()) {
            final Exposure account = order.account.exposure;
            final Exposure firm = order.account.participant.exposure;
            code = old == null && !(isCountKept(account) && isCountKept(firm)) ? Code.OPEN_ORDERS : code;
            code = code == Code.NONE ? value(order, old, account, firm) : code;
            code = code == Code.NONE ? position(order, old, account, firm) : code;
        }
        return code == Code.NONE ? rate() : code;
    }

    private static boolean isCountKept(final Exposure exposure) {
        return exposure.limits == null
                || exposure.limits.maximumOpenOrders == TradingLimits.ABSENT
                || exposure.openOrders < exposure.limits.maximumOpenOrders;
    }

    private static Code value(final Order order, final Order old, final Exposure account, final Exposure firm) {
        final long value = OpenValues.of(order);
        final long oldValue = old == null ? 0 : old.countedValue;
        if (value <= oldValue) {
            return Code.NONE;
        }
        final boolean isKept =
                isValueKept(account, order, value - oldValue) && isValueKept(firm, order, value - oldValue);
        return isKept ? Code.NONE : Code.OPEN_NOTIONAL;
    }

    private static boolean isValueKept(final Exposure exposure, final Order order, final long more) {
        if (exposure.limits == null) {
            return true;
        }
        final int quoteId = order.market.instrument.quote.id;
        final long most = exposure.limits.openUnits(order.market.instrument.quote);
        return most == Long.MAX_VALUE || exposure.openValue(quoteId) <= most - more;
    }

    private static Code position(final Order order, final Order old, final Exposure account, final Exposure firm) {
        final long moreLots = old == null ? order.leavesLots : order.leavesLots - old.leavesLots;
        if (moreLots <= 0) {
            return Code.NONE;
        }
        final boolean isKept = isPositionKept(account, order, moreLots) && isPositionKept(firm, order, moreLots);
        return isKept ? Code.NONE : Code.POSITION;
    }

    private static boolean isPositionKept(final Exposure exposure, final Order order, final long moreLots) {
        if (exposure.limits == null) {
            return true;
        }
        final Instrument instrument = order.market.instrument;
        final long most = exposure.limits.positionLots(instrument);
        if (most == Long.MAX_VALUE) {
            return true;
        }
        final var position = exposure.position(instrument.id);
        final long net = order.isBuy() ? position.netLots() : -position.netLots();
        return added(added(net, position.openLots(order.isBuy())), moreLots) <= most;
    }

    /** The sum, at most the largest number there is; the second is not below 0. */
    private static long added(final long one, final long other) {
        final long sum = one + other;
        return one > 0 && sum < 0 ? Long.MAX_VALUE : sum;
    }
}
