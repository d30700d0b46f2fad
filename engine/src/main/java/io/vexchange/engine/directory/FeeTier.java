package io.vexchange.engine.directory;

import java.util.Arrays;

/**
 * Fee rates by instrument for the accounts it is assigned to; an instrument it does not name keeps its own. What is defined is in force
 * from the next roll of the day. Hundredths of a basis point.
 */
public final class FeeTier {
    /** The rates of one instrument. */
    public record Rates(int instrumentId, int maker, int taker, int auction) {}

    /** Name of what an account without a tier has. */
    public static final String STANDARD = "standard";

    private static final Rates[] NONE = {};

    public final int id;
    public final byte[] name;
    private Rates[] defined = NONE;
    private Rates[] inForce = NONE;
    /** What is in force, by instrument. */
    private Rates[] byInstrument = NONE;

    public FeeTier(final int id, final byte[] name) {
        this.id = id;
        this.name = name;
    }

    /** Takes other rates, ascending by instrument, for the next roll. */
    public void define(final Rates[] rates) {
        defined = rates;
    }

    /** The day has rolled, or a snapshot has been read: what is defined is in force. */
    public void roll() {
        inForce = defined;
        int length = 0;
        for (final Rates each : inForce) {
            length = Math.max(length, each.instrumentId() + 1);
        }
        byInstrument = new Rates[length];
        for (final Rates each : inForce) {
            byInstrument[each.instrumentId()] = each;
        }
    }

    /** @return the rates as defined, ascending by instrument */
    public Rates[] defined() {
        return defined;
    }

    /** @return the rates in force, ascending by instrument */
    public Rates[] inForce() {
        return inForce;
    }

    /** @return true when other rates follow at the next roll */
    public boolean isChanging() {
        return !Arrays.equals(defined, inForce);
    }

    /** @return the rates in force of an instrument, null: its own */
    public Rates rates(final int instrumentId) {
        return instrumentId < byInstrument.length ? byInstrument[instrumentId] : null;
    }
}
