package io.vexchange.fix.journal;

import java.time.Duration;

/**
 * How much a journal keeps. Whole files are given up, so it may be a file more.
 *
 * @param segmentBytes size of a file, at least 256 KiB
 * @param keptMessages messages sent and events waiting
 * @param keptMillis age
 */
public record JournalLimits(int segmentBytes, int keptMessages, long keptMillis) {
    /** Checks the size. */
    public JournalLimits {
        if (segmentBytes < 1 << 18) {
            throw new IllegalArgumentException("segmentBytes=" + segmentBytes);
        }
    }

    /** @return a million messages, two days */
    public static JournalLimits defaults() {
        return new JournalLimits(4 << 20, 1_000_000, Duration.ofDays(2).toMillis());
    }
}
