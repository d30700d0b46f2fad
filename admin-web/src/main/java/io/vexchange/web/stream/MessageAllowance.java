package io.vexchange.web.stream;

import java.util.concurrent.TimeUnit;

/** How much a client may say: 20 messages a second with a burst of 40, and 20 faults a minute. The hub's thread only. */
final class MessageAllowance {
    private static final int PER_SECOND = 20;
    private static final int BURST = 40;
    private static final int FAULTS = 20;
    private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private double left = BURST;
    private long atNanos;
    private long minuteNanos;
    private int faults;

    MessageAllowance(final long nowNanos) {
        atNanos = nowNanos;
        minuteNanos = nowNanos;
    }

    /** @return false when it comes too fast */
    boolean message(final long nowNanos) {
        left = Math.min(BURST, left + (nowNanos - atNanos) / NANOS_PER_SECOND * PER_SECOND);
        atNanos = nowNanos;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }

    /** @return false when it was one too many */
    boolean fault(final long nowNanos) {
        if (nowNanos - minuteNanos > MINUTE_NANOS) {
            minuteNanos = nowNanos;
            faults = 0;
        }
        return ++faults < FAULTS;
    }
}
