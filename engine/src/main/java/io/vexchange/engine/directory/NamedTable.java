package io.vexchange.engine.directory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Entries by id, counted from 1 without gaps, and by name. Entries are never removed. Iteration is by ascending id.
 *
 * @param <T> the entries
 */
public final class NamedTable<T> {
    private final List<T> byId = new ArrayList<>();
    private final Map<String, Integer> idByName = new HashMap<>();

    /**
     * @param id from 1
     * @return the entry, or null when there is none
     */
    public T get(final int id) {
        return id > 0 && id <= byId.size() ? byId.get(id - 1) : null;
    }

    /**
     * @param name as bytes
     * @return the id of the entry of that name, 0 when there is none
     */
    public int idOf(final byte[] name) {
        return idByName.getOrDefault(key(name), 0);
    }

    /** @return the id the next entry gets */
    public int nextId() {
        return byId.size() + 1;
    }

    /** @return how many entries there are; their ids are 1 to this */
    public int size() {
        return byId.size();
    }

    /**
     * Adds an entry under {@link #nextId()}.
     *
     * @param name not taken
     * @param entry the entry
     */
    public void add(final byte[] name, final T entry) {
        idByName.put(key(name), nextId());
        byId.add(entry);
    }

    /** One character a byte: any bytes are a name. */
    private static String key(final byte[] name) {
        return new String(name, StandardCharsets.ISO_8859_1);
    }
}
