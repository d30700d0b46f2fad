package io.vexchange.store.projection;

/** What the projector is at. */
public enum ProjectorState {
    /** Not yet in touch with both the database and the engine. */
    STARTING,
    /** Follows the engine. */
    FOLLOWING,
    /** The database cannot be reached; the engine keeps the events, the projector tries again. */
    STORE_DOWN,
    /** It will not go on: the database refuses what it writes, or does not belong to this log. */
    FAILED,
    /** Closed. */
    CLOSED
}
