package io.vexchange.engine.client;

import java.util.List;

/**
 * An order, or the changes of a replace, as a person or program entered it: texts and FIX characters, null or 0 where nothing was given.
 * Reusable, for one thread.
 */
public final class OrderEntry {
    String account;
    int defaultAccountId;
    List<Integer> allowedAccountIds;
    String symbol;
    int side;
    int orderType;
    int timeInForce;
    int pegReference;
    int selfTradePrevention;
    boolean postOnly;
    String price;
    String stopPrice;
    String quantity;
    String displayQuantity;
    String minimumQuantity;
    long expireTimeMicros = Decimals.ABSENT;
    int expireDay;

    /** @return this, empty */
    public OrderEntry clear() {
        account = null;
        defaultAccountId = 0;
        allowedAccountIds = null;
        symbol = null;
        side = 0;
        orderType = 0;
        timeInForce = 0;
        pegReference = 0;
        selfTradePrevention = 0;
        postOnly = false;
        price = null;
        stopPrice = null;
        quantity = null;
        displayQuantity = null;
        minimumQuantity = null;
        expireTimeMicros = Decimals.ABSENT;
        expireDay = 0;
        return this;
    }

    /** @param name of the account, null: the default one @return this */
    public OrderEntry account(final String name) {
        account = name;
        return this;
    }

    /** @param accountId taken when no account is named, 0: none @return this */
    public OrderEntry defaultAccountId(final int accountId) {
        defaultAccountId = accountId;
        return this;
    }

    /** @param accountIds others are unknown accounts; null: every account is allowed @return this */
    public OrderEntry allowedAccountIds(final List<Integer> accountIds) {
        allowedAccountIds = accountIds;
        return this;
    }

    /** @param text of the instrument @return this */
    public OrderEntry symbol(final String text) {
        symbol = text;
        return this;
    }

    /** @param fix FIX 54 @return this */
    public OrderEntry side(final int fix) {
        side = fix;
        return this;
    }

    /** @param fix FIX 40 @return this */
    public OrderEntry orderType(final int fix) {
        orderType = fix;
        return this;
    }

    /** @param fix FIX 59, 0: day @return this */
    public OrderEntry timeInForce(final int fix) {
        timeInForce = fix;
        return this;
    }

    /** @param fix R or M of FIX 18 @return this */
    public OrderEntry pegReference(final int fix) {
        pegReference = fix;
        return this;
    }

    /** @param fix FIX 7928 @return this */
    public OrderEntry selfTradePrevention(final int fix) {
        selfTradePrevention = fix;
        return this;
    }

    /** @param isPostOnly FIX 18=6 @return this */
    public OrderEntry postOnly(final boolean isPostOnly) {
        postOnly = isPostOnly;
        return this;
    }

    /** @param decimal FIX 44 @return this */
    public OrderEntry price(final String decimal) {
        price = decimal;
        return this;
    }

    /** @param decimal FIX 99 @return this */
    public OrderEntry stopPrice(final String decimal) {
        stopPrice = decimal;
        return this;
    }

    /** @param decimal FIX 38 @return this */
    public OrderEntry quantity(final String decimal) {
        quantity = decimal;
        return this;
    }

    /** @param decimal FIX 111 @return this */
    public OrderEntry displayQuantity(final String decimal) {
        displayQuantity = decimal;
        return this;
    }

    /** @param decimal FIX 110 @return this */
    public OrderEntry minimumQuantity(final String decimal) {
        minimumQuantity = decimal;
        return this;
    }

    /** @param micros FIX 126, microseconds since the epoch; {@link Decimals#ABSENT}: none @return this */
    public OrderEntry expireTimeMicros(final long micros) {
        expireTimeMicros = micros;
        return this;
    }

    /** @param yyyymmdd FIX 432, 0: none @return this */
    public OrderEntry expireDay(final int yyyymmdd) {
        expireDay = yyyymmdd;
        return this;
    }
}
