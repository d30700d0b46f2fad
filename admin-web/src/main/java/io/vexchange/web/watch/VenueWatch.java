package io.vexchange.web.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.vexchange.web.shape.ClusterShape;
import io.vexchange.web.shape.HealthShape;
import io.vexchange.web.stream.WatchFeed;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Looks at the parts of the venue. Threads: any, one at a time. */
public final class VenueWatch implements WatchFeed {
    private final WatchSources sources;
    private final Supplier<HealthShape> health;
    private final LongSupplier nanoClock;
    private final SystemFigures figures;
    private final AlertBoard alerts = new AlertBoard();

    /**
     * @param sources where to look
     * @param health of the parts
     * @param meters where everything is counted
     * @param nanoClock as {@link System#nanoTime()}
     */
    public VenueWatch(
            final WatchSources sources,
            final Supplier<HealthShape> health,
            final MeterRegistry meters,
            final LongSupplier nanoClock) {
        this.sources = sources;
        this.health = health;
        this.nanoClock = nanoClock;
        this.figures = new SystemFigures(meters);
    }

    @Override
    public synchronized Look look(final int webSockets) {
        final ClusterShape members = sources.cluster().cluster();
        final HealthShape now = health.get();
        return new Look(
                sources.sessions().get(),
                alerts.look(
                        members,
                        now,
                        sources.switches().get(),
                        sources.announced().get()),
                figures.look(members, now, webSockets, nanoClock.getAsLong()));
    }
}
