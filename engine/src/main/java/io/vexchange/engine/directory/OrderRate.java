package io.vexchange.engine.directory;

/**
 * A bucket of orders that fills by engine time. Integers only: the level is in millionths of an order, so that a rate per second fills it
 * by whole steps each microsecond.
 */
public final class OrderRate {
    /** The largest rate and burst. */
    public static final long MAX = 1_000_000_000;

    private static final long ORDER = 1_000_000;

    private long perSecond = -1;
    private long burst;
    private long level;
    private long sinceMicros;

    /**
     * Takes another rate; one that is the same goes on as it stands, a new one begins full.
     *
     * @param ordersPerSecond below 0: no bound
     */
    public void limit(final long ordersPerSecond, final long orderBurst, final long nowMicros) {
        if (ordersPerSecond != perSecond || orderBurst != burst) {
            perSecond = ordersPerSecond;
            burst = orderBurst;
            level = orderBurst * ORDER;
            // without a bound there is nothing to fill, and nothing a snapshot must say
            sinceMicros = ordersPerSecond < 0 ? 0 : nowMicros;
        }
    }

    /** @return false when the bucket has not one whole order left */
    public boolean take(final long nowMicros) {
        if (perSecond < 0) {
            return true;
        }
        fill(nowMicros);
        if (level < ORDER) {
            return false;
        }
        level -= ORDER;
        return true;
    }

    private void fill(final long nowMicros) {
        final long room = burst * ORDER - level;
        final long elapsedMicros = nowMicros - sinceMicros;
        sinceMicros = nowMicros;
        if (perSecond > 0 && elapsedMicros > room / perSecond) {
            level += room;
        } else {
            level += elapsedMicros * perSecond;
        }
    }

    public long level() {
        return level;
    }

    public long sinceMicros() {
        return sinceMicros;
    }

    /** As it was in a snapshot, after {@link #limit}. */
    public void restore(final long oldLevel, final long oldSinceMicros) {
        level = oldLevel;
        sinceMicros = oldSinceMicros;
    }
}
