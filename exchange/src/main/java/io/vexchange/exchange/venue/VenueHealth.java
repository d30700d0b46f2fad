package io.vexchange.exchange.venue;

import io.vexchange.engine.client.EngineClient;
import io.vexchange.engine.cluster.EngineNode;
import io.vexchange.store.projection.Projector;
import io.vexchange.store.projection.ProjectorState;
import io.vexchange.web.shape.HealthShape;
import java.util.function.Supplier;

/** How the venue is. Set together by the thread that starts and stops it, asked by any. */
final class VenueHealth implements Supplier<HealthShape> {
    private static final long SLOW_MILLIS = 10_000;
    private static final String UP = "UP";
    private static final String DOWN = "DOWN";

    /** What is looked at once it is there. */
    private record Parts(EngineNode node, EngineClient client, Projector projector, long outboxEvents) {}

    private volatile Parts parts;
    private volatile boolean stopping;

    void ready(final EngineNode node, final EngineClient client, final Projector projector, final long outboxEvents) {
        parts = new Parts(node, client, projector, outboxEvents);
    }

    void stopping() {
        stopping = true;
    }

    @Override
    public HealthShape get() {
        final Parts now = parts;
        if (stopping) {
            return new HealthShape(DOWN, "STOPPING", "STOPPING", "STOPPING", false);
        }
        if (now == null) {
            return new HealthShape(DOWN, "STARTING", "STARTING", "STARTING", false);
        }
        final boolean leads = now.node.isLeader();
        final long waiting = now.node.sequence() - now.node.trimmedSequence();
        final String engine = leads && now.client.isConnected() && waiting < now.outboxEvents ? UP : DOWN;
        final String store = store(now.projector);
        final String status;
        if (!UP.equals(engine)) {
            status = DOWN;
        } else {
            status = UP.equals(store) && waiting <= now.outboxEvents / 2 ? UP : "DEGRADED";
        }
        return new HealthShape(status, engine, UP, store, leads);
    }

    private static String store(final Projector projector) {
        final ProjectorState state = projector.state();
        if (state == ProjectorState.CATCHING_UP) {
            return "CATCHING_UP";
        }
        if (state != ProjectorState.FOLLOWING) {
            return DOWN;
        }
        return projector.lagMillis() > SLOW_MILLIS ? "CATCHING_UP" : UP;
    }
}
