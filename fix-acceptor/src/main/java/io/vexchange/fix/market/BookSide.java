package io.vexchange.fix.market;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.agrona.collections.Long2ObjectHashMap;

/** One side of a public book. */
final class BookSide {
    private final char type;
    private final TreeMap<Long, BookPrice> prices;
    private final Long2ObjectHashMap<BookOrder> orders = new Long2ObjectHashMap<>();

    /** @param isBid highest price first, else lowest */
    BookSide(final boolean isBid) {
        type = isBid ? '0' : '1';
        final Comparator<Long> ascending = Comparator.naturalOrder();
        prices = new TreeMap<>(isBid ? ascending.reversed() : ascending);
    }

    /** @return FIX 269 of its entries */
    char type() {
        return type;
    }

    /** @return levels, the best first */
    Iterable<BookPrice> prices() {
        return prices.values();
    }

    void add(final long entryId, final long priceTicks, final long lots) {
        final BookPrice price = prices.computeIfAbsent(priceTicks, BookPrice::new);
        final BookOrder order = new BookOrder(entryId, price, lots);
        price.append(order);
        if (orders.put(entryId, order) != null) {
            throw new IllegalStateException("a book entry comes twice, entryId=" + entryId);
        }
    }

    void apply(final PublicEvent.OrderShown event, final List<Entry> entries) {
        final long sequence = event.publicSequence();
        if (event.action() == 0) {
            final boolean isNew = !prices.containsKey(event.priceTicks());
            add(event.entryId(), event.priceTicks(), event.lots());
            tell(isNew ? Entry.NEW : Entry.CHANGE, prices.get(event.priceTicks()), sequence, entries);
            entries.add(Entry.order(Entry.NEW, type, event.entryId(), event.priceTicks(), event.lots(), sequence));
            return;
        }
        final BookOrder order = orders.get(event.entryId());
        if (order == null) {
            throw new IllegalStateException("no book entry has entryId=" + event.entryId());
        }
        final BookPrice price = order.at;
        if (event.action() == 1) {
            price.lots += event.lots() - order.lots;
            order.lots = event.lots();
            tell(Entry.CHANGE, price, sequence, entries);
            entries.add(Entry.order(Entry.CHANGE, type, order.entryId, price.priceTicks, order.lots, sequence));
            return;
        }
        orders.remove(order.entryId);
        price.remove(order);
        if (price.orders == 0) {
            prices.remove(price.priceTicks);
        }
        tell(price.orders == 0 ? Entry.DELETE : Entry.CHANGE, price, sequence, entries);
        entries.add(Entry.order(Entry.DELETE, type, order.entryId, price.priceTicks, order.lots, sequence));
    }

    private void tell(final char action, final BookPrice price, final long sequence, final List<Entry> entries) {
        entries.add(Entry.level(action, type, price.priceTicks, price.lots, price.orders, sequence));
    }
}
