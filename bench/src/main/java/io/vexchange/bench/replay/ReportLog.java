package io.vexchange.bench.replay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The reports of one run, written as binary records while it is timed; made into the workload's text, sorted and hashed, afterwards. A
 * record is five words: type, side and quantity; sequence; price; order id (of a trade: maker's); taker's order id.
 */
final class ReportLog {
    static final int ACCEPTED = 0;
    static final int TRADE = 1;
    static final int CANCELLED = 2;
    static final int MODIFIED = 3;
    static final int CANCEL_REFUSED = 4;
    static final int MODIFY_REFUSED = 5;

    private static final int TYPES = 6;
    private static final int WORDS = 5;
    private static final int MASK = 0xFF;

    private long[] words;
    private int end;
    private long sequence;

    /** @param messages how many messages there will be */
    ReportLog(final int messages) {
        words = new long[messages * 2 * WORDS];
        // its pages are touched before anything is timed
        Arrays.fill(words, 1);
    }

    void clear() {
        end = 0;
    }

    /** Reports are of this message from now on. */
    void message(final long newSequence) {
        sequence = newSequence;
    }

    int size() {
        return end / WORDS;
    }

    void order(final int type, final int side, final long orderId, final long ticks, final long lots) {
        write(type | (side << Byte.SIZE) | (lots << Integer.SIZE), ticks, orderId, 0);
    }

    void trade(final long ticks, final long lots, final long makerId, final long takerId) {
        write(TRADE | (lots << Integer.SIZE), ticks, makerId, takerId);
    }

    void refused(final int type, final long orderId) {
        write(type, 0, orderId, 0);
    }

    private void write(final long head, final long ticks, final long orderId, final long takerId) {
        if (end + WORDS > words.length) {
            words = Arrays.copyOf(words, 2 * words.length);
        }
        words[end] = head;
        words[end + 1] = sequence;
        words[end + 2] = ticks;
        words[end + 3] = orderId;
        words[end + 4] = takerId;
        end += WORDS;
    }

    /** SHA-256 of the text: sorted stably by sequence, which grows already, and type. */
    String hash() {
        final MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        final StringBuilder text = new StringBuilder(1 << 16);
        int from = 0;
        while (from < end) {
            int to = from;
            while (to < end && words[to + 1] == words[from + 1]) {
                to += WORDS;
            }
            for (int type = 0; type < TYPES; type++) {
                append(text, from, to, type);
            }
            from = to;
            if (from == end) {
                text.setLength(Math.max(0, text.length() - 1));
            }
            if (from == end || text.length() > 1 << 15) {
                digest.update(text.toString().getBytes(StandardCharsets.US_ASCII));
                text.setLength(0);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void append(final StringBuilder text, final int from, final int to, final int type) {
        for (int at = from; at < to; at += WORDS) {
            if ((words[at] & MASK) == type) {
                line(text, at, type);
            }
        }
    }

    private void line(final StringBuilder text, final int at, final int type) {
        final long lots = words[at] >>> Integer.SIZE;
        final long side = (words[at] >>> Byte.SIZE) & MASK;
        text.append(type).append(',').append(Long.toUnsignedString(words[at + 1]));
        switch (type) {
            case TRADE -> field(text, words[at + 2], lots, words[at + 3], words[at + 4]);
            case CANCELLED -> field(text, side, words[at + 3], words[at + 2]);
            case CANCEL_REFUSED, MODIFY_REFUSED -> field(text, words[at + 3]);
            default -> field(text, side, words[at + 3], words[at + 2], lots);
        }
        text.append('\n');
    }

    private static void field(final StringBuilder text, final long... values) {
        for (final long value : values) {
            text.append(',').append(value);
        }
    }
}
