package io.vexchange.engine.book;

import java.util.Arrays;

/**
 * Orders by id. Ids are counted, so neighbours in time are neighbours here: an order is found by three array accesses, new ones go where
 * the last ones went, and live ones are walked by ascending id over a bit each. Grows and shrinks by one small array at a time, so that no
 * command waits for a table to be copied.
 */
final class OrderIndex {
    private static final int LEAF_BITS = 5;
    private static final int LEAF_SIZE = 1 << LEAF_BITS;
    private static final int LEAF_MASK = LEAF_SIZE - 1;
    private static final int PAGE_BITS = 9;
    private static final int PAGE_SIZE = 1 << PAGE_BITS;
    private static final int PAGE_MASK = PAGE_SIZE - 1;

    /** A run of ids; a leaf is there while one of its orders is. */
    private static final class Page {
        final Order[][] leaves = new Order[PAGE_SIZE][];
        /** A bit says that the order is there. */
        final int[] used = new int[PAGE_SIZE];
        /** A bit says that the order lives. */
        final int[] live = new int[PAGE_SIZE];

        int leafCount;
        Page nextFree;
    }

    private Page[] pages = new Page[16];
    private int firstPage;
    private Order[][] freeLeaves = new Order[64][];
    private int freeLeafCount;
    private Page freePage;
    private int size;

    int size() {
        return size;
    }

    /** The order, or null; any number may be asked for. */
    Order get(final long id) {
        final long at = id >>> (LEAF_BITS + PAGE_BITS);
        if (at >= pages.length) {
            return null;
        }
        final Page page = pages[(int) at];
        if (page == null) {
            return null;
        }
        final Order[] leaf = page.leaves[leafOf(id)];
        return leaf == null ? null : leaf[(int) id & LEAF_MASK];
    }

    /** Adds an order whose id is not known. */
    void put(final Order order) {
        final long id = order.id;
        final int at = Math.toIntExact(id >>> (LEAF_BITS + PAGE_BITS));
        if (at >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(2 * pages.length, at + 1));
        }
        Page page = pages[at];
        if (page == null) {
            page = allocatePage();
            pages[at] = page;
            firstPage = Math.min(firstPage, at);
        }
        final int leafAt = leafOf(id);
        Order[] leaf = page.leaves[leafAt];
        if (leaf == null) {
            leaf = freeLeafCount == 0 ? new Order[LEAF_SIZE] : freeLeaves[--freeLeafCount];
            page.leaves[leafAt] = leaf;
            page.leafCount++;
        }
        leaf[(int) id & LEAF_MASK] = order;
        page.used[leafAt] |= 1 << id;
        size++;
    }

    /** Forgets an order that is known and does not live. */
    void remove(final Order order) {
        final long id = order.id;
        final int at = (int) (id >>> (LEAF_BITS + PAGE_BITS));
        final Page page = pages[at];
        final int leafAt = leafOf(id);
        page.leaves[leafAt][(int) id & LEAF_MASK] = null;
        page.used[leafAt] &= ~(1 << id);
        size--;
        if (page.used[leafAt] == 0) {
            release(page.leaves[leafAt]);
            page.leaves[leafAt] = null;
            page.leafCount--;
            if (page.leafCount == 0) {
                pages[at] = null;
                page.nextFree = freePage;
                freePage = page;
            }
        }
    }

    private Page allocatePage() {
        final Page page = freePage;
        if (page == null) {
            return new Page();
        }
        freePage = page.nextFree;
        page.nextFree = null;
        return page;
    }

    private void release(final Order[] leaf) {
        if (freeLeafCount == freeLeaves.length) {
            freeLeaves = Arrays.copyOf(freeLeaves, 2 * freeLeafCount);
        }
        freeLeaves[freeLeafCount++] = leaf;
    }

    /** Says of a known order whether it lives. */
    void live(final long id, final boolean isLive) {
        final int[] live = pages[(int) (id >>> (LEAF_BITS + PAGE_BITS))].live;
        if (isLive) {
            live[leafOf(id)] |= 1 << id;
        } else {
            live[leafOf(id)] &= ~(1 << id);
        }
    }

    /** The live order with the least id that is not less, or null. */
    Order firstLive(final long fromId) {
        final long fromPage = fromId >>> (LEAF_BITS + PAGE_BITS);
        while (firstPage < pages.length && pages[firstPage] == null) {
            firstPage++;
        }
        int leafAt = fromPage < firstPage ? 0 : leafOf(fromId);
        int mask = fromPage < firstPage ? -1 : -1 << fromId;
        for (int at = (int) Math.max(firstPage, Math.min(fromPage, pages.length)); at < pages.length; at++) {
            final Page page = pages[at];
            for (; page != null && leafAt < PAGE_SIZE; leafAt++) {
                final int bits = page.live[leafAt] & mask;
                if (bits != 0) {
                    return page.leaves[leafAt][Integer.numberOfTrailingZeros(bits)];
                }
                mask = -1;
            }
            leafAt = 0;
            mask = -1;
        }
        return null;
    }

    private static int leafOf(final long id) {
        return (int) (id >>> LEAF_BITS) & PAGE_MASK;
    }
}
