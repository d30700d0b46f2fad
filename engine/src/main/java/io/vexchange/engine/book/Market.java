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

    private Order firstTriggered;
    private Order lastTriggered;

    public Market(final Instrument instrument) {
        this.instrument = instrument;
    }

    public boolean isContinuous() {
        return phase == Phase.CONTINUOUS;
    }

    /** Puts a reached stop, taken out of its stops, to the end of the queue. */
    public void queue(final Order stop) {
        stop.stand = Order.Stand.QUEUE;
        stop.next = null;
        stop.previous = lastTriggered;
        if (lastTriggered == null) {
            firstTriggered = stop;
        } else {
            lastTriggered.next = stop;
        }
        lastTriggered = stop;
    }

    /** @return the first of the queue, or null */
    public Order firstQueued() {
        return firstTriggered;
    }

    /** Takes a stop out of the queue. */
    public void unqueue(final Order stop) {
        if (stop.previous == null) {
            firstTriggered = stop.next;
        } else {
            stop.previous.next = stop.next;
        }
        if (stop.next == null) {
            lastTriggered = stop.previous;
        } else {
            stop.next.previous = stop.previous;
        }
        stop.next = null;
        stop.previous = null;
        stop.stand = Order.Stand.NONE;
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
        if (firstTriggered != null) {
            throw new IllegalStateException(name + " a triggered stop waits order=" + firstTriggered.id);
        }
        assertUncrossed();
    }

    /** Fails when a continuous market is crossed or has a stop that was reached. */
    public void assertUncrossed() {
        if (!isContinuous()) {
            return;
        }
        if (bids.best() != null && offers.best() != null && bids.best().priceTicks >= offers.best().priceTicks) {
            throw new IllegalStateException("instrument=" + instrument.id + " bid=" + bids.best().priceTicks + " offer="
                    + offers.best().priceTicks);
        }
        if ((buyStops.best() != null && buyStops.best().priceTicks <= referencePriceTicks)
                || (sellStops.best() != null && sellStops.best().priceTicks >= referencePriceTicks)) {
            throw new IllegalStateException(
                    "instrument=" + instrument.id + " a reached stop waits reference=" + referencePriceTicks);
        }
    }
}
