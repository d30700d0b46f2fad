package io.vexchange.bench.simulate;

/** Mistakes a node could have. A simulation of one that has any must fail: so the simulation itself is tested. */
enum Faults {
    /** None. */
    NONE,
    /** Tells clients of what is not yet durable. */
    APPLIED_BEFORE_SYNC,
    /** Takes an entry that is there in part only. */
    TORN_ENTRY_TAKEN,
    /** Names a snapshot in the catalogue that is not yet durable. */
    SNAPSHOT_NOT_SYNCED,
    /** The consumer says it has what it has not yet stored. */
    CONSUMED_BEFORE_SYNC
}
