package io.vexchange.fixclient.load;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/**
 * Times from when a request was due to when it was answered, in nanoseconds. Because a request's time begins when it was due and not when
 * it could be sent, a stall counts for every request that fell into it (coordinated omission). Written by one thread.
 */
final class Latencies {
    /** Longer ones count as this. */
    static final long LONGEST_NANOS = 600_000_000_000L;

    private static final int DIGITS = 3;

    private final Histogram measured = new Histogram(LONGEST_NANOS, DIGITS);
    private final SingleWriterRecorder live = new SingleWriterRecorder(LONGEST_NANOS, DIGITS);
    private volatile long measureFromNanos;

    /** What was due before is warm-up: it is shown live, and is not in the result. */
    void measureFrom(final long nanos) {
        measureFromNanos = nanos;
    }

    void record(final long dueNanos, final long nowNanos) {
        final long nanos = Math.min(Math.max(nowNanos - dueNanos, 0), LONGEST_NANOS);
        live.recordValue(nanos);
        if (dueNanos - measureFromNanos >= 0) {
            measured.recordValue(nanos);
        }
    }

    /** What was recorded since the last call; for one reader. */
    Histogram sinceLast(final Histogram used) {
        return live.getIntervalHistogram(used);
    }

    /** All that was measured. To be read when its writer has ended. */
    Histogram measured() {
        return measured;
    }
}
