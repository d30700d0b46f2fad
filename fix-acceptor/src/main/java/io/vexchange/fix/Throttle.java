package io.vexchange.fix;

/** A token bucket that fills continuously, and a watch for abuse. One session's thread only. */
final class Throttle {
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final int ABUSE_FACTOR = 5;
    private static final int ABUSE_SECONDS = 5;

    private final double perSecond;
    private final double burst;
    private double tokens;
    private long filledNanos;
    private long secondBeganNanos;
    private int inSecond;
    private int abusedSeconds;

    /**
     * @param perSecond requests a second, 0 = no throttle
     * @param burst requests at once
     * @param nowNanos of a monotonic clock
     */
    Throttle(final int perSecond, final int burst, final long nowNanos) {
        this.perSecond = perSecond;
        this.burst = Math.max(burst, perSecond > 0 ? 1 : 0);
        this.tokens = this.burst;
        this.filledNanos = nowNanos;
        this.secondBeganNanos = nowNanos;
    }

    /** @return false when there are not so many tokens; then none is taken */
    boolean take(final int count, final long nowNanos) {
        if (perSecond == 0) {
            return true;
        }
        tokens = Math.min(burst, tokens + (nowNanos - filledNanos) * perSecond / SECOND_NANOS);
        filledNanos = nowNanos;
        if (tokens < count) {
            return false;
        }
        tokens -= count;
        return true;
    }

    /** Counts a message of any kind. @return true when there have been more than five times the rate for five seconds */
    boolean isAbuse(final long nowNanos) {
        if (perSecond == 0) {
            return false;
        }
        if (nowNanos - secondBeganNanos >= SECOND_NANOS) {
            final boolean next = nowNanos - secondBeganNanos < 2 * SECOND_NANOS;
            abusedSeconds = next && inSecond > ABUSE_FACTOR * perSecond ? abusedSeconds + 1 : 0;
            inSecond = 0;
            secondBeganNanos = nowNanos;
        }
        inSecond++;
        return abusedSeconds >= ABUSE_SECONDS;
    }
}
