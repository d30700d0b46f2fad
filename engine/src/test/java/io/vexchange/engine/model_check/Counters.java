package io.vexchange.engine.model_check;

/** Ids the engine counts. */
final class Counters {
    /** Entry ids after a refill are the engine's own business; here they are negative names that must always mean the same one. */
    private long entries;

    long orders;
    long trades;
    long killSwitches;

    long freshEntry() {
        return --entries;
    }
}
