package io.vexchange.fixclient.trading;

/** Hears what happens on a session. Called on its own thread; must not wait. */
interface SessionListener {
    /** A message about an order or a request. */
    void report(Report report);

    /** The connection is gone, though nobody here ended it. */
    void lost(String session, String why);

    /** This client's dictionary did not accept a message of the venue. */
    void venueMessageRefused(String session, String refusal);

    /** A message on the wire, with | between its fields. */
    void wire(String session, boolean incoming, String message);
}
