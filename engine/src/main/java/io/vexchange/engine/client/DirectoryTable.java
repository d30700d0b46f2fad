package io.vexchange.engine.client;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Entries of one kind by id (counters from 1, so nearly dense) and by name. One thread writes, any thread reads. */
final class DirectoryTable<T> {
    private record Listing<T>(int version, List<T> entries) {}

    private final ConcurrentHashMap<String, T> byName = new ConcurrentHashMap<>();
    private final AtomicInteger version = new AtomicInteger();
    private volatile Object[] byId = new Object[16];
    private volatile Listing<T> listing = new Listing<>(0, List.of());

    void put(final int id, final String name, final T entry) {
        Object[] entries = byId;
        if (id >= entries.length) {
            entries = Arrays.copyOf(entries, Math.max(id + 1, entries.length * 2));
        }
        entries[id] = entry;
        byId = entries;
        byName.put(name, entry);
        version.incrementAndGet();
    }

    @SuppressWarnings("unchecked") // only T is ever stored
    T get(final int id) {
        final Object[] entries = byId;
        return id > 0 && id < entries.length ? (T) entries[id] : null;
    }

    T get(final String name) {
        return name == null ? null : byName.get(name);
    }

    /** A listing is kept until the next change; its version is read before its entries, so it is never taken for newer than it is. */
    @SuppressWarnings("unchecked") // only T is ever stored
    List<T> list() {
        final int now = version.get();
        Listing<T> current = listing;
        if (current.version != now) {
            final List<T> fresh = new ArrayList<>();
            for (final Object entry : byId) {
                if (entry != null) {
                    fresh.add((T) entry);
                }
            }
            current = new Listing<>(now, Collections.unmodifiableList(fresh));
            listing = current;
        }
        return current.entries;
    }
}
