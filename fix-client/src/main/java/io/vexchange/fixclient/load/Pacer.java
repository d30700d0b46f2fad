package io.vexchange.fixclient.load;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Sends the requests of an open loop when they are due, to the sessions in turn. What cannot be sent in time is sent late. */
final class Pacer {
    private static final int BATCH = 64;
    private static final long RETRY_NANOS = 50_000;
    private static final long LONGEST_NAP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    /** Behind the end of the schedule, this long is tried to catch up. */
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Schedule schedule;
    private final List<LoadSession> sessions;
    private final NanoClock clock;
    private final Latencies lateness;
    private final BooleanSupplier stopped;

    /** @param lateness how late each request was sent, which is this program's doing or back-pressure */
    Pacer(
            final Schedule schedule,
            final List<LoadSession> sessions,
            final NanoClock clock,
            final Latencies lateness,
            final BooleanSupplier stopped) {
        this.schedule = schedule;
        this.sessions = sessions;
        this.clock = clock;
        this.lateness = lateness;
        this.stopped = stopped;
    }

    /** Sends all of them, and returns how many it sent. */
    long run() {
        final long lastNanos = schedule.dueNanos(schedule.count()) + GRACE_NANOS;
        long next = 0;
        while (next < schedule.count() && !stopped.getAsBoolean()) {
            final long now = clock.nanos();
            if (now - lastNanos > 0) {
                break;
            }
            final long due = Math.min(schedule.dueBy(now), next + BATCH);
            final long before = next;
            while (next < due && sessionOf(next).offer(schedule.dueNanos(next))) {
                lateness.record(schedule.dueNanos(next), now);
                next++;
            }
            sessions.forEach(LoadSession::flush);
            if (next < due) {
                LockSupport.parkNanos(RETRY_NANOS);
            } else if (next - before < BATCH) {
                LockSupport.parkNanos(
                        Math.min(LONGEST_NAP_NANOS, Math.max(0, schedule.dueNanos(next) - clock.nanos())));
            }
        }
        return next;
    }

    private LoadSession sessionOf(final long index) {
        return sessions.get((int) (index % sessions.size()));
    }
}
