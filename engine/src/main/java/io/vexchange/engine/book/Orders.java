package io.vexchange.engine.book;

import io.vexchange.engine.account.ClOrdIds;
import java.util.Arrays;

/**
 * Every order the venue remembers: live ones, and ended ones until the trading day rolls or their account has too many. By id in open
 * addressing; by age in lists.
 */
public final class Orders {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final ClOrdIds ids;
    private final int maxEndedIds;
    private Order[] table = new Order[1 << 12];
    private int shift = Long.SIZE - 12;
    private int size;
    private int live;
    private final PastOrders past = new PastOrders();
    private Order pool;
    private Order firstLive;
    private Order lastLive;
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
        final int mask = table.length - 1;
        for (int slot = slot(id); table[slot] != null; slot = (slot + 1) & mask) {
            if (table[slot].id == id) {
                return table[slot];
            }
        }
        return null;
    }

    public int liveCount() {
        return live;
    }

    public int size() {
        return size;
    }

    /** @return the live order with the least id, or null; from there {@link Order#nextLive()} */
    public Order firstLive() {
        return firstLive;
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
        put(order);
        live++;
        order.account.exposure.countOrder(1);
        order.previousLive = lastLive;
        order.nextLive = null;
        if (lastLive == null) {
            firstLive = order;
        } else {
            lastLive.nextLive = order;
        }
        lastLive = order;
        of(order.account.id).addLive(order);
    }

    /** Remembers an order that has ended already. */
    public void addEnded(final Order order) {
        put(order);
        retire(order);
    }

    /** A live order has ended. */
    public void end(final Order order) {
        live--;
        order.account.exposure.countOrder(-1);
        if (order.previousLive == null) {
            firstLive = order.nextLive;
        } else {
            order.previousLive.nextLive = order.nextLive;
        }
        if (order.nextLive == null) {
            lastLive = order.previousLive;
        } else {
            order.nextLive.previousLive = order.previousLive;
        }
        order.nextLive = null;
        order.previousLive = null;
        of(order.account.id).removeLive(order);
        retire(order);
    }

    private void retire(final Order order) {
        int count = 0;
        for (int id = order.firstId; id != ClOrdIds.NONE; id = ids.next(id)) {
            count++;
        }
        final AccountOrders orders = of(order.account.id);
        final boolean wasFull = orders.endedIds > maxEndedIds;
        orders.addEnded(order, count);
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
        orders.endedIds -= ids.removeChain(firstId);
        remove(oldest);
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

    private int slot(final long id) {
        return (int) ((id * MIX) >>> shift);
    }

    private void put(final Order order) {
        if (2 * (size + 1) > table.length) {
            grow();
        }
        insert(order);
        size++;
    }

    private void insert(final Order order) {
        final int mask = table.length - 1;
        int slot = slot(order.id);
        while (table[slot] != null) {
            slot = (slot + 1) & mask;
        }
        table[slot] = order;
    }

    private void remove(final Order order) {
        final int mask = table.length - 1;
        int hole = slot(order.id);
        while (table[hole] != order) {
            hole = (hole + 1) & mask;
        }
        int slot = hole;
        while (true) {
            slot = (slot + 1) & mask;
            final Order moved = table[slot];
            if (moved == null) {
                break;
            }
            if (((slot - slot(moved.id)) & mask) >= ((slot - hole) & mask)) {
                table[hole] = moved;
                hole = slot;
            }
        }
        table[hole] = null;
        size--;
    }

    private void grow() {
        final Order[] old = table;
        table = new Order[2 * old.length];
        shift--;
        for (final Order order : old) {
            if (order != null) {
                insert(order);
            }
        }
    }
}
