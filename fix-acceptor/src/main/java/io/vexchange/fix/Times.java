package io.vexchange.fix;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;

/** Times and dates as they come in. */
final class Times {
    static final long NONE = Long.MIN_VALUE;
    private static final long ACCURACY_SECONDS = 120;

    private Times() {}

    /** @return microseconds since the epoch of a UTCTimestamp with 0, 3, 6 or 9 decimals, or {@link #NONE} */
    static long micros(final String text) {
        final LocalDateTime at = of(text);
        return at == null ? NONE : at.toEpochSecond(ZoneOffset.UTC) * 1_000_000L + at.get(ChronoField.MICRO_OF_SECOND);
    }

    /** @return a UTCTimestamp with 0, 3, 6 or 9 decimals, or null */
    static LocalDateTime of(final String text) {
        final int length = text.length();
        final boolean form = length >= 17
                && text.charAt(8) == '-'
                && text.charAt(11) == ':'
                && text.charAt(14) == ':'
                && (length == 17 || (text.charAt(17) == '.' && (length == 21 || length == 24 || length == 27)));
        if (!form) {
            return null;
        }
        final int day = number(text, 0, 8);
        final int hour = number(text, 9, 11);
        final int minute = number(text, 12, 14);
        final int second = number(text, 15, 17);
        final int nanos = length == 17 ? 0 : fraction(text, length);
        if (day < 0 || hour < 0 || minute < 0 || second < 0 || nanos < 0) {
            return null;
        }
        try {
            return LocalDateTime.of(
                    day / 10_000, day / 100 % 100, day % 100, hour, minute, Math.min(second, 59), nanos);
        } catch (final DateTimeException e) {
            return null;
        }
    }

    private static int fraction(final String text, final int length) {
        int fraction = number(text, 18, length);
        for (int i = length; i < 27 && fraction >= 0; i++) {
            fraction *= 10;
        }
        return fraction;
    }

    /** @return yyyymmdd of a date that exists, or -1 */
    static int day(final String text) {
        final int day = text.length() == 8 ? number(text, 0, 8) : -1;
        if (day < 0) {
            return -1;
        }
        try {
            LocalDate.of(day / 10_000, day / 100 % 100, day % 100);
            return day;
        } catch (final DateTimeException e) {
            return -1;
        }
    }

    /** @return true when a SendingTime is within two minutes of now */
    static boolean isNow(final String sendingTime, final long nowMillis) {
        final long micros = micros(sendingTime);
        return micros != NONE && Math.abs(nowMillis - micros / 1_000) / 1_000 <= ACCURACY_SECONDS;
    }

    private static int number(final String text, final int from, final int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            final char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }
}
