package io.vexchange.engine.matching;

import io.vexchange.engine.book.Market;
import io.vexchange.engine.book.Markets;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.book.OrdersOfMarket;
import io.vexchange.engine.event.EventLog;
import io.vexchange.engine.event.MarketEvents;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.risk.Holds;

/** Where orders wait while they do not match, how a call phase begins, and what becomes of its orders when it ends. */
public final class Auctions {
    private static final long SECOND_MICROS = 1_000_000;

    private final EventLog log;
    private final Markets markets;
    private final MarketEvents events;
    private final Endings endings;
    private final Uncross uncross;
    private final OrdersOfMarket orders = new OrdersOfMarket();

    public Auctions(
            final EventLog log,
            final Markets markets,
            final MarketEvents events,
            final Endings endings,
            final Uncross uncross) {
        this.log = log;
        this.markets = markets;
        this.events = events;
        this.endings = endings;
        this.uncross = uncross;
    }

    /** @return true when the order waits though its market is continuous */
    static boolean isApart(final Order order) {
        return order.timeInForce == '7' || order.isPeg();
    }

    /** An order that stands nowhere and does not match now takes a place behind all others of its kind. */
    void join(final Order order) {
        final Market market = order.market;
        if (order.isPeg()) {
            market.pegs.remove(order);
            order.place = ++market.places;
            order.protectionTicks = Order.ABSENT;
            order.stand = Order.Stand.PARKED;
            market.pegs.add(order);
            markets.touch(market);
        } else if (order.timeInForce == '7' && market.phase != Phase.CLOSING_AUCTION) {
            order.place = ++market.places;
            market.atClose.append(order, Order.Stand.CLOSE);
        } else {
            takePart(order);
        }
    }

    private void takePart(final Order order) {
        if (!order.isUnpriced()) {
            rest(order);
            return;
        }
        final Market market = order.market;
        order.place = ++market.places;
        order.protectionTicks = Limits.auction(order);
        market.marketOrders(order.isBuy()).append(order, Order.Stand.MARKET);
        markets.touch(market);
    }

    /** An order that stands nowhere goes into the book, behind all others at its price. */
    void rest(final Order order) {
        order.place = ++order.market.places;
        order.entryId = order.id;
        order.shownLots = order.fullTipLots();
        order.stand = Order.Stand.BOOK;
        order.own().append(order, order.priceTicks);
        events.added(order);
    }

    /** The engine's own answer to a price that moves too fast. */
    void beginVolatilityAuction(final Market market) {
        final int seconds = market.instrument.rules.volatilityAuctionSeconds();
        begin(market, Phase.VOLATILITY_AUCTION, 0, log.timeMicros + seconds * SECOND_MICROS, Phase.CONTINUOUS);
    }

    /**
     * A market changes to a phase without matching: it is told, pegs are parked, orders for the close join their auction or leave it.
     *
     * @param untilMicros when it ends by itself, {@link Order#ABSENT}: not
     * @param next what follows then, or null
     */
    public void begin(
            final Market market, final Phase phase, final int actorId, final long untilMicros, final Phase next) {
        set(market, phase, actorId, untilMicros, next);
        if (phase == Phase.HALTED || phase == Phase.CANCEL_ONLY) {
            return;
        }
        park(market);
        if (phase == Phase.CLOSING_AUCTION) {
            while (market.atClose.first() != null) {
                final Order order = market.atClose.first();
                market.atClose.remove(order);
                if (!order.isUnpriced()) {
                    events.repriced(order, order.priceTicks);
                }
                takePart(order);
            }
        } else if (phase != Phase.CLOSED) {
            leaveClose(market);
        }
    }

    /** A market is in another phase from now on; tells it. */
    public void set(
            final Market market, final Phase phase, final int actorId, final long untilMicros, final Phase next) {
        market.phase = phase;
        market.phaseSinceMicros = log.timeMicros;
        market.phaseActorId = actorId;
        market.prolongations = 0;
        market.indicativeMicros = 0;
        market.indicativeDueMicros = Long.MAX_VALUE;
        end(market, untilMicros, next);
    }

