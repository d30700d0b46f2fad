package io.vexchange.exchange.run;

import java.util.Map;

/** A venue that accepts logons. Thread-safe. */
public interface RunningVenue {
    /** @return where it is reached */
    Doors doors();

    /** @return what people want to know, by name, in the order to show */
    Map<String, Object> status();

    /**
     * Takes a snapshot and waits for it.
     *
     * @return its position in the log
     * @throws InterruptedException when the venue stops meanwhile
     */
    long snapshot() throws InterruptedException;
}
