package io.vexchange.engine.matching;

import java.util.Arrays;

/** How many lots of a side take part at a price: limits with their lots, the best first, added up. Reused. */
final class PriceLots {
    private long[] ticks = new long[64];
    private long[] lots = new long[64];
    private int size;
    private long totalLots;
    private boolean isBuy;

    /** Empties it for another side. */
    void begin(final boolean isForBuys) {
        isBuy = isForBuys;
        size = 0;
        totalLots = 0;
    }

    /** Adds a limit; one that is the same as the last one is added to that. */
    void add(final long limitTicks, final long limitLots) {
        totalLots += limitLots;
        if (size > 0 && ticks[size - 1] == limitTicks) {
            lots[size - 1] += limitLots;
            return;
        }
        if (size == ticks.length) {
            ticks = Arrays.copyOf(ticks, 2 * size);
            lots = Arrays.copyOf(lots, 2 * size);
        }
        ticks[size] = limitTicks;
        lots[size++] = limitLots;
    }

    int size() {
        return size;
    }

    long ticks(final int index) {
        return ticks[index];
    }

    long totalLots() {
        return totalLots;
    }

    /** Brings the best limit to the front: the highest of buys, the lowest of sells. A heap sort, in place. */
    void sort() {
        for (int root = size / 2 - 1; root >= 0; root--) {
            sink(root, size);
        }
        for (int end = size - 1; end > 0; end--) {
            swap(0, end);
            sink(0, end);
        }
    }

    private void sink(final int from, final int end) {
        int root = from;
        while (2 * root + 1 < end) {
            int child = 2 * root + 1;
            if (child + 1 < end && isBetter(ticks[child], ticks[child + 1])) {
                child++;
            }
            if (!isBetter(ticks[root], ticks[child])) {
                return;
            }
            swap(root, child);
            root = child;
        }
    }

    /** @return true when the limit allows that price */
    boolean isWithin(final long limitTicks, final long priceTicks) {
        return limitTicks == priceTicks || isBetter(limitTicks, priceTicks);
    }

    private boolean isBetter(final long one, final long other) {
        return isBuy ? one > other : one < other;
    }

    private void swap(final int one, final int other) {
        final long heldTicks = ticks[one];
        final long heldLots = lots[one];
        ticks[one] = ticks[other];
        lots[one] = lots[other];
        ticks[other] = heldTicks;
        lots[other] = heldLots;
    }

    /** From now on each limit counts the better ones too. */
    void accumulate() {
        for (int i = 1; i < size; i++) {
            lots[i] += lots[i - 1];
        }
    }

    /** @return the lots whose limit allows that price */
    long lotsAt(final long priceTicks) {
        int low = 0;
        int high = size;
        while (low < high) {
            final int middle = (low + high) >>> 1;
            if (isWithin(ticks[middle], priceTicks)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? 0 : lots[low - 1];
    }
}
