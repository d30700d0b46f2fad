package io.vexchange.web.http;

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

    /** @return the tokens in force; only asked when READY or STOPPING */
    Credentials credentials();
}
