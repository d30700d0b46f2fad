package io.vexchange.fixclient.load;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * When the newest requests of a session were due, until they are answered. One thread adds, another takes. Requests have numbers from 1.
 */
final class RequestRing {
    private static final long TAKEN = Long.MIN_VALUE;

    private final AtomicLongArray due;
    private final int mask;

    /** @param capacity a power of two; no more may be unanswered */
    RequestRing(final int capacity) {
        due = new AtomicLongArray(capacity);
        mask = capacity - 1;
        for (int i = 0; i < capacity; i++) {
            due.setPlain(i, TAKEN);
        }
    }

    int capacity() {
        return mask + 1;
    }

    void add(final long number, final long dueNanos) {
        due.setRelease((int) number & mask, dueNanos);
    }

    /** Makes sure that nothing is known of this number. */
    void clear(final long number) {
        due.setRelease((int) number & mask, TAKEN);
    }

    /** Records how long it took, once; false when it was taken before. */
    boolean take(final long number, final Latencies latencies, final long nowNanos) {
        final int slot = (int) number & mask;
        final long nanos = due.getAcquire(slot);
        if (nanos == TAKEN) {
            return false;
        }
        due.setRelease(slot, TAKEN);
        latencies.record(nanos, nowNanos);
        return true;
    }
}
