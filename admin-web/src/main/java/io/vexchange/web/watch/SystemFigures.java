package io.vexchange.web.watch;

import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Statistic;
import io.micrometer.core.instrument.Timer;
import io.vexchange.web.json.Times;
import io.vexchange.web.shape.ClusterShape;
import io.vexchange.web.shape.HealthShape;
import io.vexchange.web.shape.LatencyShape;
import io.vexchange.web.shape.SystemShape;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Rates and percentiles from what is measured anyway. One thread at a time. */
final class SystemFigures {
    private final MeterRegistry meters;
    private final Map<String, LatencyWindow> windows = new HashMap<>();
    private long atNanos;
    private double orders;
    private double refusals;
    private double trades;
    private double events;
    private double gcMillis;

    SystemFigures(final MeterRegistry meters) {
        this.meters = meters;
    }

    SystemShape look(final ClusterShape cluster, final HealthShape health, final int webSockets, final long nowNanos) {
        final double seconds = atNanos == 0 ? 0 : (nowNanos - atNanos) / 1e9;
        atNanos = nowNanos;
        final double ordersNow = sum("vex.orders", null, null);
        final double refusalsNow = sum("vex.orders", "result", "refused");
        final double tradesNow = sum("vex.trades", null, null);
        final double eventsNow = (double) cluster.eventSequence();
        final double gcNow = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToDouble(each -> (double) each.getCollectionTime())
                .sum();
        final Runtime runtime = Runtime.getRuntime();
        final SystemShape shape = new SystemShape(
                Times.text(Times.nowMicros()),
                health.status(),
                ManagementFactory.getRuntimeMXBean().getUptime() / 1_000,
                rate(orders, ordersNow, seconds),
                rate(refusals, refusalsNow, seconds),
                rate(trades, tradesNow, seconds),
                rate(events, eventsNow, seconds),
                latency(nowNanos),
                cluster.eventSequence(),
                cluster.projectedSequence(),
                cluster.projectorLagMillis(),
                cluster.outboxEvents(),
                cluster.outboxLimit(),
                cluster.logBytes(),
                cluster.lastSnapshot() == null ? null : cluster.lastSnapshot().ageSeconds(),
                runtime.totalMemory() - runtime.freeMemory(),
                runtime.maxMemory(),
                100 * Math.max(0, sum("process.cpu.usage", null, null)),
                rate(gcMillis, gcNow, seconds),
                (int) sum("vex.fix.sessions", "state", "LOGGED_ON"),
                (long) sum("vex.fix.queued", null, null),
                webSockets);
        orders = ordersNow;
        refusals = refusalsNow;
        trades = tradesNow;
        events = eventsNow;
        gcMillis = gcNow;
        return shape;
    }

    private static double rate(final double before, final double now, final double seconds) {
        return seconds <= 0 ? 0 : Math.max(0, (now - before) / seconds);
    }

    private List<LatencyShape> latency(final long nowNanos) {
        final List<LatencyShape> all = new ArrayList<>();
        for (final Timer timer : meters.find("vex.command").timers()) {
            all.add(window(timer.getId().getTag("channel")).look(timer, nowNanos));
        }
        for (final Timer timer : meters.find("vex.engine.command").timers()) {
            all.add(window("ENGINE").look(timer, nowNanos));
        }
        return all;
    }

    private LatencyWindow window(final String channel) {
        return windows.computeIfAbsent(channel, LatencyWindow::new);
    }

    /** The sum over all meters of that name, with that tag where one is given. */
    private double sum(final String name, final String tag, final String value) {
        double sum = 0;
        for (final Meter meter : meters.find(name).meters()) {
            if (tag == null || value.equals(meter.getId().getTag(tag))) {
                sum += StreamSupport.stream(meter.measure().spliterator(), false)
                        .filter(each ->
                                each.getStatistic() == Statistic.COUNT || each.getStatistic() == Statistic.VALUE)
                        .mapToDouble(Measurement::getValue)
                        .filter(each -> !Double.isNaN(each))
                        .sum();
            }
        }
        return sum;
    }
}
