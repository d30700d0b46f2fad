package io.vexchange.engine.phase;

import io.vexchange.engine.book.Market;
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
    private final MarketEvents events;
    private final Endings endings;
    private final Matcher matcher;

    public PhaseChanges(
            final EventLog log,
            final Orders orders,
            final MarketEvents events,
            final Endings endings,
            final Matcher matcher) {
        this.log = log;
        this.orders = orders;
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

    public void enter(final Market market, final Phase phase, final int actorId) {
        market.phase = phase;
        market.phaseSinceMicros = log.timeMicros;
        market.phaseActorId = actorId;
        events.phase(market);
        if (phase == Phase.CLOSED) {
            endDayOrders(market);
        } else if (phase == Phase.CONTINUOUS) {
            matcher.open(market);
        }
    }

    private void endDayOrders(final Market market) {
        Order next;
        for (Order order = orders.firstLive(); order != null; order = next) {
            next = order.nextLive();
            if (order.market == market && order.timeInForce == '0') {
                endings.end(order, 'C', Code.DAY_END);
            }
        }
    }
}
