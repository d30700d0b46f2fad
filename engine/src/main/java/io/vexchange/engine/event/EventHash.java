package io.vexchange.engine.event;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * A rolling hash of everything that was ever told as an event, and of the number of entries of the log: members whose hashes differ at the
 * same entry have told different things. Four lanes, so that a report costs about as much as copying it.
 */
public final class EventHash {
    /** Entries of the log after which the hash is noted for comparison. */
    public static final long INTERVAL = 10_000;

    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int LANES = 4 * Long.BYTES;

    private long value;
    private long entries;
    private long notedEntries;
    private long notedValue;

    /** Takes an event. */
    void add(final DirectBuffer buffer, final int offset, final int length) {
        long one = value ^ length;
        long two = 1;
        long three = 2;
        long four = 3;
        final int end = offset + length;
        int at = offset;
        for (; at + LANES <= end; at += LANES) {
            one = (one ^ word(buffer, at)) * MIX;
            two = (two ^ word(buffer, at + Long.BYTES)) * MIX;
            three = (three ^ word(buffer, at + 2 * Long.BYTES)) * MIX;
            four = (four ^ word(buffer, at + 3 * Long.BYTES)) * MIX;
            one ^= one >>> 29;
            two ^= two >>> 31;
            three ^= three >>> 33;
            four ^= four >>> 35;
        }
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            one = (one ^ word(buffer, at)) * MIX;
            one ^= one >>> 29;
        }
        for (; at < end; at++) {
            two = (two ^ buffer.getByte(at)) * MIX;
        }
        final long mixed =
                (one + Long.rotateLeft(two, 17) + Long.rotateLeft(three, 31) + Long.rotateLeft(four, 47)) * MIX;
        value = mixed ^ (mixed >>> 32);
    }

    private static long word(final DirectBuffer buffer, final int at) {
        return buffer.getLong(at, ByteOrder.LITTLE_ENDIAN);
    }

    /** An entry of the log has been applied. */
    void endEntry() {
        entries++;
        if (entries % INTERVAL == 0) {
            notedEntries = entries;
            notedValue = value;
        }
    }

    /** @return the hash of all events so far */
    public long value() {
        return value;
    }

    /** @return entries of the log so far */
    public long entries() {
        return entries;
    }

    /** @return the last entry at which the hash was noted, a multiple of {@link #INTERVAL} */
    public long notedEntries() {
        return notedEntries;
    }

    /** @return the hash as it was then */
    public long notedValue() {
        return notedValue;
    }

    /** As it was in a snapshot. */
    public void restore(final long hash, final long count, final long notedAt, final long noted) {
        value = hash;
        entries = count;
        notedEntries = notedAt;
        notedValue = noted;
    }
}
