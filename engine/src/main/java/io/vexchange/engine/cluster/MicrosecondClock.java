package io.vexchange.engine.cluster;

import io.aeron.cluster.service.ClusterClock;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.EpochMicroClock;
import org.agrona.concurrent.SystemEpochMicroClock;

/** Log entries are stamped in microseconds since the epoch. */
final class MicrosecondClock implements ClusterClock {
    private final EpochMicroClock clock = new SystemEpochMicroClock();

    @Override
    public TimeUnit timeUnit() {
        return TimeUnit.MICROSECONDS;
    }

    @Override
    public long time() {
        return clock.microTime();
    }

    @Override
    public long convertToNanos(final long time) {
        return TimeUnit.MICROSECONDS.toNanos(time);
    }
}
