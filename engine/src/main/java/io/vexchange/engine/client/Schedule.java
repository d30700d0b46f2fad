package io.vexchange.engine.client;

import io.vexchange.engine.model.Phase;
import java.util.List;

/**
 * When the phases of an instrument change.
 *
 * @param changes those that are coming, ascending
 * @param properties the schedule as it was entered, empty = none
 */
public record Schedule(List<Change> changes, String properties) {
    /** The instrument stays as it is. */
    public static final Schedule NONE = new Schedule(List.of(), "");

    /**
     * A change to come.
     *
     * @param atMicros when, microseconds since the epoch
     * @param phase into which
     */
    public record Change(long atMicros, Phase phase) {}
}
