package io.vexchange.engine.book;

import java.util.Arrays;

/**
 * The trades of this and the previous trading day, at most the newest so many. Ids have no gaps, so a ring finds each by its id. The orders
 * of a kept trade are kept with it, whether or not the venue still remembers them otherwise.
 */
public final class Trades {
    private final Orders orders;
    private final int bound;
    private Trade[] ring = new Trade[1 << 8];
    private Trade pool;
    private long oldestId = 1;
    private long newestId;
    private long firstIdOfDay = 1;

    /**
     * @param orders of the trades
     * @param bound trades kept at most, above 0
     */
    public Trades(final Orders orders, final int bound) {
        this.orders = orders;
        this.bound = bound;
    }

    /** @return the trade, or null when it is not kept (any more) */
    public Trade get(final long id) {
        return id >= oldestId && id <= newestId ? ring[slot(id)] : null;
    }

    /** @return true when there has been such a trade */
    public boolean isKnown(final long id) {
        return id > 0 && id <= newestId;
    }

    public long oldestId() {
        return oldestId;
    }

    public long newestId() {
        return newestId;
    }

    /** @return the id of the first trade of the running day, made or to come */
    public long firstIdOfDay() {
        return firstIdOfDay;
    }

    /**
     * Keeps the next trade of two orders; the caller fills in the rest. The oldest is forgotten where there are too many.
     *
     * @return the trade with values of another one
     */
    public Trade add(final Order buy, final Order sell) {
        final int size = (int) (newestId - oldestId + 1);
        if (size == bound) {
            forgetOldest();
        } else if (size == ring.length) {
            grow();
        }
        newestId++;
        Trade trade = pool;
        if (trade == null) {
            trade = new Trade();
        } else {
            pool = trade.nextFree;
            trade.nextFree = null;
        }
        ring[slot(newestId)] = trade;
        trade.id = newestId;
        trade.buy = buy;
        trade.sell = sell;
        buy.keptTrades++;
        sell.keptTrades++;
        return trade;
    }

    /** The day rolls: the trades of the day before it are forgotten. */
    public void roll() {
        while (oldestId < firstIdOfDay) {
            forgetOldest();
        }
        firstIdOfDay = newestId + 1;
    }

    /** As it was in a snapshot; the trades themselves follow. */
    public void restore(final long oldest, final long firstOfDay) {
        oldestId = oldest;
        newestId = oldest - 1;
        firstIdOfDay = firstOfDay;
    }

    private void forgetOldest() {
        final Trade trade = ring[slot(oldestId)];
        final Order buy = trade.buy;
        final Order sell = trade.sell;
        ring[slot(oldestId)] = null;
        trade.buy = null;
        trade.sell = null;
        trade.nextFree = pool;
        pool = trade;
        orders.forgetTradeOf(buy);
        orders.forgetTradeOf(sell);
        oldestId++;
    }

    private int slot(final long id) {
        return (int) id & (ring.length - 1);
    }

    private void grow() {
        final Trade[] old = ring;
        ring = Arrays.copyOf(old, 2 * old.length);
        Arrays.fill(ring, null);
        for (final Trade each : old) {
            ring[slot(each.id)] = each;
        }
    }
}
