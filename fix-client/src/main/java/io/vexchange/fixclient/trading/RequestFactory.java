package io.vexchange.fixclient.trading;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import quickfix.DataDictionary;
import quickfix.InvalidMessage;
import quickfix.Message;
import quickfix.fix44.NewOrderSingle;
import quickfix.fix44.OrderCancelReplaceRequest;
import quickfix.fix44.OrderCancelRequest;
import quickfix.fix44.OrderMassCancelRequest;
import quickfix.fix44.OrderStatusRequest;

/** Makes the messages of FIX 4.4 that a trader sends. Header and trailer are the session's. */
final class RequestFactory {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSS", Locale.ROOT);
    private static final String MARKET = "1";
    private static final String PEGGED = "P";

    private final DataDictionary dictionary;

    /** @param dictionary used to find the groups of messages that a person writes tag by tag */
    RequestFactory(final DataDictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** The present, as FIX writes it. */
    static String now() {
        return UTC.format(ZonedDateTime.now(ZoneOffset.UTC));
    }

    Message newOrder(final Map<Integer, String> tags) {
        return filled(new NewOrderSingle(), tags);
    }

    Message cancel(final String id, final OwnOrder order, final Map<Integer, String> more) {
        final Map<Integer, String> tags = named(id, order);
        put(tags, Tag.ORDER_QTY, order.tag(Tag.ORDER_QTY));
        tags.putAll(more);
        return filled(new OrderCancelRequest(), tags);
    }

    Message replace(final String id, final OwnOrder order, final Map<Integer, String> changes) {
        final Map<Integer, String> tags = named(id, order);
        for (final int tag : new int[] {Tag.ORDER_QTY, Tag.ORD_TYPE, Tag.PRICE, Tag.STOP_PX}) {
            put(tags, tag, order.tag(tag));
        }
        if (PEGGED.equals(order.tag(Tag.ORD_TYPE))) {
            put(tags, Tag.EXEC_INST, order.tag(Tag.EXEC_INST));
        }
        tags.putAll(changes);
        if (MARKET.equals(tags.get(Tag.ORD_TYPE))) {
            tags.remove(Tag.PRICE);
        }
        return filled(new OrderCancelReplaceRequest(), tags);
    }

    Message status(final String requestId, final OwnOrder order) {
        final Map<Integer, String> tags = new TreeMap<>();
        tags.put(Tag.CL_ORD_ID, order.clOrdId());
        tags.put(Tag.ORD_STATUS_REQ_ID, requestId);
        put(tags, Tag.ACCOUNT, order.tag(Tag.ACCOUNT));
        put(tags, Tag.SYMBOL, order.tag(Tag.SYMBOL));
        put(tags, Tag.SIDE, order.tag(Tag.SIDE));
        return filled(new OrderStatusRequest(), tags);
    }

    /** Null stands for all symbols, and for both sides. */
    Message massCancel(final String id, final String symbol, final Side side) {
        final Map<Integer, String> tags = new TreeMap<>();
        tags.put(Tag.CL_ORD_ID, id);
        tags.put(Tag.MASS_CANCEL_REQUEST_TYPE, symbol == null ? "7" : "1");
        tags.put(Tag.TRANSACT_TIME, now());
        put(tags, Tag.SYMBOL, symbol);
        put(tags, Tag.SIDE, side == null ? null : side.code());
        return filled(new OrderMassCancelRequest(), tags);
    }

    /** A message written as 35=D|55=ACME|…, whatever it is. */
    Message raw(final String text) throws CommandFault {
        final String body = text.replace('|', '\u0001');
        final String framed =
                "8=FIX.4.4\u00019=0\u0001" + body + (body.endsWith("\u0001") ? "" : "\u0001") + "10=000\u0001";
        try {
            return new Message(framed, dictionary, false);
        } catch (InvalidMessage e) {
            throw CommandFault.failed("that is no FIX message: " + e.getMessage());
        }
    }

    private static Map<Integer, String> named(final String id, final OwnOrder order) {
        final Map<Integer, String> tags = new TreeMap<>();
        tags.put(Tag.CL_ORD_ID, id);
        tags.put(Tag.ORIG_CL_ORD_ID, order.clOrdId());
        tags.put(Tag.TRANSACT_TIME, now());
        put(tags, Tag.ACCOUNT, order.tag(Tag.ACCOUNT));
        put(tags, Tag.SYMBOL, order.tag(Tag.SYMBOL));
        put(tags, Tag.SIDE, order.tag(Tag.SIDE));
        return tags;
    }

    private static void put(final Map<Integer, String> tags, final int tag, final String value) {
        if (value != null) {
            tags.put(tag, value);
        }
    }

    private static Message filled(final Message message, final Map<Integer, String> tags) {
        tags.forEach(message::setString);
        return message;
    }
}
