package io.vexchange.fix;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** The text of FIX messages: fields, checksums, times. */
final class FixText {
    static final char SOH = '\001';
    static final String BEGIN_STRING = "FIX.4.4";
    private static final String HEAD = "8=FIX.4.4\0019=";

    private FixText() {}

    /** @return the first value of a field, or null */
    static String value(final String message, final int tag) {
        final String key = SOH + Integer.toString(tag) + '=';
        final int at = message.indexOf(key);
        if (at < 0) {
            return null;
        }
        final int from = at + key.length();
        final int to = message.indexOf(SOH, from);
        return to < 0 ? null : message.substring(from, to);
    }

    /** @return the MsgType, or an empty text */
    static String type(final String message) {
        final String type = value(message, 35);
        return type == null ? "" : type;
    }

    /** @return true when the message ends with the sum of its bytes */
    static boolean hasRightChecksum(final String message) {
        final int at = message.length() - 7;
        if (at < 0 || !message.startsWith("10=", at)) {
            return false;
        }
        return message.regionMatches(at + 3, threeDigits(sum(message, at)), 0, 3);
    }

    private static int sum(final CharSequence text, final int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += text.charAt(i);
        }
        return sum & 0xff;
    }

    private static String threeDigits(final int number) {
        return "" + (char) ('0' + number / 100) + (char) ('0' + number / 10 % 10) + (char) ('0' + number % 10);
    }

    /** @return a whole message from its fields, from 35 to the last before 10, each ended by SOH */
    static String frame(final CharSequence fields) {
        final StringBuilder message = new StringBuilder(fields.length() + 32);
        message.append(HEAD).append(fields.length()).append(SOH).append(fields);
        final String checksum = threeDigits(sum(message, message.length()));
        message.append("10=").append(checksum).append(SOH);
        return message.toString();
    }

    /** Appends one field. */
    static StringBuilder field(final StringBuilder to, final int tag, final CharSequence value) {
        return to.append(tag).append('=').append(value).append(SOH);
    }

    /** Appends one field. */
    static StringBuilder field(final StringBuilder to, final int tag, final long value) {
        return to.append(tag).append('=').append(value).append(SOH);
    }

    /** Appends one field. */
    static StringBuilder field(final StringBuilder to, final int tag, final char value) {
        return to.append(tag).append('=').append(value).append(SOH);
    }

    /** Appends a UTCTimestamp without a tag. */
    static StringBuilder time(final StringBuilder to, final long timeMicros, final boolean microseconds) {
        final long seconds = Math.floorDiv(timeMicros, 1_000_000L);
        final int micros = (int) Math.floorMod(timeMicros, 1_000_000L);
        final ZonedDateTime at = Instant.ofEpochSecond(seconds).atZone(ZoneOffset.UTC);
        digits(to, at.getYear(), 4);
        digits(to, at.getMonthValue(), 2);
        digits(to, at.getDayOfMonth(), 2).append('-');
        digits(to, at.getHour(), 2).append(':');
        digits(to, at.getMinute(), 2).append(':');
        digits(to, at.getSecond(), 2).append('.');
        return microseconds ? digits(to, micros, 6) : digits(to, micros / 1000, 3);
    }

    private static StringBuilder digits(final StringBuilder to, final int number, final int count) {
        int power = 1;
        for (int i = 1; i < count; i++) {
            power *= 10;
        }
        for (; power > 0; power /= 10) {
            to.append((char) ('0' + number / power % 10));
        }
        return to;
    }

    /** @return a message for people: fields parted by |, passwords masked */
    static String masked(final String message) {
        final StringBuilder text = new StringBuilder(message.length());
        int from = 0;
        while (from < message.length()) {
            int to = message.indexOf(SOH, from);
            to = to < 0 ? message.length() : to;
            if (message.startsWith("554=", from) || message.startsWith("925=", from)) {
                text.append(message, from, from + 4).append("***");
            } else {
                text.append(message, from, to);
            }
            text.append('|');
            from = to + 1;
        }
        return text.toString();
    }
}
