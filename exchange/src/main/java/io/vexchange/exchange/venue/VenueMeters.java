package io.vexchange.exchange.venue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.vexchange.engine.cluster.EngineNode;
import io.vexchange.fix.FixAcceptor;
import io.vexchange.fix.FixSessionView;
import io.vexchange.store.projection.Projector;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** What of the venue as a whole is measured. No label holds an account or a client's text. */
final class VenueMeters implements MeterBinder {
    private final EngineNode node;
    private final Projector projector;
    private final FixAcceptor gateway;
    private final NodeView view;
    private final JvmGcMetrics collections = new JvmGcMetrics();

    VenueMeters(final EngineNode node, final Projector projector, final FixAcceptor gateway, final NodeView view) {
        this.node = node;
        this.projector = projector;
        this.gateway = gateway;
        this.view = view;
    }

    @Override
    public void bindTo(final MeterRegistry meters) {
        Gauge.builder("vex.event.sequence", node, EngineNode::sequence).register(meters);
        Gauge.builder("vex.projected.sequence", projector, Projector::sequence).register(meters);
        Gauge.builder("vex.outbox.events", node, it -> it.sequence() - it.trimmedSequence())
                .register(meters);
        Gauge.builder("vex.log.bytes", view, NodeView::logBytes).register(meters);
        Gauge.builder("vex.fix.queued", gateway, it -> sum(it, FixSessionView::waiting))
                .register(meters);
        Gauge.builder("vex.fix.sessions", gateway, it -> sum(it, each -> each.loggedOn() ? 1 : 0))
                .tag("state", "LOGGED_ON")
                .register(meters);
        Gauge.builder("vex.fix.sessions", gateway, it -> sum(it, each -> each.loggedOn() ? 0 : 1))
                .tag("state", "LOGGED_OUT")
                .register(meters);
        Gauge.builder("vex.projection.lag.seconds", projector, it -> it.lagMillis() / 1_000.0)
                .description("How old the newest event in PostgreSQL is, against the engine's")
                .register(meters);
        Gauge.builder("vex.snapshot.age.seconds", view, NodeView::snapshotAgeSeconds)
                .description("Since the newest snapshot; without one, since the start")
                .register(meters);
        gateway.timing(commands(meters));
        final Timer engine = Timer.builder("vex.engine.command")
                .description("The engine's own work at a command, without log and transport")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofNanos(500))
                .maximumExpectedValue(Duration.ofMillis(100))
                .register(meters);
        node.timing(nanos -> engine.record(nanos, TimeUnit.NANOSECONDS));
        new JvmMemoryMetrics().bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        collections.bindTo(meters);
        new UptimeMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
    }

    private static LongConsumer commands(final MeterRegistry meters) {
        final Timer timer = Timer.builder("vex.command")
                .description(
                        "Commands by FIX, from their sending to the engine until the reports are handed to the sessions")
                .tag("channel", "FIX")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofNanos(100_000))
                .maximumExpectedValue(Duration.ofSeconds(5))
                .register(meters);
        return nanos -> timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    private static int sum(final FixAcceptor gateway, final java.util.function.ToIntFunction<FixSessionView> count) {
        return gateway.sessions().stream().mapToInt(count).sum();
    }
}
