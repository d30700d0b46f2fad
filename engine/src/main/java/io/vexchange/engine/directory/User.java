package io.vexchange.engine.directory;

import io.vexchange.engine.model.UserRole;

/** A user of the web interface. */
public final class User extends Requester {
    public final int id;
    public UserRole role;

    public User(final int id, final byte[] name) {
        super(name);
        this.id = id;
    }

    @Override
    public boolean isStaff() {
        return role == UserRole.OPERATOR || role == UserRole.ADMIN;
    }
}
