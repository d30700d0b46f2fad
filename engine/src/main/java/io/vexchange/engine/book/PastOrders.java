package io.vexchange.engine.book;

import io.vexchange.engine.account.ClOrdIds;

/** Orders the venue has forgotten but for their trades, oldest first. They bear no ids, only the text of the last. */
public final class PastOrders {
    private Order first;
    private Order last;
    private int size;

    /** @return the first, or null; from there {@link Order#nextOfAccount()} */
    public Order first() {
        return first;
    }

    public int size() {
        return size;
    }

    /** Takes an order whose ids are still spent. */
    void add(final Order order, final ClOrdIds ids) {
        order.becomePast(ids);
        append(order);
    }

    /** Takes an order as it was in a snapshot. */
    public void append(final Order order) {
        order.nextOfAccount = null;
        order.previousOfAccount = last;
        if (last == null) {
            first = order;
        } else {
            last.nextOfAccount = order;
        }
        last = order;
        size++;
    }

    void remove(final Order order) {
        if (order.previousOfAccount == null) {
            first = order.nextOfAccount;
        } else {
            order.previousOfAccount.nextOfAccount = order.nextOfAccount;
        }
        if (order.nextOfAccount == null) {
            last = order.previousOfAccount;
        } else {
            order.nextOfAccount.previousOfAccount = order.previousOfAccount;
        }
        order.nextOfAccount = null;
        order.previousOfAccount = null;
        size--;
    }
}
