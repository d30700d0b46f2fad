package io.vexchange.engine.client;

import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.OrderType;
import io.vexchange.engine.model.PegReference;
import io.vexchange.engine.model.SelfTradePrevention;
import io.vexchange.engine.model.Side;
import io.vexchange.engine.model.TimeInForce;

/**
 * Turns an order as entered into the engine's numbers, for FIX and REST alike, so that their codes agree. It looks in the order account,
 * symbol, fields, tick and lot; zero and negative numbers, combinations and everything that depends on state are the engine's to judge.
 * Thread-safe.
 */
public final class Conversion {
    private static final int DAY = TimeInForce.DAY.fix();

    private final Directory directory;

    /** @param directory where names are looked up */
    public Conversion(final Directory directory) {
        this.directory = directory;
    }

    /**
     * A new order.
     *
     * @param entry as entered
     * @param out is filled
     * @return NONE, or the first fault's code: such an order is refused by the gateway and is no event
     */
    public Code newOrder(final OrderEntry entry, final ConvertedOrder out) {
        out.begin(entry);
        account(entry, out, true);
        symbol(entry, out);
        words(entry, out);
        if (out.timeInForce == 0) {
            out.timeInForce = DAY;
        }
        required(entry, out);
        if (entry.orderType == OrderType.MARKET.fix()) {
            numbers(entry, out, null);
        } else {
            numbers(entry, out, entry.price);
        }
        return out.code();
    }

    /**
     * The changes of a replace. What is not given keeps its value; a name that is unknown becomes -1, which agrees with no order.
     *
     * @param entry as entered
     * @param out is filled
     * @return NONE, or the first fault's code, which goes with the command so that the engine can answer identity and state truly first
     */
    public Code replace(final OrderEntry entry, final ConvertedOrder out) {
        out.begin(entry);
        account(entry, out, false);
        if (entry.symbol != null) {
            out.instrument = directory.instrument(entry.symbol);
            out.instrumentId = out.instrument == null ? -1 : out.instrument.id();
        }
        words(entry, out);
        if (out.instrument != null) {
            numbers(entry, out, entry.orderType == OrderType.MARKET.fix() ? null : entry.price);
        }
        return out.code();
    }

    private void account(final OrderEntry entry, final ConvertedOrder out, final boolean isRequired) {
        if (entry.account == null) {
            out.accountId = isRequired ? entry.defaultAccountId : 0;
            if (isRequired && out.accountId == 0) {
                out.fault(OrderField.ACCOUNT, Code.UNKNOWN_ACCOUNT);
            }
            return;
        }
        final Account account = directory.account(entry.account);
        if (account == null || (entry.allowedAccountIds != null && !entry.allowedAccountIds.contains(account.id()))) {
            out.accountId = -1;
            if (isRequired) {
                out.fault(OrderField.ACCOUNT, Code.UNKNOWN_ACCOUNT);
            }
        } else {
            out.accountId = account.id();
        }
    }

    private void symbol(final OrderEntry entry, final ConvertedOrder out) {
        out.instrument = entry.symbol == null ? null : directory.instrument(entry.symbol);
        if (out.instrument == null) {
            out.fault(OrderField.SYMBOL, entry.symbol == null ? Code.MISSING_FIELD : Code.UNKNOWN_SYMBOL);
        } else {
            out.instrumentId = out.instrument.id();
        }
    }

    private static void words(final OrderEntry entry, final ConvertedOrder out) {
        if (entry.side != 0 && Side.of(entry.side) == null) {
            out.fault(OrderField.SIDE, Code.UNSUPPORTED_FIELD);
        }
        if (entry.orderType != 0 && OrderType.of(entry.orderType) == null) {
            out.fault(OrderField.ORDER_TYPE, Code.UNSUPPORTED_FIELD);
        }
        if (entry.timeInForce != 0 && TimeInForce.of(entry.timeInForce) == null) {
            out.fault(OrderField.TIME_IN_FORCE, Code.UNSUPPORTED_FIELD);
        }
        if (entry.pegReference != 0 && PegReference.of(entry.pegReference) == null) {
            out.fault(OrderField.PEG_REFERENCE, Code.UNSUPPORTED_FIELD);
        }
        if (entry.selfTradePrevention != 0 && SelfTradePrevention.of(entry.selfTradePrevention) == null) {
            out.fault(OrderField.SELF_TRADE_PREVENTION, Code.INVALID_FIELD);
        }
    }

    private static void required(final OrderEntry entry, final ConvertedOrder out) {
        missing(out, OrderField.SIDE, entry.side == 0);
        missing(out, OrderField.ORDER_TYPE, entry.orderType == 0);
        missing(out, OrderField.QUANTITY, entry.quantity == null);
        final OrderType type = OrderType.of(entry.orderType);
        missing(
                out,
                OrderField.PRICE,
                entry.price == null && (type == OrderType.LIMIT || type == OrderType.STOP_LIMIT));
        missing(
                out,
                OrderField.STOP_PRICE,
                entry.stopPrice == null && (type == OrderType.STOP || type == OrderType.STOP_LIMIT));
        missing(out, OrderField.PEG_REFERENCE, entry.pegReference == 0 && type == OrderType.PEGGED);
        missing(
                out,
                OrderField.EXPIRE_TIME,
                entry.timeInForce == TimeInForce.GTD.fix()
                        && entry.expireDay == 0
                        && entry.expireTimeMicros == Decimals.ABSENT);
    }

    private static void missing(final ConvertedOrder out, final OrderField field, final boolean isMissing) {
        if (isMissing) {
            out.fault(field, Code.MISSING_FIELD);
        }
    }

    private static void numbers(final OrderEntry entry, final ConvertedOrder out, final String price) {
        if (out.instrument == null) {
            return;
        }
        out.priceTicks = price(price, OrderField.PRICE, out);
        out.stopPriceTicks = price(entry.stopPrice, OrderField.STOP_PRICE, out);
        out.quantityLots = lots(entry.quantity, OrderField.QUANTITY, out);
        out.displayLots = lots(entry.displayQuantity, OrderField.DISPLAY_QUANTITY, out);
        out.minimumLots = lots(entry.minimumQuantity, OrderField.MINIMUM_QUANTITY, out);
    }

    private static long price(final String text, final OrderField field, final ConvertedOrder out) {
        return number(
                text,
                field,
                out,
                out.instrument.tickMantissa(),
                out.instrument.tickDecimals(),
                Code.PRICE_TICK,
                Code.PRICE_COLLAR);
    }

    private static long lots(final String text, final OrderField field, final ConvertedOrder out) {
        return number(
                text,
                field,
                out,
                out.instrument.lotMantissa(),
                out.instrument.lotDecimals(),
                Code.QTY_LOT,
                Code.NUMBER_RANGE);
    }

    private static long number(
            final String text,
            final OrderField field,
            final ConvertedOrder out,
            final long mantissa,
            final int decimals,
            final Code notMultiple,
            final Code outOfRange) {
        if (text == null) {
            return Decimals.ABSENT;
        }
        final long units = Decimals.parse(text, mantissa, decimals);
        if (Decimals.isNumber(units)) {
            return units;
        }
        if (units == Decimals.NOT_A_MULTIPLE) {
            out.fault(field, notMultiple);
        } else {
            out.fault(field, units == Decimals.OUT_OF_RANGE ? outOfRange : Code.INVALID_FIELD);
        }
        return Decimals.ABSENT;
    }
}
