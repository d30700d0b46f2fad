package io.vexchange.engine.book;

import io.vexchange.engine.account.Account;

/**
 * What each fill, cancel and replace reads and writes of an order. A class of its own, because the JVM lays the fields of a superclass out
 * before the others: these share the order's first lines of cache.
 */
class MovingOrder {
    public long id;
    public long leavesLots;
    public long shownLots;
    public long priceTicks;
    public long quantityLots;
    public long filledLots;
    public long filledValue;
    public long displayLots;
    public long hold;
    public long entryId;
    public long changedMicros;
    public int makerRate;
    public int takerRate;
    /** How many entries in the index of ids it has. */
    public int idCount;
    /** Where it is among those that expire at an instant, below 0: it does not. */
    int heapIndex = -1;

    public byte side;
    public byte type;
    public byte timeInForce;
    public byte selfTradePrevention;
    public byte status;
    public byte flags;
    public Order.Stand stand = Order.Stand.NONE;
    public Market market;
    public Account account;
    public Level level;
    public Order next;
    public Order previous;
    Order nextOfAccount;
    Order previousOfAccount;
}
