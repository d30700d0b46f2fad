package io.vexchange.fix;

import io.vexchange.engine.client.Conversion;
import io.vexchange.engine.client.ConvertedOrder;
import io.vexchange.engine.client.Decimals;
import io.vexchange.engine.client.OrderEntry;
import io.vexchange.engine.client.OrderField;
import io.vexchange.engine.model.Code;
import quickfix.Message;
import quickfix.field.SessionRejectReason;

/**
 * The terms of a D or G: FIX's fields as an entry for {@link Conversion}, and the refusals only FIX needs. Reusable, for one thread.
 */
final class OrderTerms {
    private static final int[] UNSUPPORTED = {152, 168, 210, 211, 386, 388, 389, 835, 836, 837, 838, 839, 840, 847};
    private static final String TYPES = "1234KP";
    private static final String TIMES_IN_FORCE = "0123467";

    private final Conversion conversion;
    private final OrderEntry entry = new OrderEntry();
    private final ConvertedOrder order = new ConvertedOrder();

    OrderTerms(final Conversion conversion) {
        this.conversion = conversion;
    }

    /**
     * A NewOrderSingle.
     *
     * @return its numbers, valid until the next one
     * @throws Refusal when the gateway refuses it
     */
    ConvertedOrder ofNew(final Message message, final SessionConfig session) throws Refusal {
        fill(message, session);
        conversion.newOrder(entry, order);
        if (order.field() == OrderField.ACCOUNT || order.field() == OrderField.SYMBOL) {
            throw new Refusal(order.code());
        }
        words(message);
        combinations(message);
        if (order.code() != Code.NONE) {
            throw new Refusal(order.code(), order.code() == Code.MISSING_FIELD ? tagOf(order.field()) : 0);
        }
        return order;
    }

    /** @return the numbers of an OrderCancelReplaceRequest, valid until the next one; their code goes with the command */
    ConvertedOrder ofReplace(final Message message, final SessionConfig session) {
        fill(message, session);
        conversion.replace(entry, order);
        return order;
    }

    /** @return what only FIX refuses of an OrderCancelReplaceRequest */
    Code faultOfReplace(final Message message) {
        try {
            words(message);
            return Code.NONE;
        } catch (final Refusal e) {
            return e.code();
        }
    }

    private void fill(final Message message, final SessionConfig session) {
        final String instruction = Fields.text(message, 18);
        final String time = Fields.text(message, 126);
        final String day = Fields.text(message, 432);
        entry.clear()
                .account(Fields.text(message, 1))
                .defaultAccountId(session.defaultAccountId())
                .allowedAccountIds(session.accountIds())
                .symbol(Fields.text(message, 55))
                .side(Fields.character(message, 54))
                .orderType(Fields.character(message, 40))
                .timeInForce(Fields.character(message, 59))
                .selfTradePrevention(Fields.character(message, 7928))
                .postOnly("6".equals(instruction))
                .pegReference("R".equals(instruction) || "M".equals(instruction) ? instruction.charAt(0) : 0)
                .price(Fields.text(message, 44))
                .stopPrice(Fields.text(message, 99))
                .quantity(Fields.text(message, 38))
                .displayQuantity(Fields.text(message, 111))
                .minimumQuantity(Fields.text(message, 110))
                .expireTimeMicros(time == null ? Decimals.ABSENT : Times.micros(time))
                .expireDay(day == null ? 0 : day(day));
    }

    private static int day(final String text) {
        final int day = Times.day(text);
        if (day < 0) {
            throw Fields.fault(SessionRejectReason.INCORRECT_DATA_FORMAT_FOR_VALUE, 432);
        }
        return day;
    }

    private static void words(final Message message) throws Refusal {
        final char side = Fields.character(message, 54);
        refuse(side == '5' || side == '6', Code.SHORT_SELL, 0);
        refuse(side != '1' && side != '2', Code.UNSUPPORTED_COMBINATION, 54);
        for (final int tag : UNSUPPORTED) {
            refuse(message.isSetField(tag), Code.UNSUPPORTED_FIELD, tag);
        }
        final char orderType = Fields.character(message, 40);
        refuse(TYPES.indexOf(orderType) < 0, Code.UNSUPPORTED_COMBINATION, 40);
        final char timeInForce = Fields.character(message, 59);
        refuse(timeInForce != 0 && TIMES_IN_FORCE.indexOf(timeInForce) < 0, Code.UNSUPPORTED_COMBINATION, 59);
        final String instruction = Fields.text(message, 18);
        if (instruction != null) {
            final boolean pegs = "R".equals(instruction) || "M".equals(instruction);
            refuse(!pegs && !"6".equals(instruction), Code.UNSUPPORTED_FIELD, 18);
            refuse(pegs && orderType != 'P', Code.UNSUPPORTED_COMBINATION, 18);
        }
        refuse(orderType == 'P' && (instruction == null || "6".equals(instruction)), Code.MISSING_FIELD, 18);
    }

    private static void combinations(final Message message) throws Refusal {
        final char orderType = Fields.character(message, 40);
        refuse((orderType == '3' || orderType == 'K') && message.isSetField(44), Code.UNSUPPORTED_COMBINATION, 44);
        refuse(orderType != '3' && orderType != '4' && message.isSetField(99), Code.UNSUPPORTED_COMBINATION, 99);
        final boolean timed = message.isSetField(126);
        final boolean dated = message.isSetField(432);
        final boolean untilDate = Fields.character(message, 59) == '6';
        refuse(untilDate && !timed && !dated, Code.MISSING_FIELD, 126);
        refuse(timed && dated, Code.UNSUPPORTED_COMBINATION, 432);
        refuse(!untilDate && (timed || dated), Code.UNSUPPORTED_COMBINATION, timed ? 126 : 432);
    }

    private static void refuse(final boolean is, final Code code, final int tag) throws Refusal {
        if (is) {
            throw new Refusal(code, tag);
        }
    }

    private static int tagOf(final OrderField field) {
        return switch (field) {
            case ACCOUNT -> 1;
            case SYMBOL -> 55;
            case SIDE -> 54;
            case ORDER_TYPE -> 40;
            case TIME_IN_FORCE -> 59;
            case PRICE -> 44;
            case STOP_PRICE -> 99;
            case QUANTITY -> 38;
            case DISPLAY_QUANTITY -> 111;
            case MINIMUM_QUANTITY -> 110;
            case EXPIRE_TIME -> 126;
            case PEG_REFERENCE -> 18;
            case SELF_TRADE_PREVENTION -> 7928;
        };
    }
}
