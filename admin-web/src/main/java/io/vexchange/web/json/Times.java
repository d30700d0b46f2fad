package io.vexchange.web.json;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Times as text: RFC 3339, UTC, six decimals, {@code Z}. */
public final class Times {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final long MICROS_PER_SECOND = 1_000_000;

    private Times() {}

    /**
     * @param timeMicros microseconds since the epoch
     * @return the text
     */
    public static String text(final long timeMicros) {
        return FORMAT.format(Instant.ofEpochSecond(
                Math.floorDiv(timeMicros, MICROS_PER_SECOND), Math.floorMod(timeMicros, MICROS_PER_SECOND) * 1000));
    }

    /**
     * @param timeMicros microseconds since the epoch, 0 or {@link Long#MIN_VALUE} for no time
     * @return the text, or null for no time
     */
    public static String textOrNull(final long timeMicros) {
        return timeMicros == 0 || timeMicros == Long.MIN_VALUE ? null : text(timeMicros);
    }

    /**
     * @param text RFC 3339 with any offset and at most six decimals
     * @return microseconds since the epoch
     * @throws IllegalArgumentException when it is no such time
     */
    public static long micros(final String text) {
        try {
            final Instant instant = OffsetDateTime.parse(text).toInstant();
            if (instant.getNano() % 1000 != 0) {
                throw new IllegalArgumentException("finer than a microsecond");
            }
            return Math.addExact(
                    Math.multiplyExact(instant.getEpochSecond(), MICROS_PER_SECOND), instant.getNano() / 1000);
        } catch (final DateTimeParseException | ArithmeticException e) {
            throw new IllegalArgumentException("not a time such as 2026-11-22T09:30:00.123456Z", e);
        }
    }

    /** @return the wall clock, microseconds since the epoch */
    public static long nowMicros() {
        final Instant now = Instant.now();
        return now.getEpochSecond() * MICROS_PER_SECOND + now.getNano() / 1000;
    }
}
