package io.vexchange.engine.cluster;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Threads of one process that wait for work from each other. A signal costs a counter's increment, and a wake-up for each thread that
 * sleeps. No signal is lost: a sleeper looks at the counter after it has said that it sleeps.
 */
final class WakeUps {
    private final AtomicLong signals = new AtomicLong();
    private final CopyOnWriteArrayList<WakingIdleStrategy> sleepers = new CopyOnWriteArrayList<>();

    void add(final WakingIdleStrategy sleeper) {
        sleepers.add(sleeper);
    }

    void remove(final WakingIdleStrategy sleeper) {
        sleepers.remove(sleeper);
    }

    long signals() {
        return signals.get();
    }

    void signal() {
        signals.incrementAndGet();
        for (final WakingIdleStrategy sleeper : sleepers) {
            sleeper.wake();
        }
    }
}
