package io.vexchange.engine.command;

/** A named sender of commands. */
public final class Client {
    public final int id;
    public final byte[] name;
    public int epoch;
    public long lastNumber;
    public boolean isDurable;
    /** The newest event it has on its own disk. */
    public long position;

    public Client(final int id, final byte[] name) {
        this.id = id;
        this.name = name;
    }
}
