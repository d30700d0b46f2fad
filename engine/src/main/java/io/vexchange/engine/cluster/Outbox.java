package io.vexchange.engine.cluster;

import io.vexchange.engine.EventSink;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Everything that left the engine, in order: events, which are kept until every durable consumer has them, and between them the replies,
 * which are kept as long as their neighbours. Events are gapless. A tag says which connection's command caused an item, 0 = none of now.
 * One thread.
 */
final class Outbox implements EventSink {
    /** Takes the events of a snapshot. */
    @FunctionalInterface
    interface EventConsumer {
        void onEvent(DirectBuffer buffer, int offset, int length, long sequence);
    }

    private final ItemLog items = new ItemLog();
    private long trimmedSequence;
    private long entryStart;

    /** What is written from now on is caused by a command of this connection. */
    void beginEntry(final int tag) {
        items.tag(tag);
        entryStart = items.end();
    }

    /** Where the newest entry begins. */
    long entryStart() {
        return items.itemAt(entryStart);
    }

    @Override
    public int claim(final int maxLength) {
        return items.claim(maxLength);
    }

    @Override
    public MutableDirectBuffer buffer() {
        return items.buffer();
    }

    @Override
    public void commit(final int length, final long sequence) {
        if (sequence != 0 && sequence != items.lastSequence() + 1) {
            throw new IllegalStateException("sequence=" + sequence + " expected=" + (items.lastSequence() + 1));
        }
        items.commit(length, sequence);
    }

    ItemLog items() {
        return items;
    }

    long sequence() {
        return items.lastSequence();
    }

    long trimmedSequence() {
        return trimmedSequence;
    }

    /**
     * Events up to the sequence are no longer needed by durable consumers.
     *
     * @param sequence not less than before
     * @param position what lies behind it is wanted by nobody
     */
    void trim(final long sequence, final long position) {
        trimmedSequence = Math.max(trimmedSequence, sequence);
        items.drop(position, trimmedSequence);
    }

    /** Before anything is written: the outbox of a snapshot begins after this event. */
    void restoreBegin(final long trimmed) {
        trimmedSequence = trimmed;
        items.lastSequence(trimmed);
        items.tag(0);
    }

    void restore(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        final int to = claim(length);
        buffer().putBytes(to, buffer, offset, length);
        commit(length, sequence);
    }

    void forEachEvent(final EventConsumer consumer) {
        for (long item = items.positionAfter(trimmedSequence);
                item < items.end();
                item = items.itemAt(items.next(item))) {
            if (items.sequenceAt(item) != 0) {
                consumer.onEvent(
                        items.bufferAt(item), items.bytesOffsetAt(item), items.lengthAt(item), items.sequenceAt(item));
            }
        }
    }
}
