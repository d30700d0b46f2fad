package io.vexchange.engine.book;

import io.vexchange.engine.model.Phase;

/** The changes of phase that fall due, in the order in which they do, and the schedule as people wrote it. Microseconds since the epoch. */
public final class ScheduledChanges {
    /** Coming changes of an instrument at most. */
    public static final int MAX_CHANGES = 100;

    private static final byte[] NOTHING = {};

    /** The schedule as people wrote it, JSON. */
    public byte[] properties = NOTHING;

    private final long[] atMicros = new long[MAX_CHANGES];
    private final Phase[] phases = new Phase[MAX_CHANGES];
    private int first;
    private int end;

    /** Forgets all changes. */
    public void clear() {
        first = 0;
        end = 0;
    }

    /** Adds a change behind all others. */
    public void add(final long micros, final Phase phase) {
        atMicros[end] = micros;
        phases[end++] = phase;
    }

    /** Takes over the changes of another one, in place of its own. */
    public void take(final ScheduledChanges other) {
        clear();
        for (int i = 0; i < other.size(); i++) {
            add(other.atMicros(i), other.phase(i));
        }
    }

    /** @return changes to come */
    public int size() {
        return end - first;
    }

    /** @return when the so-manieth of those to come falls due, from 0 */
    public long atMicros(final int index) {
        return atMicros[first + index];
    }

    /** @return what the so-manieth of those to come changes to, from 0 */
    public Phase phase(final int index) {
        return phases[first + index];
    }

    /** @return when the next one falls due, {@link Long#MAX_VALUE}: there is none */
    public long nextMicros() {
        return first == end ? Long.MAX_VALUE : atMicros[first];
    }

    /** Forgets the next one. */
    public void drop() {
        first++;
    }

    /** @return true when a change to that phase is to come */
    public boolean has(final Phase phase) {
        for (int i = first; i < end; i++) {
            if (phases[i] == phase) {
                return true;
            }
        }
        return false;
    }
}
