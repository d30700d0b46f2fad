package io.vexchange.fixclient.load;

import java.nio.charset.StandardCharsets;

/** The fields of one received message, in the buffer it was received in. The first of equal tags counts. Not for several threads. */
final class FixView {
    private static final int TAGS = 1_024;
    private static final byte SOH = 1;

    private final int[] starts = new int[TAGS];
    private final int[] lengths = new int[TAGS];
    private final int[] stamps = new int[TAGS];
    private byte[] bytes = new byte[0];
    private int from;
    private int to;
    private int stamp;

    /** Takes the fields from {@code start} up to {@code end}. False when they are no fields. */
    boolean wrap(final byte[] buffer, final int start, final int end) {
        bytes = buffer;
        from = start;
        to = end;
        stamp++;
        int at = start;
        while (at < end) {
            int tag = 0;
            while (at < end && buffer[at] != '=') {
                tag = tag * 10 + buffer[at++] - '0';
            }
            final int value = ++at;
            while (at < end && buffer[at] != SOH) {
                at++;
            }
            if (at >= end || tag <= 0) {
                return false;
            }
            if (tag < TAGS && stamps[tag] != stamp) {
                stamps[tag] = stamp;
                starts[tag] = value;
                lengths[tag] = at - value;
            }
            at++;
        }
        return true;
    }

    boolean has(final int tag) {
        return stamps[tag] == stamp;
    }

    boolean isOneCharacter(final int tag) {
        return has(tag) && lengths[tag] == 1;
    }

    /** The first character of a value, 0 when the field is absent or empty. */
    byte first(final int tag) {
        return has(tag) && lengths[tag] > 0 ? bytes[starts[tag]] : 0;
    }

    /** A whole number without sign, -1 when it is absent or is none. */
    long number(final int tag) {
        return has(tag) ? Digits.parse(bytes, starts[tag], lengths[tag]) : -1;
    }

    /** The value as text, null when it is absent. */
    String text(final int tag) {
        return has(tag) ? new String(bytes, starts[tag], lengths[tag], StandardCharsets.ISO_8859_1) : null;
    }

    /** True when the value is 0 in any way of writing it. */
    boolean isZero(final int tag) {
        for (int i = starts[tag]; i < starts[tag] + lengths[tag]; i++) {
            if (bytes[i] != '0' && bytes[i] != '.') {
                return false;
            }
        }
        return has(tag);
    }

    /** The number behind a prefix of ours, -1 when the value is absent or somebody else's. */
    long numberBehind(final int tag, final byte[] prefix) {
        if (!has(tag) || lengths[tag] <= prefix.length) {
            return -1;
        }
        final int start = starts[tag];
        for (int i = 0; i < prefix.length; i++) {
            if (bytes[start + i] != prefix[i]) {
                return -1;
            }
        }
        return Digits.parse(bytes, start + prefix.length, lengths[tag] - prefix.length);
    }

    /** The message with | between its fields. */
    @Override
    public String toString() {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).replace('\u0001', '|');
    }
}
