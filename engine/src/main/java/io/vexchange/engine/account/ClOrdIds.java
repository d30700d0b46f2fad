package io.vexchange.engine.account;

import java.nio.ByteOrder;
import java.util.Arrays;
import org.agrona.MutableDirectBuffer;

/**
 * Which order an account's ClOrdID names. Every id is an entry, known by a number from 1; the entries of an order are chained in the order
 * in which it took them. Open addressing over pages of entries, nothing allocated but growth.
 */
public final class ClOrdIds {
    /** No entry. */
    public static final int NONE = 0;

    private static final int PAGE_BITS = 12;
    private static final int PAGE_SIZE = 1 << PAGE_BITS;
    private static final int PAGE_MASK = PAGE_SIZE - 1;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private static final class Page {
        final long[] words = new long[PAGE_SIZE * IdKey.WORDS];
        final long[] orderIds = new long[PAGE_SIZE];
        final long[] fingerprints = new long[PAGE_SIZE];
        final int[] accountIds = new int[PAGE_SIZE];
        final int[] hashes = new int[PAGE_SIZE];
        final int[] nexts = new int[PAGE_SIZE];
        final boolean[] entered = new boolean[PAGE_SIZE];
    }

    private Page[] pages = {new Page()};
    /** The hash above, the entry below; 0 is a free slot. */
    private long[] table = new long[PAGE_SIZE];

    private int newest;
    private int free = NONE;
    private int size;
    private long seed;

    /** Chooses how ids are spread, so that a client cannot make them collide; only while there are none. */
    public void seed(final long value) {
        if (size == 0) {
            seed = value;
        }
    }

    public int size() {
        return size;
    }

    /** @return the entry, or {@link #NONE} */
    public int find(final int accountId, final IdKey key) {
        final int hash = hash(accountId, key.words);
        final int mask = table.length - 1;
        for (int slot = hash & mask; table[slot] != 0; slot = (slot + 1) & mask) {
            if (hash(table[slot]) == hash) {
                final int entry = (int) table[slot];
                final Page page = pages[entry >>> PAGE_BITS];
                final int at = entry & PAGE_MASK;
                if (page.accountIds[at] == accountId && isSame(page, at, key.words)) {
                    return entry;
                }
            }
        }
        return NONE;
    }

    /**
     * Spends an id that is not known.
     *
     * @param entered true for the id an order was entered with: its fingerprint counts
     * @param last the newest entry of the order, or {@link #NONE}
     * @return the new entry
     */
    public int add(
            final int accountId,
            final IdKey key,
            final long orderId,
            final long fingerprint,
            final boolean entered,
            final int last) {
        if (2 * (size + 1) > table.length) {
            grow();
        }
        final int entry = allocate();
        final Page page = pages[entry >>> PAGE_BITS];
        final int at = entry & PAGE_MASK;
        final int hash = hash(accountId, key.words);
        System.arraycopy(key.words, 0, page.words, at * IdKey.WORDS, IdKey.WORDS);
        page.orderIds[at] = orderId;
        page.fingerprints[at] = fingerprint;
        page.accountIds[at] = accountId;
        page.hashes[at] = hash;
        page.nexts[at] = NONE;
        page.entered[at] = entered;
        insert(((long) hash << Integer.SIZE) | entry);
        size++;
        if (last != NONE) {
            pages[last >>> PAGE_BITS].nexts[last & PAGE_MASK] = entry;
        }
        return entry;
    }

    /**
     * Frees the entry and all that follow it in its order.
     *
     * @return how many there were
     */
    public int removeChain(final int first) {
        int count = 0;
        int entry = first;
        while (entry != NONE) {
            final int next = next(entry);
            remove(entry);
            entry = next;
            count++;
        }
        return count;
    }

    public long orderId(final int entry) {
        return pages[entry >>> PAGE_BITS].orderIds[entry & PAGE_MASK];
    }

    public long fingerprint(final int entry) {
        return pages[entry >>> PAGE_BITS].fingerprints[entry & PAGE_MASK];
    }

    /** @return true when an order was entered with it */
    public boolean isEntered(final int entry) {
        return pages[entry >>> PAGE_BITS].entered[entry & PAGE_MASK];
    }

    /** @return the id the order took next, or {@link #NONE} */
    public int next(final int entry) {
        return pages[entry >>> PAGE_BITS].nexts[entry & PAGE_MASK];
    }

    /**
     * Writes an id.
     *
     * @param buffer has {@link IdKey#MAX_LENGTH} + 4 bytes of room
     * @return its length
     */
    public int copy(final int entry, final MutableDirectBuffer buffer, final int offset) {
        if (entry == NONE) {
            return 0;
        }
        final long[] words = pages[entry >>> PAGE_BITS].words;
        final int from = (entry & PAGE_MASK) * IdKey.WORDS;
        for (int i = 0; i < IdKey.WORDS; i++) {
            buffer.putLong(offset + i * Long.BYTES, words[from + i], ByteOrder.LITTLE_ENDIAN);
        }
        return (int) (words[from + IdKey.WORDS - 1] >>> Integer.SIZE);
    }

    private static boolean isSame(final Page page, final int at, final long[] words) {
        final int from = at * IdKey.WORDS;
        for (int i = 0; i < IdKey.WORDS; i++) {
            if (page.words[from + i] != words[i]) {
                return false;
            }
        }
        return true;
    }

    private int hash(final int accountId, final long[] words) {
        long hash = seed ^ (accountId * MIX);
        for (final long word : words) {
            hash = (hash ^ word) * MIX;
            hash ^= hash >>> 29;
        }
        return (int) (hash >>> 20);
    }

    private int allocate() {
        if (free != NONE) {
            final int entry = free;
            free = next(entry);
            return entry;
        }
        newest++;
        final int page = newest >>> PAGE_BITS;
        if (page == pages.length) {
            pages = Arrays.copyOf(pages, 2 * pages.length);
        }
        if (pages[page] == null) {
            pages[page] = new Page();
        }
        return newest;
    }

    private void insert(final long hashAndEntry) {
        final int mask = table.length - 1;
        int slot = hash(hashAndEntry) & mask;
        while (table[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        table[slot] = hashAndEntry;
    }

    private static int hash(final long hashAndEntry) {
        return (int) (hashAndEntry >>> Integer.SIZE);
    }

    private void remove(final int entry) {
        final Page page = pages[entry >>> PAGE_BITS];
        final int at = entry & PAGE_MASK;
        final int mask = table.length - 1;
        int hole = page.hashes[at] & mask;
        while ((int) table[hole] != entry) {
            hole = (hole + 1) & mask;
        }
        int slot = hole;
        while (true) {
            slot = (slot + 1) & mask;
            final long moved = table[slot];
            if (moved == 0) {
                break;
            }
            final int home = hash(moved) & mask;
            if (((slot - home) & mask) >= ((slot - hole) & mask)) {
                table[hole] = moved;
                hole = slot;
            }
        }
        table[hole] = 0;
        page.nexts[at] = free;
        free = entry;
        size--;
    }

    private void grow() {
        final long[] old = table;
        table = new long[2 * old.length];
        for (final long each : old) {
            if (each != 0) {
                insert(each);
            }
        }
    }
}
