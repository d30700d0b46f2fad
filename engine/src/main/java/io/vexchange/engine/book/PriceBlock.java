package io.vexchange.engine.book;

/** 64 neighbouring prices of a side. A set bit says that the level is in use. Keys grow from the best price outwards. */
final class PriceBlock {
    static final int BITS = 6;
    private static final int MASK = (1 << BITS) - 1;

    long base;
    long occupied;
    PriceBlock next;
    PriceBlock previous;
    PriceBlock left;
    PriceBlock right;
    int weight;
    /** Its side keeps it for a while though it is empty. */
    boolean isSpare;

    private final Level[] levels = new Level[1 << BITS];

    void reset(final long newBase) {
        base = newBase;
        occupied = 0;
        next = null;
        previous = null;
        left = null;
        right = null;
        isSpare = false;
        final long mixed = newBase * 0x9E3779B97F4A7C15L;
        weight = (int) (mixed >>> 32) ^ (int) mixed;
    }

    Level get(final long key) {
        final int slot = (int) key & MASK;
        return (occupied & (1L << slot)) == 0 ? null : levels[slot];
    }

    Level take(final long key) {
        final int slot = (int) key & MASK;
        occupied |= 1L << slot;
        Level level = levels[slot];
        if (level == null) {
            level = new Level(this);
            levels[slot] = level;
        }
        return level;
    }

    void give(final long key) {
        occupied &= ~(1L << ((int) key & MASK));
    }

    Level firstLevel() {
        return levels[Long.numberOfTrailingZeros(occupied)];
    }

    /** The first level behind the key, or null. */
    Level levelAfter(final long key) {
        final int slot = (int) key & MASK;
        final long behind = slot == MASK ? 0 : occupied & (-1L << (slot + 1));
        return behind == 0 ? null : levels[Long.numberOfTrailingZeros(behind)];
    }
}
