package io.vexchange.engine.book;

/**
 * The blocks of one side: a list from the best outwards for the walk, a treap for the search. Which block stands where in the treap depends
 * on the prices alone.
 */
final class PriceBlocks {
    private static final int NEAR = 4;

    private PriceBlock first;
    private PriceBlock root;
    private PriceBlock free;

    PriceBlock first() {
        return first;
    }

    /** Null when no price of the block is in use. */
    PriceBlock find(final long base) {
        PriceBlock near = first;
        for (int i = 0; i < NEAR && near != null && near.base <= base; i++) {
            if (near.base == base) {
                return near;
            }
            near = near.next;
        }
        if (near == null || near.base > base) {
            return null;
        }
        PriceBlock at = root;
        while (at != null && at.base != base) {
            at = base < at.base ? at.left : at.right;
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

    void remove(final PriceBlock block) {
        PriceBlock parent = null;
        PriceBlock at = root;
        while (at != block) {
            parent = at;
            at = block.base < at.base ? at.left : at.right;
        }
        merge(parent, block);
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
