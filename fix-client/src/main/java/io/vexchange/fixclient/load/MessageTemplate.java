package io.vexchange.fixclient.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A message that is complete but for fields of fixed width, which are filled in each time. BodyLength never changes, so only CheckSum is
 * computed. Not for several threads.
 */
final class MessageTemplate {
    static final int SEQUENCE_DIGITS = 9;
    private static final char SOH = '\u0001';

    private final byte[] message;
    private final Map<Integer, Integer> positions;
    private final int sequenceAt;
    private final int sendingTimeAt;
    private final int transactTimeAt;

    private MessageTemplate(final byte[] message, final Map<Integer, Integer> positions) {
        this.message = message;
        this.positions = positions;
        sequenceAt = positions.get(34);
        sendingTimeAt = positions.get(52);
        transactTimeAt = positions.getOrDefault(60, -1);
    }

    static Builder builder(final String msgType, final String sender, final String target) {
        return new Builder(msgType, sender, target);
    }

    /** Where the value of a field of fixed width begins. */
    int positionOf(final int tag) {
        return positions.get(tag);
    }

    int length() {
        return message.length;
    }

    /** Puts a value into a field of the same width. */
    void put(final int position, final byte[] value) {
        System.arraycopy(value, 0, message, position, value.length);
    }

    /** Puts a number into a field, or a part of it, of this width. */
    void put(final int position, final int width, final long number) {
        Digits.put(message, position, width, number);
    }

    /** Puts the last three fields in and appends the message. The caller has made sure that it fits. */
    void write(final ByteBuffer out, final long sequence, final byte[] utc) {
        Digits.put(message, sequenceAt, SEQUENCE_DIGITS, sequence);
        System.arraycopy(utc, 0, message, sendingTimeAt, UtcTimestamp.LENGTH);
        if (transactTimeAt >= 0) {
            System.arraycopy(utc, 0, message, transactTimeAt, UtcTimestamp.LENGTH);
        }
        final int checkSumAt = message.length - 4;
        int sum = 0;
        for (int i = 0; i < checkSumAt - 3; i++) {
            sum += message[i];
        }
        Digits.put(message, checkSumAt, 3, sum & 0xFF);
        out.put(message);
    }

    /** Collects the fields of a message in their order; header and trailer are its own. */
    static final class Builder {
        private final StringBuilder body = new StringBuilder();
        private final Map<Integer, Integer> positions = new HashMap<>();

        private Builder(final String msgType, final String sender, final String target) {
            field(35, msgType)
                    .field(49, sender)
                    .field(56, target)
                    .blank(34, SEQUENCE_DIGITS)
                    .blank(52, UtcTimestamp.LENGTH);
        }

        /** A field that stays. */
        Builder field(final int tag, final String value) {
            body.append(tag).append('=');
            positions.put(tag, body.length());
            body.append(value).append(SOH);
            return this;
        }

        /** A field that is filled in later. */
        Builder blank(final int tag, final int width) {
            return field(tag, "0".repeat(width));
        }

        MessageTemplate build() {
            final String head = "8=FIX.4.4" + SOH + "9=" + body.length() + SOH;
            final Map<Integer, Integer> moved = new HashMap<>();
            positions.forEach((tag, at) -> moved.put(tag, at + head.length()));
            return new MessageTemplate((head + body + "10=000" + SOH).getBytes(StandardCharsets.US_ASCII), moved);
        }
    }
}
