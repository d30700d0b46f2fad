package io.vexchange.fixclient.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** Writes the messages of one session: requests from templates made beforehand, administration as it comes. Guarded by its session. */
final class RequestWriter {
    static final int NUMBER_DIGITS = 9;
    /** No message it writes is longer. */
    static final int LONGEST_MESSAGE = 1_024;

    private static final int HEARTBEAT_SECONDS = 30;
    private static final String BUY = "1";
    private static final String SELL = "2";
    private static final String LIMIT = "2";
    private static final String DAY = "0";
    private static final String IMMEDIATE = "3";

    private final LoadPlan plan;
    private final String session;
    private final String prefix;
    private final int idAt;
    private final Map<RequestKind, MessageTemplate> templates = new EnumMap<>(RequestKind.class);
    private final UtcTimestamp utc = new UtcTimestamp();
    private long nextSequence = 1;
    private long quoted;

    /** @param prefix of every ClOrdID, not used by any other run or session */
    RequestWriter(final LoadPlan plan, final String session, final String prefix) {
        this.plan = plan;
        this.session = session;
        this.prefix = prefix;
        idAt = prefix.length();
        final Terms terms = plan.terms();
        templates.put(RequestKind.REST, order(SELL, terms.tradePrice(), DAY));
        templates.put(RequestKind.TAKE, order(BUY, terms.tradePrice(), IMMEDIATE));
        templates.put(RequestKind.QUOTE, order(BUY, terms.quotePrice(), DAY));
        templates.put(RequestKind.MISS, order(BUY, terms.missPrice(), IMMEDIATE));
        templates.put(
                RequestKind.REPLACE,
                about(RequestKind.REPLACE)
                        .field(40, LIMIT)
                        .field(44, terms.movedQuotePrice())
                        .build());
        templates.put(RequestKind.CANCEL, about(RequestKind.CANCEL).build());
    }

    private MessageTemplate order(final String side, final String price, final String timeInForce) {
        return start(RequestKind.REST)
                .field(55, plan.terms().symbol())
                .field(54, side)
                .blank(60, UtcTimestamp.LENGTH)
                .field(38, plan.terms().quantity())
                .field(40, LIMIT)
                .field(44, price)
                .field(59, timeInForce)
                .build();
    }

    private MessageTemplate.Builder about(final RequestKind kind) {
        return start(kind)
                .field(41, prefix + "0".repeat(NUMBER_DIGITS))
                .field(55, plan.terms().symbol())
                .field(54, BUY)
                .blank(60, UtcTimestamp.LENGTH)
                .field(38, plan.terms().quantity());
    }

    private MessageTemplate.Builder start(final RequestKind kind) {
        return message(kind.msgType()).field(11, prefix + "0".repeat(NUMBER_DIGITS));
    }

    private MessageTemplate.Builder message(final String msgType) {
        return MessageTemplate.builder(msgType, session, plan.target());
    }

    /** Appends a request; a replace or cancel is about the last order that was quoted. Returns the MsgSeqNum. */
    long request(final ByteBuffer out, final RequestKind kind, final long number) {
        final MessageTemplate template = templates.get(kind);
        template.put(template.positionOf(11) + idAt, NUMBER_DIGITS, number);
        if (!kind.isOrder()) {
            template.put(template.positionOf(41) + idAt, NUMBER_DIGITS, quoted);
        }
        if (kind == RequestKind.QUOTE || kind == RequestKind.REPLACE) {
            quoted = number;
        }
        return write(out, template);
    }

    /** The number of the order a replace or cancel would be about now. */
    long quoted() {
        return quoted;
    }

    void logon(final ByteBuffer out) {
        final MessageTemplate.Builder logon = message("A")
                .field(98, "0")
                .field(108, String.valueOf(HEARTBEAT_SECONDS))
                .field(141, "Y")
                .field(553, session)
                .field(554, plan.password());
        if (!plan.untilDisconnect()) {
            logon.field(8013, "S"); // a load that dies leaves nothing in the book
        }
        write(out, logon.build());
    }

    /** @param testRequestId that is answered, null for one of its own accord */
    void heartbeat(final ByteBuffer out, final String testRequestId) {
        final MessageTemplate.Builder heartbeat = message("0");
        write(
                out,
                testRequestId == null
                        ? heartbeat.build()
                        : heartbeat.field(112, testRequestId).build());
    }

    void logout(final ByteBuffer out) {
        write(out, message("5").build());
    }

    /** All open orders of the session's accounts. */
    void massCancel(final ByteBuffer out, final String id) {
        write(
                out,
                message("q")
                        .field(11, id)
                        .field(530, "7")
                        .blank(60, UtcTimestamp.LENGTH)
                        .build());
    }

    /** Nothing is sent twice: an order that comes late is worth nothing. */
    void gapFill(final ByteBuffer out, final long from) {
        message("4")
                .field(43, "Y")
                .field(123, "Y")
                .field(36, String.valueOf(nextSequence))
                .build()
                .write(out, from, utc.at(System.currentTimeMillis()));
    }

    private long write(final ByteBuffer out, final MessageTemplate template) {
        template.write(out, nextSequence, utc.at(System.currentTimeMillis()));
        return nextSequence++;
    }

    /** The prefix as it stands on the wire. */
    byte[] prefixBytes() {
        return prefix.getBytes(StandardCharsets.US_ASCII);
    }
}
