package io.vexchange.fix;

import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.InstrumentStats;

/**
 * The prices an order may have now.
 *
 * @param lowestTicks the least
 * @param highestTicks the greatest
 */
record StaticCollar(long lowestTicks, long highestTicks) {
    private static final long BASIS_POINTS = 10_000;

    /** @return null when the instrument has none */
    static StaticCollar of(final Instrument instrument, final InstrumentStats stats) {
        if (instrument.staticCollarBp() <= 0) {
            return null;
        }
        final long reference = stats == null ? instrument.referencePriceTicks() : stats.referencePriceTicks();
        final long whole = reference / BASIS_POINTS;
        final long part = reference % BASIS_POINTS;
        final long least = BASIS_POINTS - instrument.staticCollarBp();
        final long most = BASIS_POINTS + instrument.staticCollarBp();
        return new StaticCollar(
                whole * least - Math.floorDiv(-part * least, BASIS_POINTS),
                whole * most + Math.floorDiv(part * most, BASIS_POINTS));
    }
}
