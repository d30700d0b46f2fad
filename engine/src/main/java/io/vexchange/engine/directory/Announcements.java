package io.vexchange.engine.directory;

import java.util.ArrayList;
import java.util.List;

/** The announcements that stand, by ascending id. */
public final class Announcements {
    /** How many may stand at a time. */
    public static final int LIMIT = 1_000;

    private final List<Announcement> active = new ArrayList<>();
    private long newestId;

    public List<Announcement> active() {
        return active;
    }

    public boolean isFull() {
        return active.size() >= LIMIT;
    }

    public long newestId() {
        return newestId;
    }

    /** As it was in a snapshot. */
    public void newestId(final long id) {
        newestId = id;
    }

    public long nextId() {
        return ++newestId;
    }

    public void add(final Announcement announcement) {
        active.add(announcement);
    }

    /** @return the announcement, which does not stand any more, or null when it did not */
    public Announcement withdraw(final long id) {
        for (int i = 0; i < active.size(); i++) {
            if (active.get(i).id == id) {
                return active.remove(i);
            }
        }
        return null;
    }
}