    /** The running phase ends at another time; tells it. */
    public void end(final Market market, final long untilMicros, final Phase next) {
        market.phaseUntilMicros = untilMicros;
        market.nextPhase = untilMicros == Order.ABSENT ? null : next;
        market.forgetIndicative();
        markets.areDeadlinesStale = true;
        events.phase(market);
        if (market.isAuction()) {
            markets.touch(market);
        }
    }

    /** A volatility auction that is due goes on for its length. */
    public void prolong(final Market market) {
        final int seconds = market.instrument.rules.volatilityAuctionSeconds();
        market.prolongations++;
        end(market, market.phaseUntilMicros + seconds * SECOND_MICROS, market.nextPhase);
    }

    /** @return true when the uncross would be outside the static collar */
    public boolean isOutsideCollar(final Market market) {
        return uncross.evaluate(market) && Limits.isOutsideCollar(market, uncross.priceTicks());
    }

    private void park(final Market market) {
        for (int i = 0; i < market.pegs.size(); i++) {
            final Order peg = market.pegs.get(i);
            if (peg.stand == Order.Stand.BOOK) {
                final long oldTicks = peg.protectionTicks;
                peg.own().remove(peg);
                peg.stand = Order.Stand.PARKED;
                peg.shownLots = 0;
                peg.protectionTicks = Order.ABSENT;
                events.repriced(peg, Order.ABSENT);
                events.removed(peg, peg.entryId, oldTicks);
            }
        }
    }

    /** Orders for the close that stand in the book or among the market orders of a closing auction wait apart again. */
    private void leaveClose(final Market market) {
        final int count = orders.collect(market, Auctions::isForCloseThatTakesPart);
        for (int i = 0; i < count; i++) {
            final Order order = orders.get(i);
            final boolean wasInBook = order.stand == Order.Stand.BOOK;
            endings.withdraw(order);
            order.shownLots = 0;
            if (wasInBook) {
                events.repriced(order, Order.ABSENT);
                events.removed(order, order.entryId, order.priceTicks);
            }
            join(order);
        }
        orders.clear();
    }

    private static boolean isForCloseThatTakesPart(final Order order) {
        return order.timeInForce == '7' && order.stand != Order.Stand.CLOSE;
    }

    /** Before a market leaves a phase without matching: what can trade does so at one price, and what was there for that only ends. */
    public void uncross(final Market market, final Phase next) {
        if (market.needsUncross()) {
            uncross.trade(market);
        }
        final int count = orders.collect(market, next == Phase.CLOSED ? Auctions::isFilledK : Auctions::isLeftover);
        for (int i = 0; i < count; i++) {
            final Order order = orders.get(i);
            if (order.isForAuction()) {
                endings.end(order, 'C', Code.AUCTION_LEFTOVER);
            } else if (isFilledK(order)) {
                becomeLimit(order);
            } else {
                endings.end(order, '4', Code.NO_LIQUIDITY);
            }
        }
        orders.clear();
    }

    private static boolean isLeftover(final Order order) {
        return order.stand == Order.Stand.MARKET || (order.isForAuction() && order.stand == Order.Stand.BOOK);
    }

    private static boolean isFilledK(final Order order) {
        return order.stand == Order.Stand.MARKET && order.type == 'K' && order.filledLots > 0;
    }

    /** The rest of a K stands at the price of its last fill. */
    private void becomeLimit(final Order order) {
        endings.withdraw(order);
        order.priceTicks = order.market.lastPriceTicks;
        Holds.refresh(order);
        events.repriced(order, order.priceTicks);
        rest(order);
    }

    /** A market has closed: orders of the day and for an auction end, those that wait for an uncross too. */
    public void close(final Market market) {
        final int count = orders.collect(market, Auctions::endsAtClose);
        for (int i = 0; i < count; i++) {
            final Order order = orders.get(i);
            endings.end(order, 'C', order.timeInForce == '0' ? Code.DAY_END : Code.AUCTION_LEFTOVER);
        }
        orders.clear();
    }

    private static boolean endsAtClose(final Order order) {
        return order.timeInForce == '0' || order.isForAuction() || order.stand == Order.Stand.MARKET;
    }
}
