package io.vexchange.web.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.vexchange.web.shape.ClusterShape;
import io.vexchange.web.shape.HealthShape;
import io.vexchange.web.shape.KillSwitchShape;
import io.vexchange.web.shape.SessionShape;
import io.vexchange.web.stream.WatchFeed;
import io.vexchange.web.venue.ClusterView;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Looks at the parts of the venue. Threads: any, one at a time. */
public final class VenueWatch implements WatchFeed {
    private final Supplier<List<SessionShape>> sessions;
    private final Supplier<List<KillSwitchShape>> switches;
    private final Supplier<List<String>> announced;
    private final ClusterView cluster;
    private final Supplier<HealthShape> health;
    private final LongSupplier nanoClock;
    private final SystemFigures figures;
    private final AlertBoard alerts = new AlertBoard();

    /**
     * @param sessions FIX sessions as they stand
     * @param switches all kill switches
     * @param announced texts that stand
     * @param cluster members and log
     * @param health of the parts
     * @param meters where everything is counted
     * @param nanoClock as {@link System#nanoTime()}
     */
    public VenueWatch(
            final Supplier<List<SessionShape>> sessions,
            final Supplier<List<KillSwitchShape>> switches,
            final Supplier<List<String>> announced,
            final ClusterView cluster,
            final Supplier<HealthShape> health,
            final MeterRegistry meters,
            final LongSupplier nanoClock) {
        this.sessions = sessions;
        this.switches = switches;
        this.announced = announced;
        this.cluster = cluster;
        this.health = health;
        this.nanoClock = nanoClock;
        this.figures = new SystemFigures(meters);
    }

    @Override
    public synchronized Look look(final int webSockets) {
        final ClusterShape members = cluster.cluster();
        final HealthShape now = health.get();
        return new Look(
                sessions.get(),
                alerts.look(members, now, switches.get(), announced.get()),
                figures.look(members, now, webSockets, nanoClock.getAsLong()));
    }
}
