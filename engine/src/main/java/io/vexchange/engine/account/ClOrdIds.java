package io.vexchange.engine.account;

import java.nio.ByteOrder;
import java.util.Arrays;
import org.agrona.MutableDirectBuffer;

/**
 * Which order an account's ClOrdID names. Every id is an entry, known by a number from 1; the entries of an order are chained in the order
 * in which it took them. An entry is a row of eight words, so that one or two lines of cache hold all of it. Rows are found by open
 * addressing in many small tables, each of which grows by itself: no command waits for a large one to be copied.
 */
public final class ClOrdIds {
    /** No entry. */
    public static final int NONE = 0;

    private static final int PAGE_BITS = 12;
    private static final int PAGE_SIZE = 1 << PAGE_BITS;
    private static final int PAGE_MASK = PAGE_SIZE - 1;
    private static final int TABLE_BITS = 10;
    private static final int FIRST_TABLE_SIZE = 16;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    // a row: the id's words, then these
    private static final int ROW_BITS = 3;
    private static final int LAST_WORD = IdKey.WORDS - 1;
    private static final int ORDER_ID = IdKey.WORDS;
    private static final int FINGERPRINT = ORDER_ID + 1;
    /** The account above, the next entry below. */
    private static final int ACCOUNT_AND_NEXT = FINGERPRINT + 1;

    /** In the last word of an id, above its length. */
    private static final long ENTERED = 1L << 62;

    private static final long LOW = 0xFFFF_FFFFL;

    private long[][] pages = {new long[PAGE_SIZE << ROW_BITS]};
    /** In each the hash above, the entry below; 0 is a free slot. */
    private final long[][] tables = new long[1 << TABLE_BITS][];

    private final int[] sizes = new int[1 << TABLE_BITS];
    private int newest;
    private int free = NONE;
    private int size;
    private long seed;

