package io.vexchange.fixclient.load;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The present as FIX writes it, {@code yyyyMMdd-HH:mm:ss.SSS}; remade only when the millisecond changes. Not for several threads. */
final class UtcTimestamp {
    static final int LENGTH = 21;
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MILLIS_AT = 18;

    private final byte[] text = new byte[LENGTH];
    private long second = Long.MIN_VALUE;
    private long millisecond = Long.MIN_VALUE;

    /** The text of a time in milliseconds since 1970. The array is used again by the next call. */
    byte[] at(final long epochMillis) {
        if (epochMillis != millisecond) {
            millisecond = epochMillis;
            final long epochSecond = Math.floorDiv(epochMillis, 1_000L);
            if (epochSecond != second) {
                second = epochSecond;
                final byte[] head =
                        SECOND.format(Instant.ofEpochSecond(epochSecond)).getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(head, 0, text, 0, MILLIS_AT);
            }
            Digits.put(text, MILLIS_AT, LENGTH - MILLIS_AT, Math.floorMod(epochMillis, 1_000L));
        }
        return text;
    }
}
