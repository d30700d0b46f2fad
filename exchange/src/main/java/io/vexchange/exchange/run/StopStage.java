package io.vexchange.exchange.run;

/** What happens at a stop, in this order. */
public enum StopStage {
    /** REST refuses commands, health says so. */
    REFUSE(false),
    /** Logout to each FIX session, and its answer. */
    FIX(true),
    /** The web server and its WebSockets. */
    WEB(true),
    /** What the database still lacks is written. */
    PROJECTOR(true),
    /** The state is saved, so that the next start is quick. */
    SNAPSHOT(true),
    /** The log. */
    ENGINE(false),
    /** PostgreSQL. */
    DATABASE(false),
    /** What lives only as long as the process. */
    FILES(false);

    private final boolean skippable;

    StopStage(final boolean skippable) {
        this.skippable = skippable;
    }

    /** @return whether somebody in a hurry may pass over it; nothing is lost but time at the next start */
    boolean isSkippable() {
        return skippable;
    }
}
