package io.vexchange.engine;

/**
 * Bounds of the engine. All members of a cluster and every replay of a log must use the same.
 *
 * @param outboxEvents events that may wait for durable consumers before new orders, replaces, transfers and changes of the directory are
 *     refused; above 0
 * @param endedIds ClOrdIDs of ended orders that are remembered an account; above 0
 * @param liveOrders live orders of the whole venue; above 0
 * @param gtcDays days a GTC order may live; above 0
 * @param keptTrades trades of this and the previous day that may still be busted; above 0
 */
public record EngineLimits(long outboxEvents, int endedIds, int liveOrders, int gtcDays, int keptTrades) {
    private static final long OUTBOX_EVENTS = 1_000_000;
    private static final int ENDED_IDS = 250_000;
    private static final int LIVE_ORDERS = 1_000_000;
    private static final int GTC_DAYS = 90;
    private static final int KEPT_TRADES = 250_000;

    /** Checks that all bounds are above 0. */
    public EngineLimits {
        if (outboxEvents <= 0 || endedIds <= 0 || liveOrders <= 0 || gtcDays <= 0 || keptTrades <= 0) {
            throw new IllegalArgumentException("outboxEvents=" + outboxEvents + " endedIds=" + endedIds + " liveOrders="
                    + liveOrders + " gtcDays=" + gtcDays + " keptTrades=" + keptTrades);
        }
    }

    /** The published bound of kept trades, and these. */
    public EngineLimits(final long outboxEvents, final int endedIds, final int liveOrders, final int gtcDays) {
        this(outboxEvents, endedIds, liveOrders, gtcDays, KEPT_TRADES);
    }

    /** @return the published bounds */
    public static EngineLimits defaults() {
        return new EngineLimits(OUTBOX_EVENTS, ENDED_IDS, LIVE_ORDERS, GTC_DAYS);
    }

    /**
     * @param events see {@link #outboxEvents}
     * @return these bounds but for that one
     */
    public EngineLimits withOutboxEvents(final long events) {
        return new EngineLimits(events, endedIds, liveOrders, gtcDays, keptTrades);
    }
}
