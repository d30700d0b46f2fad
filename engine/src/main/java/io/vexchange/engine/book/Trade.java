package io.vexchange.engine.book;

/**
 * A trade as it stands, kept so that staff may bust or correct it. Pooled: nobody but {@link Trades} keeps it. Prices ticks, quantities
 * lots, fees minor units of the quote asset, negative a rebate.
 */
public final class Trade {
    /** {@link #status}: as it was made. */
    public static final byte EXECUTED = 0;
    /** {@link #status}: with another price or fewer lots. */
    public static final byte CORRECTED = 1;
    /** {@link #status}: taken back. */
    public static final byte BUSTED = 2;

    public long id;
    public Order buy;
    public Order sell;
    public long priceTicks;
    public long lots;
    public long originalPriceTicks;
    public long originalLots;
    public long buyFee;
    public long sellFee;
    /** Number of the newest report of it to the buyer. */
    public long buyReport;
    /** Number of the newest report of it to the seller. */
    public long sellReport;
    /** What the fees were worked out with, hundredths of a basis point. */
    public int buyRate;

    public int sellRate;
    /** The day it was made on, yyyymmdd. */
    public int tradeDay;
    /** FIX 54 of who traded with what rested, 0 in an uncross. */
    public byte aggressorSide;

    public byte status;
    Trade nextFree;

    /** It has just been made; a day as yyyymmdd, the side of who met what rested or 0. */
    public void made(final long ticks, final long madeLots, final byte aggressor, final int day) {
        priceTicks = ticks;
        lots = madeLots;
        originalPriceTicks = Order.ABSENT;
        originalLots = Order.ABSENT;
        tradeDay = day;
        aggressorSide = aggressor;
        status = EXECUTED;
    }

    /** What the buyer paid and was told. */
    public void buyer(final long fee, final int rate, final long report) {
        buyFee = fee;
        buyRate = rate;
        buyReport = report;
    }

    /** What the seller paid and was told. */
    public void seller(final long fee, final int rate, final long report) {
        sellFee = fee;
        sellRate = rate;
        sellReport = report;
    }

    public Market market() {
        return buy.market;
    }

    /** @return what it is worth in minor units of the quote asset */
    public long value() {
        return lots * priceTicks * buy.market.instrument.unitsPerTickLot;
    }

    /** @return FIX 851 of a side */
    public char liquidity(final byte side) {
        if (aggressorSide == 0) {
            return '4';
        }
        return aggressorSide == side ? '2' : '1';
    }
}
