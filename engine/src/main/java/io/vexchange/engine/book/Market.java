package io.vexchange.engine.book;

import io.vexchange.engine.directory.Instrument;
import io.vexchange.engine.model.Phase;

/** The trading of one instrument: its book, its stops, its phase, its prices. */
public final class Market {
    public final Instrument instrument;
    public final BookSide bids = new BookSide(false);
    public final BookSide offers = new BookSide(true);
    public final BookSide buyStops = new BookSide(true);
    public final BookSide sellStops = new BookSide(false);

    public Phase phase;
    public long phaseSinceMicros;
    public int phaseActorId;
    /** When the phase ends by itself, {@link Order#ABSENT}: not. */
    public long phaseUntilMicros = Order.ABSENT;

    /** Number of the newest public event. */
    public long publicSequence;

    /** Number of the newest place in time. */
    public long places;

    public long referencePriceTicks;

    /** The newest print of the running command, {@link Order#ABSENT} when there is none. */
    public long printTicks = Order.ABSENT;

    public long lastPriceTicks = Order.ABSENT;
    public long lastLots = Order.ABSENT;
    public long lastTradeId;
    public long lastTradeMicros;
    public long openPriceTicks = Order.ABSENT;
    public long highPriceTicks = Order.ABSENT;
    public long lowPriceTicks = Order.ABSENT;
    public long previousCloseTicks = Order.ABSENT;
    public long volumeLots;
    public long volumeValue;
    public int tradeCount;

    /** Orders without a price that wait for the uncross. */
    public final OrderQueue marketBuys = new OrderQueue();

    public final OrderQueue marketSells = new OrderQueue();

    /** Orders for the close, while they wait apart. */
    public final OrderQueue atClose = new OrderQueue();

    public final PegList pegs = new PegList();
    public final ScheduledChanges schedule = new ScheduledChanges();

    /** What follows when the phase ends by itself, or null. */
    public Phase nextPhase;

    /** How often the running volatility auction has been prolonged. */
    public int prolongations;

    /** An operator has set the reference price and no print has followed: stops may stand on its wrong side. */
    public boolean isReferenceSet;

    /** What the public was told last about the uncross that would be; {@link Order#ABSENT}: there would be none. */
    public long indicativeTicks = Order.ABSENT;

    public long indicativeLots;
    public long surplusLots;
    public byte surplusSide;

    /** When that was worked out last, and when it is due again; {@link Long#MAX_VALUE}: not. */
    public long indicativeMicros;

    public long indicativeDueMicros = Long.MAX_VALUE;

    /** Something changed that pegs or the indicative price follow. */
    boolean isTouched;

    private final OrderQueue triggered = new OrderQueue();

    public Market(final Instrument instrument) {
        this.instrument = instrument;
    }

    public boolean isContinuous() {
        return phase == Phase.CONTINUOUS;
    }

    /** @return true in PRE_OPEN and the auctions: orders rest and wait for an uncross */
    public boolean isCall() {
        return phase == Phase.PRE_OPEN || isAuction();
    }

    /** @return true in the three auctions, which have an end and an indicative price */
    public boolean isAuction() {
        return isAuction(phase);
    }

    /** @return true for the three auctions */
    public static boolean isAuction(final Phase phase) {
        return phase == Phase.OPENING_AUCTION || phase == Phase.VOLATILITY_AUCTION || phase == Phase.CLOSING_AUCTION;
    }

    /** @return true when somebody follows what happens in the book */
    public boolean isWatched() {
        return pegs.size() != 0 || isAuction();
    }

    public boolean isTouched() {
        return isTouched;
    }

    /** @return true when the book is crossed or locked or orders without a price wait */
    public boolean needsUncross() {
        return marketBuys.size() != 0
                || marketSells.size() != 0
                || (bids.best() != null && offers.best() != null && bids.best().priceTicks >= offers.best().priceTicks);
    }

    /** @return where orders of that side without a price wait */
    public OrderQueue marketOrders(final boolean isBuy) {
        return isBuy ? marketBuys : marketSells;
    }

