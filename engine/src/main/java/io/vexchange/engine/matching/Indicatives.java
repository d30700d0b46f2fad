package io.vexchange.engine.matching;

import io.vexchange.engine.book.Market;
import io.vexchange.engine.book.Markets;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.event.EventLog;
import io.vexchange.engine.event.MarketEvents;

/** Works out at most every 100 ms what an auction's uncross would do, and publishes it when it has changed. */
final class Indicatives {
    private static final long INTERVAL_MICROS = 100_000;

    private final EventLog log;
    private final Markets markets;
    private final MarketEvents events;
    private final Uncross uncross;

    Indicatives(final EventLog log, final Markets markets, final MarketEvents events, final Uncross uncross) {
        this.log = log;
        this.markets = markets;
        this.events = events;
        this.uncross = uncross;
    }

    /** Something has changed: now, or as soon as it may be. */
    void look(final Market market) {
        if (!market.isAuction()) {
            return;
        }
        if (log.timeMicros - market.indicativeMicros >= INTERVAL_MICROS) {
            publish(market);
        } else if (market.indicativeDueMicros == Long.MAX_VALUE) {
            market.indicativeDueMicros = market.indicativeMicros + INTERVAL_MICROS;
            markets.areDeadlinesStale = true;
        }
    }

    void publish(final Market market) {
        market.indicativeMicros = log.timeMicros;
        if (market.indicativeDueMicros != Long.MAX_VALUE) {
            market.indicativeDueMicros = Long.MAX_VALUE;
            markets.areDeadlinesStale = true;
        }
        final boolean isThere = uncross.evaluate(market);
        final long ticks = isThere ? uncross.priceTicks() : Order.ABSENT;
        final long lots = isThere ? uncross.lots() : 0;
        final long surplusLots = isThere ? Math.abs(uncross.surplusLots()) : 0;
        final byte surplusSide = side(isThere ? uncross.surplusLots() : 0);
        if (ticks != market.indicativeTicks
                || lots != market.indicativeLots
                || surplusLots != market.surplusLots
                || surplusSide != market.surplusSide) {
            market.indicativeTicks = ticks;
            market.indicativeLots = lots;
            market.surplusLots = surplusLots;
            market.surplusSide = surplusSide;
            events.indicative(market);
        }
    }

    private static byte side(final long surplusLots) {
        if (surplusLots == 0) {
            return 0;
        }
        return (byte) (surplusLots > 0 ? '1' : '2');
    }
}
