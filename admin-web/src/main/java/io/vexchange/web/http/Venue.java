package io.vexchange.web.http;

import io.vexchange.engine.model.Code;
import io.vexchange.web.access.Credentials;

/** What the frame must know of the venue behind it. Threads: any. */
public interface Venue {
    /** How far the venue is. */
    enum State {
        /** Recovering its state: nothing but health and pages is served. */
        STARTING,
        /** Serving. */
        READY,
        /** Ending: reads are served, commands are refused. */
        STOPPING
    }

    /** @return how far it is */
    State state();

    /**
     * A changing call was refused for who made it; goes into the audit.
     *
     * @param code of the engine that comes nearest
     * @param audit its text
     */
    default void refused(final Code code, final byte[] audit) {}

    /** @return the tokens in force; only asked when READY or STOPPING */
    Credentials credentials();
}
