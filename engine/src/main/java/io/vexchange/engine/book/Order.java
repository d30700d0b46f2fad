package io.vexchange.engine.book;

import io.vexchange.engine.account.ClOrdIds;
import io.vexchange.engine.account.IdKey;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * An order as it stands. Plain data, pooled: the core's packages read and write it, nobody keeps it. Characters are FIX's, prices ticks,
 * quantities lots, money minor units; {@link #ABSENT} is a number that is not there.
 */
public final class Order extends MovingOrder {
    /** No such number. */
    public static final long ABSENT = Long.MIN_VALUE;

    /** {@link #flags}: refused rather than taken, while the market is continuous. */
    public static final int POST_ONLY = 1;
    /** {@link #flags}: a stop that works. */
    public static final int TRIGGERED = 2;

    private static final byte[] NO_ECHO = {};

    static final byte BUY = '1';

    /** Where an order stands. */
    public enum Stand {
        /** Nowhere: ended, or the one that is being worked. */
        NONE,
        /** In a level of the book. */
        BOOK,
        /** A stop that waits for its price. */
        STOP,
        /** A stop that has been reached and waits for its turn. */
        QUEUE,
        /** An order without a price that waits for the uncross. */
        MARKET,
        /** An order for the close that waits for its auction. */
        CLOSE,
        /** A peg that has no price now. */
        PARKED
    }

    // terms and what is told of them
    /** Of an order without a price: how far from the market it may trade. Of a peg: its present price. */
    public long protectionTicks;
    /** What its hold covers, where that is no limit price: of a stop, of one that waits for an uncross, of a peg its bound. */
    public long coverTicks;

    public long minimumLots;
    public long stopPriceTicks;
    public long place;
    public long expireTimeMicros;
    public long createdMicros;
    public int auctionRate;
    public int ownerId;
    public int connectionEpoch;
    public int expireDay;
    public int code;
    public byte pegReference;

    /** First and newest entry in {@link ClOrdIds}; the one it bears. */
    public int firstId;

    public int lastId;
    public int currentId;

    /** Reference price of its acceptance or last replace. */
    public long referenceTicks;
    /** What it counts among the open lots and value of its account. */
    public long countedLots;

    public long countedValue;

    /** Kept trades that name it. */
    int keptTrades;

    private byte[] echo = NO_ECHO;
    private int echoLength;
    private UnsafeBuffer pastId;
    private int pastIdLength;
    private boolean isPast;

    /** Takes note of an entry in {@link ClOrdIds} that is the order's newest. */
    public void spent(final int entry) {
        firstId = firstId == ClOrdIds.NONE ? entry : firstId;
        lastId = entry;
        idCount++;
    }

    public boolean isBuy() {
        return side == BUY;
    }

    public boolean isLive() {
        return status == '0' || status == '1';
    }

    public boolean isStop() {
        return type == '3' || type == '4';
    }

    public boolean isPostOnly() {
        return (flags & POST_ONLY) != 0;
    }

    public boolean isTriggered() {
        return (flags & TRIGGERED) != 0;
    }

    public boolean isWaitingStop() {
        return stand == Stand.STOP || stand == Stand.QUEUE;
    }

    public boolean isPeg() {
        return type == 'P';
    }

    /** @return true for an order that takes part in one auction only */
    public boolean isForAuction() {
        return timeInForce == '2' || timeInForce == '7';
    }

    /** @return true when it trades without a price of its own, once it works */
    public boolean isUnpriced() {
        return type == '1' || type == '3' || (type == 'K' && priceTicks == ABSENT);
    }

    /** @return true when what it does not fill may stay in the book */
    public boolean mayRest() {
        return !isUnpriced() && isRestingTime(timeInForce);
    }

    /** @return the price at which it stands in the book, or would: a peg's present one, else its limit */
    public long workingTicks() {
        return type == 'P' ? protectionTicks : priceTicks;
    }

    /** @return true for a day, GTC or GTD order */
    public static boolean isRestingTime(final byte timeInForce) {
        return timeInForce == '0' || timeInForce == '1' || timeInForce == '6';
    }

    /** @return what it shows when its tip is whole */
    public long fullTipLots() {
        return displayLots == ABSENT ? leavesLots : Math.min(displayLots, leavesLots);
    }

    /** @return the side of the book it trades with */
    public BookSide opposite() {
        return isBuy() ? market.offers : market.bids;
    }

    /** @return the side of the book it rests in */
    public BookSide own() {
        return isBuy() ? market.bids : market.offers;
    }

    /** @return the stops it waits among */
    public BookSide stops() {
        return isBuy() ? market.buyStops : market.sellStops;
    }

    public Order nextOfAccount() {
        return nextOfAccount;
    }

    public int echoLength() {
        return echoLength;
    }

    /** @return what comes back on every report, {@link #echoLength()} bytes from 0 */
    public byte[] echo() {
        return echo;
    }

    public void echo(final DirectBuffer buffer, final int offset, final int length) {
        if (length > echo.length) {
            echo = new byte[length];
        }
        buffer.getBytes(offset, echo, 0, length);
        echoLength = length;
    }

    /** @return true when only its trades are remembered: it has no ids, but the text of the one it bore */
    public boolean isPast() {
        return isPast;
    }

    /** @return the text of the id it bore, {@link #pastIdLength()} bytes from 0; of a past order */
    public DirectBuffer pastId() {
        return pastId;
    }

    public int pastIdLength() {
        return pastIdLength;
    }

    void becomePast(final ClOrdIds ids) {
        reachPast();
        pastIdLength = ids.copy(currentId, pastId, 0);
        firstId = ClOrdIds.NONE;
        lastId = ClOrdIds.NONE;
        currentId = ClOrdIds.NONE;
        idCount = 0;
    }

    /** Is past with that id, as it was in a snapshot. */
    public void becomePast(final byte[] id) {
        reachPast();
        pastId.putBytes(0, id);
        pastIdLength = id.length;
    }

    private void reachPast() {
        if (pastId == null) {
            pastId = new UnsafeBuffer(new byte[IdKey.MAX_LENGTH + Integer.BYTES]);
        }
        isPast = true;
    }

    /** Takes over what another order is and has, but not where it stands nor what it echoes. */
    public void copyTerms(final Order other) {
        market = other.market;
        account = other.account;
        id = other.id;
        leavesLots = other.leavesLots;
        priceTicks = other.priceTicks;
        protectionTicks = other.protectionTicks;
        coverTicks = other.coverTicks;
        side = other.side;
        type = other.type;
        timeInForce = other.timeInForce;
        selfTradePrevention = other.selfTradePrevention;
        status = other.status;
        flags = other.flags;
        quantityLots = other.quantityLots;
        filledLots = other.filledLots;
        displayLots = other.displayLots;
        minimumLots = other.minimumLots;
        stopPriceTicks = other.stopPriceTicks;
        makerRate = other.makerRate;
        takerRate = other.takerRate;
        referenceTicks = other.referenceTicks;
        auctionRate = other.auctionRate;
        ownerId = other.ownerId;
        expireDay = other.expireDay;
        pegReference = other.pegReference;
        expireTimeMicros = other.expireTimeMicros;
    }

    /** Forgets everything but its memory. */
    void clear() {
        market = null;
        account = null;
        level = null;
        next = null;
        previous = null;
        id = 0;
        leavesLots = 0;
        shownLots = 0;
        priceTicks = ABSENT;
        protectionTicks = ABSENT;
        coverTicks = ABSENT;
        side = 0;
        type = 0;
        timeInForce = 0;
        selfTradePrevention = 0;
        status = 0;
        flags = 0;
        stand = Stand.NONE;
        entryId = 0;
        quantityLots = 0;
        filledLots = 0;
        filledValue = 0;
        displayLots = ABSENT;
        minimumLots = ABSENT;
        stopPriceTicks = ABSENT;
        hold = 0;
        place = 0;
        makerRate = 0;
        takerRate = 0;
        auctionRate = 0;
        ownerId = 0;
        connectionEpoch = 0;
        expireDay = 0;
        code = 0;
        pegReference = 0;
        expireTimeMicros = ABSENT;
        createdMicros = 0;
        changedMicros = 0;
        firstId = ClOrdIds.NONE;
        lastId = ClOrdIds.NONE;
        currentId = ClOrdIds.NONE;
        idCount = 0;
        nextOfAccount = null;
        previousOfAccount = null;
        heapIndex = -1;
        echoLength = 0;
        keptTrades = 0;
        referenceTicks = 0;
        countedLots = 0;
        countedValue = 0;
        isPast = false;
        pastIdLength = 0;
    }
}
