package io.vexchange.engine.book;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Predicate;

/** Live orders of one market that are meant together, by ascending id. Reused: {@link #clear} after use. */
public final class OrdersOfMarket {
    private static final Comparator<Order> BY_ID = Comparator.comparingLong(order -> order.id);

    private Order[] found = new Order[64];
    private int count;

    /** @return how many orders of the market are meant, wherever they stand */
    public int collect(final Market market, final Predicate<Order> isMeant) {
        collect(market.bids, isMeant);
        collect(market.offers, isMeant);
        collect(market.buyStops, isMeant);
        collect(market.sellStops, isMeant);
        collect(market.marketBuys, isMeant);
        collect(market.marketSells, isMeant);
        collect(market.atClose, isMeant);
        for (int i = 0; i < market.pegs.size(); i++) {
            if (market.pegs.get(i).stand == Order.Stand.PARKED) {
                add(market.pegs.get(i), isMeant);
            }
        }
        Arrays.sort(found, 0, count, BY_ID);
        return count;
    }

    private void collect(final BookSide side, final Predicate<Order> isMeant) {
        for (Level level = side.best(); level != null; level = side.after(level)) {
            for (Order order = level.first; order != null; order = order.next) {
                add(order, isMeant);
            }
        }
    }

    private void collect(final OrderQueue queue, final Predicate<Order> isMeant) {
        for (Order order = queue.first(); order != null; order = order.next) {
            add(order, isMeant);
        }
    }

    private void add(final Order order, final Predicate<Order> isMeant) {
        if (!isMeant.test(order)) {
            return;
        }
        if (count == found.length) {
            found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = order;
    }

    /** @return the so-manieth of them, from 0 */
    public Order get(final int index) {
        return found[index];
    }

    public void clear() {
        Arrays.fill(found, 0, count, null);
        count = 0;
    }
}
