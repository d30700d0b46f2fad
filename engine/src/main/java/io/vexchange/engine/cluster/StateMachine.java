package io.vexchange.engine.cluster;

import io.vexchange.engine.EngineLimits;
import org.agrona.DirectBuffer;

/**
 * What a member of the cluster is without its log: the engine and its outbox. Entries of the log go in, in order; what they cause is in the
 * outbox, from which it is served. The log itself, its durability and its clients are the host's: Aeron's in a running venue, a simulated
 * disk in the simulator. One thread.
 */
public final class StateMachine {
    /** Takes the messages of a snapshot, one after another. */
    @FunctionalInterface
    public interface MessageSink {
        /**
         * @param buffer holds the message until this returns
         * @param offset where it begins
         * @param length bytes
         */
        void onMessage(DirectBuffer buffer, int offset, int length);
    }

    /** Takes items of the outbox. */
    @FunctionalInterface
    public interface ItemConsumer {
        /**
         * @param buffer holds the item until this returns
         * @param offset of its SBE header
         * @param length bytes
         * @param sequence of the event, 0 for a reply
         */
        void onItem(DirectBuffer buffer, int offset, int length, long sequence);
    }

    private final Replica replica;
    private final Outbox outbox = new Outbox();
    private final SnapshotReader snapshotReader;

    /** @param limits of the engine */
    public StateMachine(final EngineLimits limits) {
        this(new CoreReplica(limits));
    }

    StateMachine(final Replica replica) {
        this.replica = replica;
        snapshotReader = new SnapshotReader(replica, outbox);
    }

    Replica replica() {
        return replica;
    }

    Outbox outbox() {
        return outbox;
    }

    /**
     * Applies a command of the log.
     *
     * @param tag says whose connection it came by; 0: nobody's of now
     * @param timeMicros of the entry
     * @param buffer holds the command
     * @param offset of its SBE header
     * @param length bytes
     * @throws RuntimeException when the entry is poisoned: this state must not go on
     */
    public void apply(
            final int tag, final long timeMicros, final DirectBuffer buffer, final int offset, final int length) {
        outbox.beginEntry(tag);
        replica.apply(timeMicros, buffer, offset, length, outbox);
        expectSequence();
    }

    /**
     * Applies a timer of the log.
     *
     * @param timeMicros of the entry
     */
    public void onTime(final long timeMicros) {
        outbox.beginEntry(0);
        replica.onTime(timeMicros, outbox);
        expectSequence();
    }

    private void expectSequence() {
        if (replica.sequence() != outbox.sequence()) {
            throw new IllegalStateException("sequence=" + replica.sequence() + " outbox=" + outbox.sequence());
        }
    }

    /** Drops what the durable consumers have and nobody is served any more. */
    public void trim() {
        trim(Long.MAX_VALUE);
    }

    /** @param position what lies behind it in the outbox is wanted by nobody */
    void trim(final long position) {
        outbox.trim(replica.trimmedSequence(), position);
    }

    /** @return when a timer is needed next, microseconds since the epoch; {@link Long#MAX_VALUE}: none */
    public long nextDueMicros() {
        return replica.nextDueMicros();
    }

    /** @return the newest event */
    public long sequence() {
        return outbox.sequence();
    }

    /** @return the newest event that all durable consumers have; the outbox begins behind it */
    public long trimmedSequence() {
        return outbox.trimmedSequence();
    }

    /** @param consumer takes everything the newest entry caused, replies too, in order */
    public void forEachItemOfEntry(final ItemConsumer consumer) {
        final ItemLog items = outbox.items();
        for (long item = outbox.entryStart(); item < items.end(); item = items.itemAt(items.next(item))) {
            consumer.onItem(
                    items.bufferAt(item), items.bytesOffsetAt(item), items.lengthAt(item), items.sequenceAt(item));
        }
    }

    /**
     * @param sequence not less than {@link #trimmedSequence()}
     * @param consumer takes the events after it, in order
     */
    public void forEachEventAfter(final long sequence, final ItemConsumer consumer) {
        final ItemLog items = outbox.items();
        for (long item = items.positionAfter(sequence); item < items.end(); item = items.itemAt(items.next(item))) {
            if (items.sequenceAt(item) > sequence) {
                consumer.onItem(
                        items.bufferAt(item), items.bytesOffsetAt(item), items.lengthAt(item), items.sequenceAt(item));
            }
        }
    }

    /** @param sink takes the whole state and the outbox; the same state gives the same bytes */
    public void writeSnapshot(final MessageSink sink) {
        new SnapshotWriter(sink).write(replica, outbox);
    }

    /**
     * Reads a message of a snapshot, in order, before anything is applied.
     *
     * @param buffer holds the message
     * @param offset where it begins
     * @param length bytes
     * @return true: it was the last, and what was written has been read
     * @throws IllegalStateException when the snapshot is damaged or of another version
     */
    public boolean readSnapshot(final DirectBuffer buffer, final int offset, final int length) {
        final boolean isLast = snapshotReader.read(buffer, offset, length);
        if (isLast) {
            snapshotReader.finish();
        }
        return isLast;
    }

    /** @throws IllegalStateException naming what contradicts itself */
    public void checkInvariants() {
        replica.checkInvariants();
    }

    @Override
    public String toString() {
        return "sequence=" + sequence() + ' ' + snapshotReader;
    }
}