    /** A phase event has told the public to forget what it knew of an uncross. */
    public void forgetIndicative() {
        indicativeTicks = Order.ABSENT;
        indicativeLots = 0;
        surplusLots = 0;
        surplusSide = 0;
    }

    /** Puts a reached stop, taken out of its stops, to the end of the queue. */
    public void queue(final Order stop) {
        triggered.append(stop, Order.Stand.QUEUE);
    }

    /** @return the first of the queue, or null */
    public Order firstQueued() {
        return triggered.first();
    }

    /** Takes a stop out of the queue. */
    public void unqueue(final Order stop) {
        triggered.remove(stop);
    }

    /** Takes a print into the statistics; sums that pass 63 bits stay at the largest. */
    public void print(final long ticks, final long lots, final long value, final long tradeId, final long timeMicros) {
        printTicks = ticks;
        lastPriceTicks = ticks;
        lastLots = lots;
        lastTradeId = tradeId;
        lastTradeMicros = timeMicros;
        if (openPriceTicks == Order.ABSENT) {
            openPriceTicks = ticks;
            highPriceTicks = ticks;
            lowPriceTicks = ticks;
        }
        highPriceTicks = Math.max(highPriceTicks, ticks);
        lowPriceTicks = Math.min(lowPriceTicks, ticks);
        volumeLots = capped(volumeLots + lots);
        volumeValue = capped(volumeValue + value);
        tradeCount++;
    }

    /** A print of the day has other lots and another value, or none; prices and what they triggered are not undone. */
    public void restate(final long moreLots, final long moreValue, final boolean isGone) {
        volumeLots = volumeLots == Long.MAX_VALUE ? volumeLots : volumeLots + moreLots;
        volumeValue = volumeValue == Long.MAX_VALUE ? volumeValue : capped(volumeValue + moreValue);
        tradeCount -= isGone ? 1 : 0;
    }

    private static long capped(final long sum) {
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** The day's statistics begin anew. */
    public void roll() {
        if (tradeCount > 0) {
            previousCloseTicks = lastPriceTicks;
        }
        openPriceTicks = Order.ABSENT;
        highPriceTicks = Order.ABSENT;
        lowPriceTicks = Order.ABSENT;
        volumeLots = 0;
        volumeValue = 0;
        tradeCount = 0;
    }

    /** Fails when the book contradicts itself. */
    public void checkInvariants() {
        final String name = "instrument=" + instrument.id;
        bids.checkInvariants(name + " bids");
        offers.checkInvariants(name + " offers");
        buyStops.checkInvariants(name + " buyStops");
        sellStops.checkInvariants(name + " sellStops");
        marketBuys.checkInvariants(name + " marketBuys", Order.Stand.MARKET);
        marketSells.checkInvariants(name + " marketSells", Order.Stand.MARKET);
        atClose.checkInvariants(name + " atClose", Order.Stand.CLOSE);
        if (firstQueued() != null) {
            throw new IllegalStateException(name + " a triggered stop waits order=" + firstQueued().id);
        }
        assertUncrossed();
    }

    /** Fails when a continuous market is crossed, has an order that waits for an uncross, or a stop that was reached. */
    public void assertUncrossed() {
        if (!isContinuous()) {
            return;
        }
        if (needsUncross()) {
            throw new IllegalStateException("instrument=" + instrument.id + " bid=" + price(bids) + " offer="
                    + price(offers) + " marketOrders=" + (marketBuys.size() + marketSells.size()));
        }
        if (isReferenceSet) {
            return;
        }
        if ((buyStops.best() != null && buyStops.best().priceTicks <= referencePriceTicks)
                || (sellStops.best() != null && sellStops.best().priceTicks >= referencePriceTicks)) {
            throw new IllegalStateException(
                    "instrument=" + instrument.id + " a reached stop waits reference=" + referencePriceTicks);
        }
    }

    private static long price(final BookSide side) {
        return side.best() == null ? Order.ABSENT : side.best().priceTicks;
    }
}
