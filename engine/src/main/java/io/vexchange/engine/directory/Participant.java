package io.vexchange.engine.directory;

/** A firm: its accounts do not trade with each other unless it wants them to. */
public final class Participant {
    public final int id;
    public final byte[] name;
    public boolean isEnabled;
    /** A kill switch covers it. */
    public boolean isKilled;
    /** FIX 7928 of its orders, 0: none of its own. */
    public byte selfTradePrevention;

    public byte[] properties;
    /** Of all its accounts together. */
    public final Exposure exposure = new Exposure(null);

    public Participant(final int id, final byte[] name) {
        this.id = id;
        this.name = name;
    }
}
