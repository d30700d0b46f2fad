package io.vexchange.web.access;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * A token bucket a key: so many requests a second, with a burst. Bounded: buckets that are full again are forgotten when many are kept.
 * Threads: any.
 */
public final class RateLimit {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int KEPT = 10_000;

    private final Map<Object, Bucket> buckets = new ConcurrentHashMap<>();
    private final double perNano;
    private final double burst;
    private final LongSupplier nanoClock;

    /**
     * @param perSecond requests a second, at least 1
     * @param burst requests at once, at least 1
     * @param nanoClock as {@link System#nanoTime()}
     */
    public RateLimit(final int perSecond, final int burst, final LongSupplier nanoClock) {
        if (perSecond < 1 || burst < 1) {
            throw new IllegalArgumentException("perSecond=" + perSecond + " burst=" + burst);
        }
        this.perNano = (double) perSecond / NANOS_PER_SECOND;
        this.burst = burst;
        this.nanoClock = nanoClock;
    }

    /**
     * Takes one request off the key's allowance.
     *
     * @param key whose
     * @return 0 when it is allowed, else the whole seconds after which one will be
     */
    public int take(final Object key) {
        final long now = nanoClock.getAsLong();
        if (buckets.size() > KEPT) {
            buckets.values().removeIf(bucket -> bucket.isFull(now));
        }
        return buckets.computeIfAbsent(key, k -> new Bucket(now)).take(now);
    }

    private final class Bucket {
        private double left = burst;
        private long at;

        Bucket(final long now) {
            at = now;
        }

        synchronized int take(final long now) {
            fill(now);
            if (left >= 1) {
                left--;
                return 0;
            }
            return (int) Math.max(1, Math.ceil((1 - left) / perNano / NANOS_PER_SECOND));
        }

        synchronized boolean isFull(final long now) {
            fill(now);
            return left >= burst;
        }

        private void fill(final long now) {
            left = Math.min(burst, left + Math.max(0, now - at) * perNano);
            at = now;
        }
    }
}
