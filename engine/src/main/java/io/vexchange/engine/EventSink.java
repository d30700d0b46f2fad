package io.vexchange.engine;

import org.agrona.MutableDirectBuffer;

/**
 * Where the core writes its events and replies, one after another: {@link #claim} gives room, the item is encoded there, {@link #commit}
 * ends it. Never more than one claim is open. The core never reads back what it wrote.
 */
public interface EventSink {
    /** The largest item in bytes. */
    int MAX_ITEM_LENGTH = 64 * 1024;

    /**
     * Makes room for an item.
     *
     * @param maxLength bytes it may take at most, SBE header included
     * @return the offset in {@link #buffer()} at which to encode it
     */
    int claim(int maxLength);

    /** @return the buffer of the last claim; it may change with each claim */
    MutableDirectBuffer buffer();

    /**
     * Ends the claimed item.
     *
     * @param length bytes it has, SBE header included
     * @param sequence the event's sequence, 0 for a reply or a record
     */
    void commit(int length, long sequence);
}
