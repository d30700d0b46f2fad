package io.vexchange.engine.phase;

import io.vexchange.engine.book.Market;
import io.vexchange.engine.book.Markets;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.event.EventLog;
import io.vexchange.engine.model.Phase;

/**
 * Which market's phase changes next, by its end or its schedule, and whose indicative price is due. An uncross that is due waits while too
 * many events wait for durable consumers.
 */
final class Deadlines {
    private final EventLog log;
    private final Markets markets;
    private final long outboxEvents;
    private Market changing;
    private long changeMicros;
    private Market indicative;
    private long indicativeMicros;
    private boolean isOneHeld;

    Deadlines(final EventLog log, final Markets markets, final long outboxEvents) {
        this.log = log;
        this.markets = markets;
        this.outboxEvents = outboxEvents;
    }

    /** @return when a phase changes next, {@link Long#MAX_VALUE}: never */
    long changeMicros() {
        refresh();
        return changeMicros;
    }

    /** @return whose phase it is */
    Market changing() {
        return changing;
    }

    /** @return when an indicative price is due, {@link Long#MAX_VALUE}: none */
    long indicativeMicros() {
        refresh();
        return indicativeMicros;
    }

    /** @return whose it is */
    Market indicative() {
        return indicative;
    }

    /** What is due is looked at again each time: whether it has to wait depends on more than the markets. */
    private void refresh() {
        if (!markets.areDeadlinesStale && !isOneHeld && changeMicros > log.timeMicros) {
            return;
        }
        markets.areDeadlinesStale = false;
        isOneHeld = false;
        changing = null;
        changeMicros = Long.MAX_VALUE;
        indicative = null;
        indicativeMicros = Long.MAX_VALUE;
        for (int id = 1; id <= markets.size(); id++) {
            look(markets.get(id));
        }
    }

    private void look(final Market market) {
        final long due = due(market);
        if (due < changeMicros && !isHeld(market, due)) {
            changeMicros = due;
            changing = market;
        }
        if (market.indicativeDueMicros < indicativeMicros) {
            indicativeMicros = market.indicativeDueMicros;
            indicative = market;
        }
    }

    private static long due(final Market market) {
        final long end = market.phaseUntilMicros == Order.ABSENT ? Long.MAX_VALUE : market.phaseUntilMicros;
        return Math.min(end, market.schedule.nextMicros());
    }

    private boolean isHeld(final Market market, final long due) {
        if (due > log.timeMicros || log.waiting() < outboxEvents || !uncrosses(market, due) || !market.needsUncross()) {
            return false;
        }
        isOneHeld = true;
        return true;
    }

    private static boolean uncrosses(final Market market, final long due) {
        final boolean ends = market.phaseUntilMicros == due;
        final Phase next = ends ? market.nextPhase : market.schedule.phase(0);
        if (!ends && !PhaseChanges.isHeeded(market, next)) {
            return false;
        }
        return next == Phase.CONTINUOUS || (next == Phase.CLOSED && market.phase == Phase.CLOSING_AUCTION);
    }
}
