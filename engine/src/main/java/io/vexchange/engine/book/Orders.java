package io.vexchange.engine.book;

import io.vexchange.engine.account.ClOrdIds;
import java.util.Arrays;

/**
 * Every order the venue remembers: live ones, and ended ones until the trading day rolls or their account has too many. By id and
 * by age.
 */
public final class Orders {
    private final ClOrdIds ids;
    private final int maxEndedIds;
    private final OrderIndex index = new OrderIndex();
    private int live;
    private final PastOrders past = new PastOrders();
    private Order pool;
    private AccountOrders[] byAccount = {};
    private AccountOrders[] overfull = new AccountOrders[4];
    private int overfullCount;

    /**
     * @param ids where orders' ids are spent
     * @param maxEndedIds ids of ended orders remembered an account
     */
    public Orders(final ClOrdIds ids, final int maxEndedIds) {
        this.ids = ids;
        this.maxEndedIds = maxEndedIds;
    }

    /** @return the order, or null when it is not remembered */
    public Order get(final long id) {
        return index.get(id);
    }

    public int liveCount() {
        return live;
    }

    public int size() {
        return index.size();
    }

    /** @return the live order with the least id, or null; from there {@link #nextLive} */
    public Order firstLive() {
        return index.firstLive(0);
    }

    /** @return the live order with the next greater id, or null; the given one may have ended meanwhile */
    public Order nextLive(final Order order) {
        return index.firstLive(order.id + 1);
    }

    /** @return the orders of an account */
    public AccountOrders of(final int accountId) {
        if (accountId >= byAccount.length) {
            byAccount = Arrays.copyOf(byAccount, Math.max(2 * byAccount.length, accountId + 1));
        }
        if (byAccount[accountId] == null) {
            byAccount[accountId] = new AccountOrders();
        }
        return byAccount[accountId];
    }

    /** @return an order without values, not yet known here */
    public Order allocate() {
        Order order = pool;
        if (order == null) {
            order = new Order();
        } else {
            pool = order.next;
        }
        order.clear();
        return order;
    }

    /** Gives back an order that was never added. */
    public void release(final Order order) {
        order.next = pool;
        pool = order;
    }

    /** Remembers a live order; its id is greater than all before. */
    public void addLive(final Order order) {
        index.put(order);
        index.live(order.id, true);
        live++;
        order.account.exposure.countOrder(1);
        of(order.account.id).addLive(order);
    }

    /** Remembers an order that has ended already. */
    public void addEnded(final Order order) {
        index.put(order);
        retire(order);
    }

    /** A live order has ended. */
    public void end(final Order order) {
        live--;
        order.account.exposure.countOrder(-1);
        index.live(order.id, false);
        of(order.account.id).removeLive(order);
        retire(order);
    }

    private void retire(final Order order) {
        final AccountOrders orders = of(order.account.id);
        final boolean wasFull = orders.endedIds > maxEndedIds;
        orders.addEnded(order);
        if (!wasFull && orders.endedIds > maxEndedIds) {
            if (overfullCount == overfull.length) {
                overfull = Arrays.copyOf(overfull, 2 * overfullCount);
            }
            overfull[overfullCount++] = orders;
        }
    }

    /** After a command: forgets the oldest ended orders of accounts that have too many. */
    public void trim() {
        for (int i = 0; i < overfullCount; i++) {
            while (overfull[i].endedIds > maxEndedIds) {
                forgetOldest(overfull[i]);
            }
            overfull[i] = null;
        }
        overfullCount = 0;
    }

    /** Forgets all ended orders of an account and frees their ids. */
    public void forgetEnded(final int accountId) {
        final AccountOrders orders = of(accountId);
        while (orders.firstEnded != null) {
            forgetOldest(orders);
        }
    }

    private void forgetOldest(final AccountOrders orders) {
        final Order oldest = orders.takeOldestEnded();
        final int firstId = oldest.firstId;
        if (oldest.keptTrades > 0) {
            past.add(oldest, ids);
        }
        ids.removeChain(firstId);
        index.remove(oldest);
        if (!oldest.isPast()) {
            release(oldest);
        }
    }

    /** @return the orders that are remembered for their trades only */
    public PastOrders past() {
        return past;
    }

    /** A trade of the order is kept no more. */
    void forgetTradeOf(final Order order) {
        if (--order.keptTrades == 0 && order.isPast()) {
            past.remove(order);
            release(order);
        }
    }
}
