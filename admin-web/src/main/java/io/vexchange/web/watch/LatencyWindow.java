package io.vexchange.web.watch;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import io.vexchange.web.shape.LatencyShape;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** Percentiles of a timer over the last ten looks, from the differences of its buckets. One thread. */
final class LatencyWindow {
    static final int LOOKS = 10;

    private static final class Counts {
        final long atNanos;
        final long[] cumulative;
        final long total;

        Counts(final long atNanos, final long[] cumulative, final long total) {
            this.atNanos = atNanos;
            this.cumulative = cumulative;
            this.total = total;
        }
    }

    private final String channel;
    private final Deque<Counts> looks = new ArrayDeque<>();

    LatencyWindow(final String channel) {
        this.channel = channel;
    }

    /** Looks at the timer, which has a histogram whose buckets count what is at most their bound. */
    LatencyShape look(final Timer timer, final long nowNanos) {
        final HistogramSnapshot snapshot = timer.takeSnapshot();
        final CountAtBucket[] buckets = snapshot.histogramCounts();
        final long[] now = new long[buckets.length];
        for (int i = 0; i < buckets.length; i++) {
            now[i] = (long) buckets[i].count();
        }
        final Counts counts = new Counts(nowNanos, now, timer.count());
        looks.addLast(counts);
        final Counts before = looks.peekFirst();
        if (looks.size() > LOOKS) {
            looks.removeFirst();
        }
        final long total = counts.total - before.total;
        final double seconds = Math.max(1e-9, (nowNanos - before.atNanos) / 1e9);
        if (total <= 0 || before.cumulative.length != now.length) {
            return new LatencyShape(channel, 0, null, null, null, null, null);
        }
        return new LatencyShape(
                channel,
                total / seconds,
                micros(buckets, before.cumulative, now, total, 0.5),
                micros(buckets, before.cumulative, now, total, 0.9),
                micros(buckets, before.cumulative, now, total, 0.99),
                micros(buckets, before.cumulative, now, total, 0.999),
                (long) snapshot.max(TimeUnit.MICROSECONDS));
    }

    /** Within a bucket values are taken to be spread evenly. */
    private static Long micros(
            final CountAtBucket[] buckets,
            final long[] before,
            final long[] now,
            final long total,
            final double share) {
        final double rank = share * total;
        double lowNanos = 0;
        long below = 0;
        for (int i = 0; i < buckets.length; i++) {
            final long upTo = now[i] - before[i];
            final double highNanos = buckets[i].bucket(TimeUnit.NANOSECONDS);
            if (upTo >= rank) {
                final long within = upTo - below;
                final double part = within == 0 ? 1 : (rank - below) / within;
                final double bound = Double.isInfinite(highNanos) ? lowNanos : highNanos;
                return Math.round((lowNanos + (bound - lowNanos) * part) / 1_000);
            }
            below = upTo;
            lowNanos = highNanos;
        }
        return Math.round(lowNanos / 1_000);
    }
}
