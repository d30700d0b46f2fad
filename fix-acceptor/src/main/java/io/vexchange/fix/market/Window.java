package io.vexchange.fix.market;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The best price levels of a book as they were shown last, and what has changed in them since. Not thread-safe. */
public final class Window {
    private record Shown(char type, long id, long priceTicks, long lots, int orders, BookOrder place) {
        boolean isSamePlace(final Shown other) {
            return priceTicks == other.priceTicks && place == other.place;
        }

        boolean isSameContent(final Shown other) {
            return lots == other.lots && orders == other.orders;
        }
    }

    private final int depth;
    private final boolean byOrder;
    private Map<String, Shown> shown = new HashMap<>();

    /**
     * @param depth price levels a side, at least 1
     * @param byOrder order by order, else by level
     * @param book as it is shown now
     */
    public Window(final int depth, final boolean byOrder, final PublicBook book) {
        this.depth = depth;
        this.byOrder = byOrder;
        shown = look(book);
    }

    private Map<String, Shown> look(final PublicBook book) {
        final Map<String, Shown> now = new LinkedHashMap<>();
        look(book.side(true), now);
        look(book.side(false), now);
        return now;
    }

    private void look(final BookSide side, final Map<String, Shown> now) {
        int levels = 0;
        for (final BookPrice price : side.prices()) {
            if (++levels > depth) {
                return;
            }
            if (!byOrder) {
                now.put(
                        side.type() + ":" + price.priceTicks,
                        new Shown(side.type(), 0, price.priceTicks, price.lots, price.orders, null));
                continue;
            }
            for (BookOrder order = price.head; order != null; order = order.next) {
                now.put(
                        side.type() + ":" + order.entryId,
                        new Shown(side.type(), order.entryId, price.priceTicks, order.lots, 0, order));
            }
        }
    }

    /**
     * @param book as it is now
     * @return deletes, then what is new or has changed, the best first; loss of place is both
     */
    public List<Entry> move(final PublicBook book) {
        final Map<String, Shown> now = look(book);
        final List<Entry> entries = new ArrayList<>();
        shown.forEach((key, before) -> {
            final Shown after = now.get(key);
            if (after == null || !after.isSamePlace(before)) {
                entries.add(entry(Entry.DELETE, before, book.publicSequence()));
            }
        });
        now.forEach((key, after) -> {
            final Shown before = shown.get(key);
            if (before == null || !after.isSamePlace(before)) {
                entries.add(entry(Entry.NEW, after, book.publicSequence()));
            } else if (!after.isSameContent(before)) {
                entries.add(entry(Entry.CHANGE, after, book.publicSequence()));
            }
        });
        shown = now;
        return entries;
    }

    private Entry entry(final char action, final Shown it, final long sequence) {
        return byOrder
                ? Entry.order(action, it.type, it.id, it.priceTicks, it.lots, sequence)
                : Entry.level(action, it.type, it.priceTicks, it.lots, it.orders, sequence);
    }
}
