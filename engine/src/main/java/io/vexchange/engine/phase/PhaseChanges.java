package io.vexchange.engine.phase;

import io.vexchange.engine.book.Market;
import io.vexchange.engine.book.Markets;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.book.Orders;
import io.vexchange.engine.event.EventLog;
import io.vexchange.engine.event.MarketEvents;
import io.vexchange.engine.matching.Endings;
import io.vexchange.engine.matching.Matcher;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.Phase;

/** Moves a market from one phase to another and does what that entails. */
public final class PhaseChanges {
    private final EventLog log;
    private final Orders orders;
    private final Markets markets;
    private final MarketEvents events;
    private final Endings endings;
    private final Matcher matcher;
    private Market nextToEnd;

    public PhaseChanges(
            final EventLog log,
            final Orders orders,
            final Markets markets,
            final MarketEvents events,
            final Endings endings,
            final Matcher matcher) {
        this.log = log;
        this.orders = orders;
        this.markets = markets;
        this.events = events;
        this.endings = endings;
        this.matcher = matcher;
    }

    /** @return true when a market may be in that phase; call phases are not built */
    public static boolean isKnown(final Phase phase) {
        return phase == Phase.CONTINUOUS
                || phase == Phase.HALTED
                || phase == Phase.CANCEL_ONLY
                || phase == Phase.CLOSED;
    }

    /** @return true when an operator may move a market so: a closed one only opens */
    public static boolean isAllowed(final Phase from, final Phase to) {
        return isKnown(to) && (from != Phase.CLOSED || to == Phase.CLOSED || to == Phase.CONTINUOUS);
    }

    /**
     * Changes the phase of a market.
     *
     * @param actorId who wants it, 0: the engine
     * @param untilMicros when it goes on to CONTINUOUS by itself, of HALTED and CANCEL_ONLY only; {@link Order#ABSENT}: not
     */
    public void enter(final Market market, final Phase phase, final int actorId, final long untilMicros) {
        final boolean mayEnd = phase == Phase.HALTED || phase == Phase.CANCEL_ONLY;
        market.phase = phase;
        market.phaseSinceMicros = log.timeMicros;
        market.phaseActorId = actorId;
        market.phaseUntilMicros = mayEnd ? untilMicros : Order.ABSENT;
        findNextToEnd();
        events.phase(market);
        if (phase == Phase.CLOSED) {
            endDayOrders(market);
        } else if (phase == Phase.CONTINUOUS) {
            matcher.open(market);
        }
    }

    /** Looks for the market whose phase ends next; after a snapshot has been read, too. */
    public void findNextToEnd() {
        nextToEnd = null;
        for (int id = 1; id <= markets.size(); id++) {
            final Market market = markets.get(id);
            if (market.phaseUntilMicros != Order.ABSENT
                    && (nextToEnd == null || market.phaseUntilMicros < nextToEnd.phaseUntilMicros)) {
                nextToEnd = market;
            }
        }
    }

    /** @return when a phase ends next, {@link Long#MAX_VALUE}: never */
    public long nextDueMicros() {
        return nextToEnd == null ? Long.MAX_VALUE : nextToEnd.phaseUntilMicros;
    }

    /** Ends the phase that is due. */
    void endNext() {
        enter(nextToEnd, Phase.CONTINUOUS, 0, Order.ABSENT);
    }

    private void endDayOrders(final Market market) {
        Order next;
        for (Order order = orders.firstLive(); order != null; order = next) {
            next = orders.nextLive(order);
            if (order.market == market && order.timeInForce == '0') {
                endings.end(order, 'C', Code.DAY_END);
            }
        }
    }
}
