package io.vexchange.engine.client;

import io.vexchange.engine.model.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.collections.Long2ObjectHashMap;

/** One side of a public book, order by order; entries of a level in priority order. */
final class LiveBook {
    private static final class Entry {
        final long entryId;
        final long orderId;
        final Level level;
        long lots;
        Entry previous;
        Entry next;

        Entry(final long entryId, final long orderId, final Level level, final long lots) {
            this.entryId = entryId;
            this.orderId = orderId;
            this.level = level;
            this.lots = lots;
        }
    }

    private static final class Level {
        final long priceTicks;
        long lots;
        int count;
        Entry head;
        Entry tail;

        Level(final long priceTicks) {
            this.priceTicks = priceTicks;
        }

        BookLevel view() {
            return new BookLevel(priceTicks, lots, count);
        }
    }

    private final TreeMap<Long, Level> levels;
    private final Long2ObjectHashMap<Entry> entries = new Long2ObjectHashMap<>();

    LiveBook(final Side side) {
        final Comparator<Long> ascending = Comparator.naturalOrder();
        levels = new TreeMap<>(side == Side.BUY ? ascending.reversed() : ascending);
    }

    void add(final long entryId, final long orderId, final long priceTicks, final long lots) {
        final Level level = levels.computeIfAbsent(priceTicks, Level::new);
        final Entry entry = new Entry(entryId, orderId, level, lots);
        entry.previous = level.tail;
        if (level.tail == null) {
            level.head = entry;
        } else {
            level.tail.next = entry;
        }
        level.tail = entry;
        level.lots += lots;
        level.count++;
        entries.put(entryId, entry);
    }

    void change(final long entryId, final long lots) {
        final Entry entry = known(entryId);
        entry.level.lots += lots - entry.lots;
        entry.lots = lots;
    }

    void remove(final long entryId) {
        final Entry entry = known(entryId);
        final Level level = entry.level;
        if (entry.previous == null) {
            level.head = entry.next;
        } else {
            entry.previous.next = entry.next;
        }
        if (entry.next == null) {
            level.tail = entry.previous;
        } else {
            entry.next.previous = entry.previous;
        }
        level.lots -= entry.lots;
        level.count--;
        if (level.count == 0) {
            levels.remove(level.priceTicks);
        }
        entries.remove(entryId);
    }

    private Entry known(final long entryId) {
        final Entry entry = entries.get(entryId);
        if (entry == null) {
            throw new IllegalStateException("no book entry has entryId=" + entryId);
        }
        return entry;
    }

    BookLevel best() {
        final Map.Entry<Long, Level> first = levels.firstEntry();
        return first == null ? null : first.getValue().view();
    }

    BookLevel level(final long priceTicks) {
        final Level level = levels.get(priceTicks);
        return level == null ? null : level.view();
    }

    List<BookLevel> levels(final int depth) {
        final List<BookLevel> result = new ArrayList<>(Math.min(depth, levels.size()));
        for (final Level level : levels.values()) {
            if (result.size() >= depth) {
                break;
            }
            result.add(level.view());
        }
        return result;
    }

    List<BookEntry> entries(final int depth) {
        final List<BookEntry> result = new ArrayList<>();
        int seen = 0;
        for (final Level level : levels.values()) {
            if (++seen > depth) {
                break;
            }
            for (Entry entry = level.head; entry != null; entry = entry.next) {
                result.add(new BookEntry(entry.entryId, entry.orderId, level.priceTicks, entry.lots));
            }
        }
        return result;
    }
}
