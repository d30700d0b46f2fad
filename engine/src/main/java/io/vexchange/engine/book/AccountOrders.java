package io.vexchange.engine.book;

/** The orders of one account: live ones by ascending id, ended ones in the order in which they ended. */
public final class AccountOrders {
    Order firstLive;
    Order lastLive;
    Order firstEnded;
    Order lastEnded;
    int endedIds;

    public Order firstLive() {
        return firstLive;
    }

    public Order firstEnded() {
        return firstEnded;
    }

    void addLive(final Order order) {
        order.previousOfAccount = lastLive;
        order.nextOfAccount = null;
        if (lastLive == null) {
            firstLive = order;
        } else {
            lastLive.nextOfAccount = order;
        }
        lastLive = order;
    }

    void removeLive(final Order order) {
        if (order.previousOfAccount == null) {
            firstLive = order.nextOfAccount;
        } else {
            order.previousOfAccount.nextOfAccount = order.nextOfAccount;
        }
        if (order.nextOfAccount == null) {
            lastLive = order.previousOfAccount;
        } else {
            order.nextOfAccount.previousOfAccount = order.previousOfAccount;
        }
        order.nextOfAccount = null;
        order.previousOfAccount = null;
    }

    void addEnded(final Order order) {
        order.nextOfAccount = null;
        order.previousOfAccount = null;
        if (lastEnded == null) {
            firstEnded = order;
        } else {
            lastEnded.nextOfAccount = order;
        }
        lastEnded = order;
        endedIds += weight(order);
    }

    /** Null when there is none. */
    Order takeOldestEnded() {
        final Order oldest = firstEnded;
        if (oldest != null) {
            firstEnded = oldest.nextOfAccount;
            oldest.nextOfAccount = null;
            endedIds -= weight(oldest);
            if (firstEnded == null) {
                lastEnded = null;
            }
        }
        return oldest;
    }

    /** What an ended order takes of the bound: its ids, at least one. */
    private static int weight(final Order order) {
        return Math.max(1, order.idCount);
    }
}
