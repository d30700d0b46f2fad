package io.vexchange.engine.book;

/**
 * The blocks of one side: a list from the best outwards for the walk, a treap for the search. Which block stands where in the treap depends
 * on the prices alone. The last few blocks that have become empty stay where they are, since prices come back.
 */
final class PriceBlocks {
    private static final int RECENT = 64;
    private static final int SPARE = 16;

    private PriceBlock first;
    private PriceBlock root;
    private PriceBlock free;
    private final PriceBlock[] spare = new PriceBlock[SPARE];
    private int oldestSpare;
    /** Blocks that were found, each where its prices say, so that most need no search. */
    private final PriceBlock[] recent = new PriceBlock[RECENT];

    /** The first level of all, or null. */
    Level firstLevel() {
        return firstLevel(first);
    }

    /** The first level behind those of a block, or null. */
    Level levelBehind(final PriceBlock block) {
        return firstLevel(block.next);
    }

    private static Level firstLevel(final PriceBlock from) {
        PriceBlock block = from;
        while (block != null && block.occupied == 0) {
            block = block.next;
        }
        return block == null ? null : block.firstLevel();
    }

    /** Null when there is no block of these prices. */
    PriceBlock find(final long base) {
        final int slot = (int) base & (RECENT - 1);
        final PriceBlock known = recent[slot];
        if (known != null && known.base == base) {
            return known;
        }
        PriceBlock at = root;
        while (at != null && at.base != base) {
            at = base < at.base ? at.left : at.right;
        }
        if (at != null) {
            recent[slot] = at;
        }
        return at;
    }

    PriceBlock findOrAdd(final long base) {
        final PriceBlock found = find(base);
        return found == null ? add(base) : found;
    }

    private PriceBlock add(final long base) {
        final PriceBlock block = allocate(base);
        PriceBlock before = null;
        PriceBlock after = null;
        PriceBlock parent = null;
        PriceBlock at = root;
        while (at != null && at.weight >= block.weight) {
            parent = at;
            if (base < at.base) {
                after = at;
                at = at.left;
            } else {
                before = at;
                at = at.right;
            }
        }
        hook(parent, block);
        PriceBlock smaller = null;
        PriceBlock larger = null;
        while (at != null) {
            if (at.base < base) {
                before = at;
                if (smaller == null) {
                    block.left = at;
                } else {
                    smaller.right = at;
                }
                smaller = at;
                at = at.right;
            } else {
                after = at;
                if (larger == null) {
                    block.right = at;
                } else {
                    larger.left = at;
                }
                larger = at;
                at = at.left;
            }
        }
        if (smaller != null) {
            smaller.right = null;
        }
        if (larger != null) {
            larger.left = null;
        }
        link(before, block, after);
        return block;
    }

    private void hook(final PriceBlock parent, final PriceBlock block) {
        if (parent == null) {
            root = block;
        } else if (block.base < parent.base) {
            parent.left = block;
        } else {
            parent.right = block;
        }
    }

    private void link(final PriceBlock before, final PriceBlock block, final PriceBlock after) {
        block.previous = before;
        block.next = after;
        if (before == null) {
            first = block;
        } else {
            before.next = block;
        }
        if (after != null) {
            after.previous = block;
        }
    }

    /** No price of the block is in use any more. */
    void emptied(final PriceBlock block) {
        if (block.isSpare) {
            return;
        }
        final PriceBlock oldest = spare[oldestSpare];
        if (oldest != null) {
            oldest.isSpare = false;
            if (oldest.occupied == 0) {
                remove(oldest);
            }
        }
        block.isSpare = true;
        spare[oldestSpare] = block;
        oldestSpare = (oldestSpare + 1) % SPARE;
    }

    private void remove(final PriceBlock block) {
        PriceBlock parent = null;
        PriceBlock at = root;
        while (at != block) {
            parent = at;
            at = block.base < at.base ? at.left : at.right;
        }
        merge(parent, block);
        final int slot = (int) block.base & (RECENT - 1);
        if (recent[slot] == block) {
            recent[slot] = null;
        }
        if (block.previous == null) {
            first = block.next;
        } else {
            block.previous.next = block.next;
        }
        if (block.next != null) {
            block.next.previous = block.previous;
        }
        block.next = free;
        free = block;
    }

    /** Puts the children of a block in its place. */
    private void merge(final PriceBlock parent, final PriceBlock block) {
        PriceBlock smaller = block.left;
        PriceBlock larger = block.right;
        PriceBlock above = parent;
        boolean isLeft = parent != null && parent.left == block;
        while (smaller != null || larger != null) {
            final boolean takeSmaller = larger == null || (smaller != null && smaller.weight >= larger.weight);
            final PriceBlock taken = takeSmaller ? smaller : larger;
            attach(above, isLeft, taken);
            above = taken;
            if (larger == null || smaller == null) {
                return;
            }
            isLeft = !takeSmaller;
            if (takeSmaller) {
                smaller = taken.right;
            } else {
                larger = taken.left;
            }
        }
        attach(above, isLeft, null);
    }

    private void attach(final PriceBlock above, final boolean isLeft, final PriceBlock block) {
        if (above == null) {
            root = block;
        } else if (isLeft) {
            above.left = block;
        } else {
            above.right = block;
        }
    }

    private PriceBlock allocate(final long base) {
        PriceBlock block = free;
        if (block == null) {
            block = new PriceBlock();
        } else {
            free = block.next;
        }
        block.reset(base);
        return block;
    }
}