    public ClOrdIds() {
        for (int i = 0; i < tables.length; i++) {
            tables[i] = new long[FIRST_TABLE_SIZE];
        }
    }

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
        final long[] words = key.words;
        final long mixed = mix(accountId, words[0], words[1], words[2], words[3], words[LAST_WORD]);
        final long[] table = tables[tableOf(mixed)];
        final int hash = hashOf(mixed);
        final int mask = table.length - 1;
        for (int slot = hash & mask; table[slot] != 0; slot = (slot + 1) & mask) {
            if ((int) (table[slot] >>> Integer.SIZE) == hash) {
                final int entry = (int) table[slot];
                if (isSame(entry, accountId, words)) {
                    return entry;
                }
            }
        }
        return NONE;
    }

    private boolean isSame(final int entry, final int accountId, final long[] words) {
        final long[] page = page(entry);
        final int row = row(entry);
        return page[row] == words[0]
                && (page[row + LAST_WORD] & ~ENTERED) == words[LAST_WORD]
                && page[row + 1] == words[1]
                && page[row + 2] == words[2]
                && page[row + 3] == words[3]
                && (int) (page[row + ACCOUNT_AND_NEXT] >>> Integer.SIZE) == accountId;
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
        final long[] words = key.words;
        final long mixed = mix(accountId, words[0], words[1], words[2], words[3], words[LAST_WORD]);
        final int table = tableOf(mixed);
        if (2 * (sizes[table] + 1) > tables[table].length) {
            grow(table);
        }
        final int entry = allocate();
        final long[] page = page(entry);
        final int row = row(entry);
        page[row] = words[0];
        page[row + 1] = words[1];
        page[row + 2] = words[2];
        page[row + 3] = words[3];
        page[row + LAST_WORD] = entered ? words[LAST_WORD] | ENTERED : words[LAST_WORD];
        page[row + ORDER_ID] = orderId;
        page[row + FINGERPRINT] = fingerprint;
        page[row + ACCOUNT_AND_NEXT] = (long) accountId << Integer.SIZE;
        insert(tables[table], ((long) hashOf(mixed) << Integer.SIZE) | entry);
        sizes[table]++;
        size++;
        if (last != NONE) {
            link(last, entry);
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
        return page(entry)[row(entry) + ORDER_ID];
    }

    public long fingerprint(final int entry) {
        return page(entry)[row(entry) + FINGERPRINT];
    }

    /** @return true when an order was entered with it */
    public boolean isEntered(final int entry) {
        return (page(entry)[row(entry) + LAST_WORD] & ENTERED) != 0;
    }

    /** @return the id the order took next, or {@link #NONE} */
    public int next(final int entry) {
        return (int) page(entry)[row(entry) + ACCOUNT_AND_NEXT];
    }

    private void link(final int entry, final int next) {
        final long[] page = page(entry);
        final int at = row(entry) + ACCOUNT_AND_NEXT;
        page[at] = (page[at] & ~LOW) | next;
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
        final long[] page = page(entry);
        final int row = row(entry);
        for (int i = 0; i < LAST_WORD; i++) {
            buffer.putLong(offset + i * Long.BYTES, page[row + i], ByteOrder.LITTLE_ENDIAN);
        }
        final long last = page[row + LAST_WORD] & ~ENTERED;
        buffer.putLong(offset + LAST_WORD * Long.BYTES, last, ByteOrder.LITTLE_ENDIAN);
        return (int) (last >>> Integer.SIZE);
    }

    private long[] page(final int entry) {
        return pages[entry >>> PAGE_BITS];
    }

    private static int row(final int entry) {
        return (entry & PAGE_MASK) << ROW_BITS;
    }

    private long mix(
            final int accountId,
            final long word0,
            final long word1,
            final long word2,
            final long word3,
            final long word4) {
        long mixed = seed ^ (accountId * MIX);
        mixed = mix(mixed, word0);
        mixed = mix(mixed, word4);
        // short ids end here
        if ((word1 | word2 | word3) != 0) {
            mixed = mix(mixed, word1);
            mixed = mix(mixed, word2);
            mixed = mix(mixed, word3);
        }
        return mixed;
    }

    private static long mix(final long mixed, final long word) {
        final long product = (mixed ^ word) * MIX;
        return product ^ (product >>> 29);
    }

    private static int tableOf(final long mixed) {
        return (int) (mixed >>> (Long.SIZE - TABLE_BITS));
    }

    private static int hashOf(final long mixed) {
        return (int) (mixed >>> 20);
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
            pages[page] = new long[PAGE_SIZE << ROW_BITS];
        }
        return newest;
    }

    private static void insert(final long[] table, final long hashAndEntry) {
        final int mask = table.length - 1;
        int slot = (int) (hashAndEntry >>> Integer.SIZE) & mask;
        while (table[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        table[slot] = hashAndEntry;
    }

    private void remove(final int entry) {
        final long[] page = page(entry);
        final int row = row(entry);
        final long mixed = mix(
                (int) (page[row + ACCOUNT_AND_NEXT] >>> Integer.SIZE),
                page[row],
                page[row + 1],
                page[row + 2],
                page[row + 3],
                page[row + LAST_WORD] & ~ENTERED);
        final int number = tableOf(mixed);
        final long[] table = tables[number];
        final int mask = table.length - 1;
        int hole = hashOf(mixed) & mask;
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
            final int home = (int) (moved >>> Integer.SIZE) & mask;
            if (((slot - home) & mask) >= ((slot - hole) & mask)) {
                table[hole] = moved;
                hole = slot;
            }
        }
        table[hole] = 0;
        link(entry, free);
        free = entry;
        sizes[number]--;
        size--;
    }

    private void grow(final int number) {
        final long[] old = tables[number];
        final long[] table = new long[2 * old.length];
        for (final long each : old) {
            if (each != 0) {
                insert(table, each);
            }
        }
        tables[number] = table;
    }
}
