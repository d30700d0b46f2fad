package io.vexchange.engine.directory;

import java.util.Arrays;

/** What an account or a firm has open and has traded, and the limits of that. */
public final class Exposure {
    public final OrderRate rate = new OrderRate();
    /** Null: none. */
    public TradingLimits limits;

    /** Live orders. */
    public int openOrders;

    private final Exposure firm;
    private Position[] positions = new Position[2];
    /** Value of live orders by quote asset in 128 bits: what credit and sellers offer has no bound that 63 bits would keep. */
    private long[] openValueLow = new long[4];

    private long[] openValueHigh = new long[4];

    /** @param firm that of the account's firm, null of a firm's own */
    public Exposure(final Exposure firm) {
        this.firm = firm;
    }

    /** Takes other limits; those that limit nothing are none. */
    public void limit(final TradingLimits to, final long nowMicros) {
        limits = to.isNothing() ? null : to;
        final boolean isRated = to.ordersPerSecond != TradingLimits.ABSENT;
        rate.limit(isRated ? to.ordersPerSecond : -1, isRated ? to.burst() : 0, nowMicros);
    }

    /** @return true when neither the account nor its firm has limits */
    public boolean isFree() {
        return limits == null && (firm == null || firm.limits == null);
    }

    /** @return the position in an instrument, made when there is none */
    public Position position(final int instrumentId) {
        if (instrumentId >= positions.length) {
            positions = Arrays.copyOf(positions, Math.max(2 * positions.length, instrumentId + 1));
        }
        if (positions[instrumentId] == null) {
            positions[instrumentId] = new Position(firm == null ? null : firm.position(instrumentId));
        }
        return positions[instrumentId];
    }

    /** @return the position in an instrument, or null when there has been none */
    public Position positionOrNull(final int instrumentId) {
        return instrumentId < positions.length ? positions[instrumentId] : null;
    }

    /** One more live order, of the firm too; -1: one less. */
    public void countOrder(final int more) {
        openOrders += more;
        if (firm != null) {
            firm.openOrders += more;
        }
    }

    /** Live orders are worth so much more in a quote asset, of the firm too; below 0: less. */
    public void openValue(final int assetId, final long more) {
        addValue(assetId, more);
        if (firm != null) {
            firm.addValue(assetId, more);
        }
    }

    private void addValue(final int assetId, final long more) {
        if (assetId >= openValueLow.length) {
            final int length = Math.max(2 * openValueLow.length, assetId + 1);
            openValueLow = Arrays.copyOf(openValueLow, length);
            openValueHigh = Arrays.copyOf(openValueHigh, length);
        }
        final long low = openValueLow[assetId];
        final long sum = low + more;
        openValueLow[assetId] = sum;
        openValueHigh[assetId] += (more >> (Long.SIZE - 1)) + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
    }

    /** @return what live orders are worth in a quote asset, {@link Long#MAX_VALUE} when that passes 63 bits */
    public long openValue(final int assetId) {
        if (assetId >= openValueLow.length) {
            return 0;
        }
        return openValueHigh[assetId] != 0 || openValueLow[assetId] < 0 ? Long.MAX_VALUE : openValueLow[assetId];
    }
}
