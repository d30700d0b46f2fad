package io.vexchange.engine.cluster;

import java.util.concurrent.TimeUnit;

/**
 * What an idle venue costs, against how fast it wakes up. Threads of one process wake each other; the pauses are for what comes from
 * elsewhere.
 */
public enum IdleProfile {
    /** Least work while idle. */
    FRUGAL(0, 4, TimeUnit.MICROSECONDS.toNanos(50), TimeUnit.MILLISECONDS.toNanos(10)),
    /** Little work while idle, quick under load. */
    BALANCED(20, 60, TimeUnit.MICROSECONDS.toNanos(20), TimeUnit.MILLISECONDS.toNanos(4)),
    /** Never sleeps: for machines with a core for each thread. */
    SPIN(100, Integer.MAX_VALUE, 0, 0);

    final int spins;
    final int yields;
    final long minimumPauseNanos;
    final long maximumPauseNanos;

    IdleProfile(final int spins, final int yields, final long minimumPauseNanos, final long maximumPauseNanos) {
        this.spins = spins;
        this.yields = yields;
        this.minimumPauseNanos = minimumPauseNanos;
        this.maximumPauseNanos = maximumPauseNanos;
    }
}
