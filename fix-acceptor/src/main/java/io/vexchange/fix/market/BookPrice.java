package io.vexchange.fix.market;

/** A price level: its displayed orders in priority order, and their sums. */
final class BookPrice {
    final long priceTicks;
    long lots;
    int orders;
    BookOrder head;
    private BookOrder tail;

    BookPrice(final long priceTicks) {
        this.priceTicks = priceTicks;
    }

    void append(final BookOrder order) {
        order.previous = tail;
        if (tail == null) {
            head = order;
        } else {
            tail.next = order;
        }
        tail = order;
        lots += order.lots;
        orders++;
    }

    void remove(final BookOrder order) {
        if (order.previous == null) {
            head = order.next;
        } else {
            order.previous.next = order.next;
        }
        if (order.next == null) {
            tail = order.previous;
        } else {
            order.next.previous = order.previous;
        }
        lots -= order.lots;
        orders--;
    }
}
