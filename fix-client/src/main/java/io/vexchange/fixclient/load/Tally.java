package io.vexchange.fixclient.load;

import java.util.concurrent.atomic.AtomicLong;

/** A count that one thread raises and any thread reads. */
final class Tally {
    private final AtomicLong count = new AtomicLong();

    void raise() {
        count.setRelease(count.getPlain() + 1);
    }

    long get() {
        return count.getAcquire();
    }
}
