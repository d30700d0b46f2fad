package io.vexchange.engine.directory;

/** A credential of a user; what it is worth is for gateways to judge. */
public final class Token {
    public final int id;
    public final byte[] name;
    public int userId;
    public boolean isEnabled;
    public long createdMicros;
    public byte[] properties;

    public Token(final int id, final byte[] name) {
        this.id = id;
        this.name = name;
    }
}
