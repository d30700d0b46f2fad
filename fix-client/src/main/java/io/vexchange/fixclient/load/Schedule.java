package io.vexchange.fixclient.load;

/** When each request of an open loop is due: evenly spaced, whatever the venue does. */
final class Schedule {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final long startNanos;
    private final int ratePerSecond;
    private final long count;

    /**
     * @param startNanos when the first request is due
     * @param ratePerSecond of all sessions together, above 0
     * @param durationNanos for which requests are due
     */
    Schedule(final long startNanos, final int ratePerSecond, final long durationNanos) {
        this.startNanos = startNanos;
        this.ratePerSecond = ratePerSecond;
        count = requestsIn(durationNanos);
    }

    /** How many requests there are in all. */
    long count() {
        return count;
    }

    /** When the request of this index, from 0, is due. */
    long dueNanos(final long index) {
        return startNanos
                + index / ratePerSecond * NANOS_PER_SECOND
                + index % ratePerSecond * NANOS_PER_SECOND / ratePerSecond;
    }

    /** How many requests should have been sent by now. */
    long dueBy(final long nowNanos) {
        final long elapsed = nowNanos - startNanos;
        if (elapsed < 0) {
            return 0;
        }
        return Math.min(requestsIn(elapsed) + 1, count);
    }

    private long requestsIn(final long nanos) {
        return nanos / NANOS_PER_SECOND * ratePerSecond + nanos % NANOS_PER_SECOND * ratePerSecond / NANOS_PER_SECOND;
    }
}
