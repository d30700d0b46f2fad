package io.vexchange.store.projection;

/** What the projector is at. */
public enum ProjectorState {
    /** Not yet in touch with both the database and the engine. */
    STARTING,
    /** The database was older than what the engine keeps: what lies between is made again from the log. */
    CATCHING_UP,
    /** Follows the engine. */
    FOLLOWING,
    /** The database cannot be reached; the engine keeps the events, the projector tries again. */
    STORE_DOWN,
    /** It will not go on: the database refuses what it writes, or does not belong to this log. */
    FAILED,
    /** Closed. */
    CLOSED
}
