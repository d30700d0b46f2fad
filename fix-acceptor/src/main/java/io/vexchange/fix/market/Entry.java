package io.vexchange.fix.market;

/**
 * One entry of a W or X.
 *
 * @param action FIX 279: 0 new, 1 change, 2 delete
 * @param type FIX 269
 * @param view who is told
 * @param id FIX 278, 0 = none
 * @param priceTicks ticks, {@link io.vexchange.engine.client.Decimals#ABSENT} = none
 * @param lots lots, {@link io.vexchange.engine.client.Decimals#ABSENT} = none
 * @param orderCount FIX 346, 0 = not told
 * @param timeMicros FIX 272 and 273, 0 = not told
 * @param isIndicative FIX 286=5
 * @param publicSequence FIX 83
 */
public record Entry(
        char action,
        char type,
        View view,
        long id,
        long priceTicks,
        long lots,
        int orderCount,
        long timeMicros,
        boolean isIndicative,
        long publicSequence) {
    /** Which books an entry belongs to. */
    public enum View {
        /** Trades and statistics. */
        ALL,
        /** FIX 266=Y. */
        BY_LEVEL,
        /** FIX 266=N. */
        BY_ORDER
    }

    static final char NEW = '0';
    static final char CHANGE = '1';
    static final char DELETE = '2';

    static Entry level(
            final char action,
            final char type,
            final long priceTicks,
            final long lots,
            final int orders,
            final long seq) {
        return new Entry(action, type, View.BY_LEVEL, 0, priceTicks, lots, orders, 0, false, seq);
    }

    static Entry order(
            final char action, final char type, final long id, final long priceTicks, final long lots, final long seq) {
        return new Entry(action, type, View.BY_ORDER, id, priceTicks, lots, 0, 0, false, seq);
    }

    static Entry trade(
            final char action,
            final long tradeId,
            final long priceTicks,
            final long lots,
            final long timeMicros,
            final long seq) {
        return new Entry(action, '2', View.ALL, tradeId, priceTicks, lots, 0, timeMicros, false, seq);
    }

    static Entry statistic(final char action, final char type, final long priceTicks, final long lots, final long seq) {
        return new Entry(action, type, View.ALL, 0, priceTicks, lots, 0, 0, false, seq);
    }

    static Entry indicative(
            final char action, final char type, final long priceTicks, final long lots, final long seq) {
        return new Entry(action, type, View.ALL, 0, priceTicks, lots, 0, 0, true, seq);
    }

    /** @return true when a book entry goes */
    public boolean isDelete() {
        return action == DELETE;
    }

    /** @return true when a book entry comes */
    public boolean isNew() {
        return action == NEW;
    }
}
