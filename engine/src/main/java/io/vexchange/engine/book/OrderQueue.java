package io.vexchange.engine.book;

/** Orders one behind the other, first come first. An order is in one of these or in a level, never in both. */
public final class OrderQueue {
    private Order first;
    private Order last;
    private int size;

    /** @return the first, or null; from there {@code next} */
    public Order first() {
        return first;
    }

    public int size() {
        return size;
    }

    /** Puts an order that stands nowhere behind all others. */
    public void append(final Order order, final Order.Stand stand) {
        order.stand = stand;
        order.next = null;
        order.previous = last;
        if (last == null) {
            first = order;
        } else {
            last.next = order;
        }
        last = order;
        size++;
    }

    /** Takes an order out; it stands nowhere. */
    public void remove(final Order order) {
        if (order.previous == null) {
            first = order.next;
        } else {
            order.previous.next = order.next;
        }
        if (order.next == null) {
            last = order.previous;
        } else {
            order.next.previous = order.previous;
        }
        order.next = null;
        order.previous = null;
        order.stand = Order.Stand.NONE;
        size--;
    }

    /** Fails when what is counted is not what is there, or out of order. */
    void checkInvariants(final String name, final Order.Stand stand) {
        int counted = 0;
        Order before = null;
        for (Order order = first; order != null; order = order.next) {
            if (order.previous != before
                    || order.stand != stand
                    || (before != null && before.place >= order.place && stand != Order.Stand.QUEUE)) {
                throw new IllegalStateException(name + " order=" + order.id + " is badly linked");
            }
            before = order;
            counted++;
        }
        if (counted != size || last != before) {
            throw new IllegalStateException(name + " orders=" + size + " counted=" + counted);
        }
    }
}
