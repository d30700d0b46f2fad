package io.vexchange.exchange.venue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.vexchange.engine.cluster.EngineNode;
import io.vexchange.fix.FixAcceptor;
import io.vexchange.fix.FixSessionView;
import io.vexchange.store.projection.Projector;

/** What of the venue as a whole is measured. No label holds an account or a client's text. */
final class VenueMeters implements MeterBinder {
    private final EngineNode node;
    private final Projector projector;
    private final FixAcceptor gateway;
    private final NodeView view;

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
        new JvmMemoryMetrics().bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
    }

    private static int sum(final FixAcceptor gateway, final java.util.function.ToIntFunction<FixSessionView> count) {
        return gateway.sessions().stream().mapToInt(count).sum();
    }
}
