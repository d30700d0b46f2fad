package io.vexchange.fix;

import java.util.concurrent.TimeUnit;

/** Counts messages by whole seconds. Not thread-safe. */
final class MessageRate {
    private long second = Long.MIN_VALUE;
    private int inSecond;
    private int before;

    /** A message at this time. */
    void count(final long timeMicros) {
        moveTo(TimeUnit.MICROSECONDS.toSeconds(timeMicros));
        inSecond++;
    }

    /** @return messages in the last whole second */
    int perSecond(final long nowMicros) {
        moveTo(TimeUnit.MICROSECONDS.toSeconds(nowMicros));
        return before;
    }

    private void moveTo(final long now) {
        if (now > second) {
            before = now == second + 1 ? inSecond : 0;
            inSecond = 0;
            second = now;
        }
    }
}
