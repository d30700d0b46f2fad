package io.vexchange.engine.cluster;

import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.IdleStrategy;

/**
 * Spins, yields, then sleeps with pauses that double, like a back-off; but a signal of its {@link WakeUps} ends a pause and begins anew. It
 * tells the next threads of the chain when its own has worked.
 */
final class WakingIdleStrategy implements IdleStrategy {
    private final IdleProfile profile;
    private final WakeUps heard;
    private final WakeUps told;

    private volatile Thread asleep;
    private long seenSignals;
    private int spins;
    private int yields;
    private long pauseNanos;

    /**
     * @param profile how long to spin and sleep
     * @param heard ends the pauses
     * @param told is signalled after work, or null
     */
    WakingIdleStrategy(final IdleProfile profile, final WakeUps heard, final WakeUps told) {
        this.profile = profile;
        this.heard = heard;
        this.told = told;
        heard.add(this);
        reset();
    }

    void close() {
        heard.remove(this);
    }

    void wake() {
        final Thread thread = asleep;
        if (thread != null) {
            asleep = null;
            LockSupport.unpark(thread);
        }
    }

    @Override
    public void idle(final int workCount) {
        if (workCount > 0) {
            reset();
            if (told != null) {
                told.signal();
            }
        } else {
            idle();
        }
    }

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // an idle strategy is what yielding is for
    public void idle() {
        if (spins < profile.spins) {
            spins++;
            Thread.onSpinWait();
        } else if (yields < profile.yields) {
            yields++;
            Thread.yield();
        } else {
            pause();
        }
    }

    private void pause() {
        final long signals = heard.signals();
        if (signals != seenSignals) {
            seenSignals = signals;
            reset();
            return;
        }
        asleep = Thread.currentThread();
        if (heard.signals() == seenSignals) {
            LockSupport.parkNanos(this, pauseNanos);
        }
        asleep = null;
        pauseNanos = Math.min(pauseNanos * 2, profile.maximumPauseNanos);
    }

    @Override
    public void reset() {
        spins = 0;
        yields = 0;
        pauseNanos = profile.minimumPauseNanos;
    }

    @Override
    public String alias() {
        return "waking-" + profile;
    }
}
