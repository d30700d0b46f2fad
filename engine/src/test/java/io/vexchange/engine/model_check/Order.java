package io.vexchange.engine.model_check;

import java.math.BigInteger;

/** An order of the model. Characters are FIX's; a number that may be absent is null then. */
final class Order {
    long id;
    Market market;
    Account account;
    int ownerId;
    long connectionEpoch;
    String side;
    String type;
    String timeInForce;
    /** As asked for in 7928, empty when it was not. */
    String selfTradePrevention = "";
    /** What acts. */
    String mode;

    String pegReference = "";

    boolean isPostOnly;
    Long priceTicks;
    Long stopPriceTicks;
    Long displayLots;
    Long minimumLots;
    Long expireTimeMicros;
    long expireDay;
    long quantityLots;
    long filledLots;
    BigInteger filledValue = BigInteger.ZERO;
    long leavesLots;
    /** What the public sees of it; 0 when it is not in the book. */
    long shownLots;

    /** Time in price-time priority, and of a stop among stops. */
    long place;

    long entryId;
    boolean isTriggered;
    /** A market order: the limit it got when it started to work. */
    Long protectionTicks;

    /** A peg in the book: where it stands. */
    Long pegTicks;
    /** A peg: the far bound of the static collar at entry; a market order that waits: as it stood at entry, for its hold. */
    Long boundTicks;
    /** A market order that waits for an uncross: the bound as it stood when it joined. */
    Long joinTicks;

    Long lastFillTicks;

    String status = "0";
    String clOrdId = "";
    String echo = "";
    /** The id it was entered with, and the fingerprint that goes with it. */
    String fingerprintId = "";

    long fingerprint;
    long makerFeeRate;
    long takerFeeRate;
    long auctionFeeRate;
    long createdMicros;
    long changedMicros;

    static boolean isBuy(final String side) {
        return "1".equals(side);
    }

    boolean isBuy() {
        return isBuy(side);
    }

    /** It carries the rates of its acceptance or last replace. */
    void rates() {
        makerFeeRate = market.setting("makerFeeRate");
        takerFeeRate = market.setting("takerFeeRate");
        auctionFeeRate = market.setting("auctionFeeRate");
    }

    String opposite() {
        return isBuy() ? "2" : "1";
    }

    boolean isLive() {
        return status.equals("0") || status.equals("1");
    }

    boolean isStop() {
        return type.equals("3") || type.equals("4");
    }

    boolean isPeg() {
        return type.equals("P");
    }

    /** It takes at any price within its protection and has none of its own (yet). */
    boolean isUnpriced() {
        return type.equals("1") || type.equals("3") || (type.equals("K") && priceTicks == null);
    }

    /** The price it has in the book. */
    Long bookTicks() {
        return isPeg() ? pegTicks : priceTicks;
    }

    boolean isWaitingStop() {
        return isLive() && isStop() && !isTriggered;
    }

    boolean isInBook() {
        return market != null && market.resting.contains(this);
    }

    /** Whether what it does not fill may stay in the book. */
    boolean mayRest() {
        return (type.equals("2") || type.equals("4") || type.equals("P") || type.equals("K")) && hasRestingTime();
    }

    boolean hasRestingTime() {
        return timeInForce.equals("0") || timeInForce.equals("1") || timeInForce.equals("6");
    }

    /** What it shows when it has the whole of its tip. */
    long fullTip() {
        return displayLots == null ? leavesLots : Math.min(displayLots, leavesLots);
    }

    Order copy() {
        final Order copy = new Order();
        copy.id = id;
        copy.market = market;
        copy.account = account;
        copy.ownerId = ownerId;
        copy.connectionEpoch = connectionEpoch;
        copy.side = side;
        copy.type = type;
        copy.timeInForce = timeInForce;
        copy.selfTradePrevention = selfTradePrevention;
        copy.mode = mode;
        copy.pegReference = pegReference;
        copy.isPostOnly = isPostOnly;
        copy.priceTicks = priceTicks;
        copy.stopPriceTicks = stopPriceTicks;
        copy.displayLots = displayLots;
        copy.minimumLots = minimumLots;
        copy.expireTimeMicros = expireTimeMicros;
        copy.expireDay = expireDay;
        copy.quantityLots = quantityLots;
        copy.filledLots = filledLots;
        copy.filledValue = filledValue;
        copy.leavesLots = leavesLots;
        copy.shownLots = shownLots;
        copy.place = place;
        copy.entryId = entryId;
        copy.isTriggered = isTriggered;
        copy.protectionTicks = protectionTicks;
        copy.pegTicks = pegTicks;
        copy.boundTicks = boundTicks;
        copy.joinTicks = joinTicks;
        copy.lastFillTicks = lastFillTicks;
        copy.status = status;
        copy.clOrdId = clOrdId;
        copy.echo = echo;
        copy.fingerprintId = fingerprintId;
        copy.fingerprint = fingerprint;
        copy.makerFeeRate = makerFeeRate;
        copy.takerFeeRate = takerFeeRate;
        copy.auctionFeeRate = auctionFeeRate;
        copy.createdMicros = createdMicros;
        copy.changedMicros = changedMicros;
        return copy;
    }

    @Override
    public String toString() {
        return "order " + id + ' ' + clOrdId;
    }
}
