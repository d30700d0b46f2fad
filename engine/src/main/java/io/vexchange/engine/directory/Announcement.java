package io.vexchange.engine.directory;

/** Something staff tells everybody, until it is withdrawn. Times in microseconds since the epoch. */
public final class Announcement {
    public final long id;
    public final int severity;
    /** When it happens. */
    public final long atMicros;

    public final long announcedMicros;
    public final int actorId;
    public final byte[] text;

    public Announcement(
            final long id,
            final int severity,
            final long atMicros,
            final long announcedMicros,
            final int actorId,
            final byte[] text) {
        this.id = id;
        this.severity = severity;
        this.atMicros = atMicros;
        this.announcedMicros = announcedMicros;
        this.actorId = actorId;
        this.text = text;
    }
}
