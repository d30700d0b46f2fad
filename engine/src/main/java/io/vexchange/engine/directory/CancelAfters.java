package io.vexchange.engine.directory;

import java.util.ArrayList;
import java.util.List;

/** When a user's orders of an account are cancelled unless he renews that, the next first. */
public final class CancelAfters {
    /** How many may run at a time. */
    public static final int LIMIT = 10_000;

    /** One of them; by instant, then account, then user. */
    public record Entry(long atMicros, int accountId, int userId) {
        private boolean isBefore(final Entry other) {
            if (atMicros != other.atMicros) {
                return atMicros < other.atMicros;
            }
            return accountId != other.accountId ? accountId < other.accountId : userId < other.userId;
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    /** @return all of them, the next first */
    public List<Entry> entries() {
        return entries;
    }

    public boolean isFull() {
        return entries.size() >= LIMIT;
    }

    /** @return when the next one is due, microseconds since the epoch; {@link Long#MAX_VALUE}: never */
    public long nextDueMicros() {
        return entries.isEmpty() ? Long.MAX_VALUE : entries.get(0).atMicros();
    }

    /** @return the next one, which runs no more */
    public Entry takeNext() {
        return entries.remove(0);
    }

    public void add(final Entry entry) {
        int at = entries.size();
        while (at > 0 && entry.isBefore(entries.get(at - 1))) {
            at--;
        }
        entries.add(at, entry);
    }

    /** @return false when none was running */
    public boolean remove(final int accountId, final int userId) {
        for (int i = 0; i < entries.size(); i++) {
            final Entry each = entries.get(i);
            if (each.accountId() == accountId && each.userId() == userId) {
                entries.remove(i);
                return true;
            }
        }
        return false;
    }
}
