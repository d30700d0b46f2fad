package io.vexchange.web.access;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How long those must wait who give wrong passwords: each failure of a user from an address doubles the delay, from 0.25 s to 30 s.
 * Attempts at once take turns, so that many at a time gain nothing. Bounded. Threads: any.
 */
public final class LogInDelays {
    private static final long FIRST_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long FORGET_NANOS = TimeUnit.MINUTES.toNanos(15);
    private static final int DOUBLINGS = 7;
    private static final int KEPT = 10_000;

    private final LongSupplier nanoClock;
    private final Map<Key, Turns> turns = new ConcurrentHashMap<>();

    private record Key(String user, String address) {}

    private static final class Turns {
        private int failures;
        private long freeAt;
    }

    /**
     * When an attempt may be looked at, and when its failure may be told.
     *
     * @param waitNanos before the password is looked at
     * @param delayNanos from then on before a failure is told
     */
    public record Turn(long waitNanos, long delayNanos) {}

    /** @param nanoClock as {@link System#nanoTime()} */
    public LogInDelays(final LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /**
     * An attempt begins; it counts as a failure until {@link #right}.
     *
     * @param user as given
     * @param address of the caller
     * @return its turn, null when so many wait already that it would take over 30 s
     */
    public Turn begin(final String user, final String address) {
        final long now = nanoClock.getAsLong();
        if (turns.size() >= KEPT) {
            turns.values().removeIf(each -> now - each.freeAt > FORGET_NANOS);
            if (turns.size() >= KEPT) {
                turns.clear(); // a flood from many addresses; the numbers of requests are bounded elsewhere
            }
        }
        final Turn[] turn = new Turn[1];
        turns.compute(new Key(user, address), (key, found) -> {
            final Turns it = found == null || now - found.freeAt > FORGET_NANOS ? fresh(now) : found;
            final long wait = Math.max(0, it.freeAt - now);
            if (wait <= LONGEST_NANOS) {
                final long delay = Math.min(LONGEST_NANOS, FIRST_NANOS << Math.min(it.failures, DOUBLINGS));
                it.failures++;
                it.freeAt = now + wait + delay;
                turn[0] = new Turn(wait, delay);
            }
            return it;
        });
        return turn[0];
    }

    private static Turns fresh(final long now) {
        final Turns it = new Turns();
        it.freeAt = now;
        return it;
    }

    /**
     * The password was right: what went before is forgotten.
     *
     * @param user as given
     * @param address of the caller
     */
    public void right(final String user, final String address) {
        turns.remove(new Key(user, address));
    }
}
