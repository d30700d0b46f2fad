package io.vexchange.engine.book;

/** The orders at one price, first come first, pegs behind the others. Kept by its block; never empty while it is in a side. */
public final class Level {
    final PriceBlock block;
    public long priceTicks;
    public Order first;
    public long shownLots;
    public long totalLots;
    Order last;
    int orders;

    Level(final PriceBlock block) {
        this.block = block;
    }

    public Order last() {
        return last;
    }

    public int orders() {
        return orders;
    }

    /** Puts an order behind all others, but pegs stand behind all orders with a price of their own, among themselves by place. */
    void append(final Order order) {
        order.level = this;
        if (last != null && last.isPeg()) {
            insert(order);
        } else {
            order.next = null;
            order.previous = last;
            if (last == null) {
                first = order;
            } else {
                last.next = order;
            }
            last = order;
        }
        orders++;
        shownLots += order.shownLots;
        totalLots += order.leavesLots;
    }

    private void insert(final Order order) {
        Order before = last;
        while (before != null && before.isPeg() && (!order.isPeg() || before.place > order.place)) {
            before = before.previous;
        }
        order.previous = before;
        order.next = before == null ? first : before.next;
        if (before == null) {
            first = order;
        } else {
            before.next = order;
        }
        if (order.next == null) {
            last = order;
        } else {
            order.next.previous = order;
        }
    }

    void unlink(final Order order) {
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
        order.level = null;
        orders--;
    }

    /** An order's quantities have become smaller or larger by this much. */
    public void change(final long shown, final long total) {
        shownLots += shown;
        totalLots += total;
    }
}
