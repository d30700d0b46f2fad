package io.vexchange.engine.book;

/** The orders at one price, first come first. Kept by its block; never empty while it is in a side. */
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

    void append(final Order order) {
        order.level = this;
        order.next = null;
        order.previous = last;
        if (last == null) {
            first = order;
        } else {
            last.next = order;
        }
        last = order;
        orders++;
        shownLots += order.shownLots;
        totalLots += order.leavesLots;
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
