package io.vexchange.exchange.venue;

import io.vexchange.engine.EngineLimits;
import io.vexchange.engine.cluster.CommandLog;
import io.vexchange.engine.cluster.LogDamagedException;
import io.vexchange.engine.cluster.LogReplay;
import io.vexchange.store.projection.EventHistory;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/** Past events out of the log of a data folder, by a second engine. */
final class LogHistory implements EventHistory {
    private final Path data;
    private final EngineLimits limits;
    private final LongSupplier position;

    /**
     * @param data folder of the venue
     * @param limits with which it runs
     * @param position how far the log may be read
     */
    LogHistory(final Path data, final EngineLimits limits, final LongSupplier position) {
        this.data = data;
        this.limits = limits;
        this.position = position;
    }

    @Override
    public String reasonAgainst(final long afterSequence) {
        try {
            final long start = new CommandLog(data).startPosition();
            return start == 0 ? null : "the log has been cut, it begins at position " + start;
        } catch (final LogDamagedException e) {
            return e.getMessage();
        }
    }

    @Override
    public void read(final long afterSequence, final long toSequence, final Events events) {
        new LogReplay(data, limits).run(position.getAsLong(), afterSequence, toSequence, false, events::onEvent);
    }
}
