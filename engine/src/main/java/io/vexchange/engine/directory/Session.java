package io.vexchange.engine.directory;

import io.vexchange.engine.model.SessionRole;

/** A FIX session. */
public final class Session extends Requester {
    public final int id;
    public Participant participant;
    public SessionRole role;

    public Session(final int id, final byte[] name) {
        super(name);
        this.id = id;
    }

    @Override
    public boolean isStaff() {
        return false;
    }
}
