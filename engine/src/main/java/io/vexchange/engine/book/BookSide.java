package io.vexchange.engine.book;

/**
 * Orders of one side by price and time. The best level is at hand, its neighbours in constant time, a far one by a search. Also used for
 * stops, by stop price: there the best is the one nearest to the market.
 */
public final class BookSide {
    private final int direction;
    private final PriceBlocks blocks = new PriceBlocks();
    private Level best;
    private int orders;

    /** @param isLowestBest true for offers and buy stops */
    BookSide(final boolean isLowestBest) {
        direction = isLowestBest ? 1 : -1;
    }

    /** @return the best level, or null when the side is empty */
    public Level best() {
        return best;
    }

    /** @return the next level outwards, or null */
    public Level after(final Level level) {
        final Level near = level.block.levelAfter(key(level.priceTicks));
        if (near != null) {
            return near;
        }
        return blocks.levelBehind(level.block);
    }

    /** @return the level at a price, or null */
    public Level at(final long priceTicks) {
        final long key = key(priceTicks);
        final PriceBlock block = blocks.find(key >> PriceBlock.BITS);
        return block == null ? null : block.get(key);
    }

    public boolean isEmpty() {
        return best == null;
    }

    public int orders() {
        return orders;
    }

    /** Puts an order behind all others at its price. */
    public void append(final Order order, final long priceTicks) {
        final long key = key(priceTicks);
        final PriceBlock block = blocks.findOrAdd(key >> PriceBlock.BITS);
        Level level = block.get(key);
        if (level == null) {
            level = block.take(key);
            level.priceTicks = priceTicks;
            level.first = null;
            level.last = null;
            level.orders = 0;
            level.shownLots = 0;
            level.totalLots = 0;
            if (best == null || key < key(best.priceTicks)) {
                best = level;
            }
        }
        level.append(order);
        orders++;
    }

    /** Takes an order out; its quantities are those its level counts. */
    public void remove(final Order order) {
        final Level level = order.level;
        level.change(-order.shownLots, -order.leavesLots);
        level.unlink(order);
        orders--;
        if (level.orders == 0) {
            removeLevel(level);
        }
    }

    /** Puts an order behind all others at its price, with the same quantities. */
    public void moveToBack(final Order order) {
        final Level level = order.level;
        if (level.last != order) {
            level.change(-order.shownLots, -order.leavesLots);
            level.unlink(order);
            level.append(order);
        }
    }

    private void removeLevel(final Level level) {
        final PriceBlock block = level.block;
        final long key = key(level.priceTicks);
        block.give(key);
        if (best == level) {
            best = block.occupied == 0 ? blocks.levelBehind(block) : block.firstLevel();
        }
        if (block.occupied == 0) {
            blocks.emptied(block);
        }
    }

    private long key(final long priceTicks) {
        return priceTicks * direction;
    }

    /** Fails when what is counted is not what is there. */
    public void checkInvariants(final String name) {
        int counted = 0;
        long previousKey = Long.MIN_VALUE;
        for (Level level = best; level != null; level = after(level)) {
            final long key = key(level.priceTicks);
            if (key <= previousKey || at(level.priceTicks) != level) {
                throw new IllegalStateException(name + " price=" + level.priceTicks + " out of order");
            }
            previousKey = key;
            counted += checkLevel(name, level);
        }
        if (counted != orders) {
            throw new IllegalStateException(name + " orders=" + orders + " counted=" + counted);
        }
        if (blocks.firstLevel() != best) {
            throw new IllegalStateException(name + " best is not first");
        }
    }

    private static int checkLevel(final String name, final Level level) {
        int counted = 0;
        long shown = 0;
        long total = 0;
        Order previous = null;
        for (Order order = level.first; order != null; order = order.next) {
            if (order.level != level || order.previous != previous) {
                throw new IllegalStateException(name + " order=" + order.id + " is badly linked");
            }
            shown += order.shownLots;
            total += order.leavesLots;
            counted++;
            previous = order;
        }
        if (counted == 0
                || counted != level.orders
                || level.last != previous
                || shown != level.shownLots
                || total != level.totalLots) {
            throw new IllegalStateException(
                    name + " price=" + level.priceTicks + " orders=" + level.orders + " counted="
                            + counted + " shown=" + level.shownLots + " counted=" + shown + " total=" + level.totalLots
                            + " counted=" + total);
        }
        return counted;
    }
}
