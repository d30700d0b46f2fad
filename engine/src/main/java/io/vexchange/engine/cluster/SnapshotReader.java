package io.vexchange.engine.cluster;

import io.aeron.cluster.codecs.MessageHeaderDecoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/** Reads what {@link SnapshotWriter} wrote into a new replica and a new outbox, and refuses what is not whole. */
final class SnapshotReader {
    private final SnapshotHash hash = new SnapshotHash();
    private final Replica replica;
    private final Outbox outbox;
    private boolean isComplete;
    private boolean hasBegun;
    private long records;
    private long events;

    SnapshotReader(final Replica replica, final Outbox outbox) {
        this.replica = replica;
        this.outbox = outbox;
    }

    /** Takes a message of a recorded snapshot; the cluster's own before and after it are passed over. */
    void take(final DirectBuffer buffer, final int offset, final int length) {
        if (!isComplete && !isOfCluster(buffer, offset)) {
            read(buffer, offset, length);
        }
    }

    private static boolean isOfCluster(final DirectBuffer buffer, final int offset) {
        return (buffer.getShort(offset + MessageHeaderDecoder.schemaIdEncodingOffset(), ByteOrder.LITTLE_ENDIAN)
                        & 0xFFFF)
                == MessageHeaderDecoder.SCHEMA_ID;
    }

    /** Fails when the snapshot is not whole or contradicts itself. */
    void finish() {
        if (!isComplete) {
            throw new IllegalStateException("snapshot ends after records=" + records + " events=" + events);
        }
        replica.checkInvariants();
    }

    /** Takes a message; true when it was the last. {@link #finish} is to be called then. */
    boolean read(final DirectBuffer buffer, final int offset, final int length) {
        switch (buffer.getInt(offset)) {
            case SnapshotFormat.BEGIN -> {
                if (buffer.getInt(offset + 4) != SnapshotFormat.VERSION) {
                    throw new IllegalStateException(
                            "snapshot version=" + buffer.getInt(offset + 4) + " known=" + SnapshotFormat.VERSION);
                }
                hasBegun = true;
                outbox.restoreBegin(buffer.getLong(offset + 8));
            }
            case SnapshotFormat.STATE -> records += items(buffer, offset, length, true);
            case SnapshotFormat.EVENTS -> events += items(buffer, offset, length, false);
            case SnapshotFormat.END -> {
                verify(buffer, offset);
                isComplete = true;
            }
            default -> throw new IllegalStateException("snapshot message kind=" + buffer.getInt(offset));
        }
        return isComplete;
    }

    /** How far it has come, in words. */
    @Override
    public String toString() {
        return "records=" + records + " events=" + events;
    }

    private long items(final DirectBuffer buffer, final int offset, final int length, final boolean isState) {
        if (!hasBegun) {
            throw new IllegalStateException("snapshot without a begin");
        }
        long count = 0;
        int at = offset + SnapshotFormat.MESSAGE_HEADER_LENGTH;
        while (at < offset + length) {
            final int itemLength = buffer.getInt(at);
            final int bytes = at + SnapshotFormat.ITEM_PREFIX_LENGTH;
            hash.add(buffer, bytes, itemLength);
            if (isState) {
                replica.readSnapshot(buffer, bytes, itemLength);
            } else {
                outbox.restore(buffer, bytes, itemLength, buffer.getLong(at + 8));
            }
            at = bytes + SnapshotFormat.align(itemLength);
            count++;
        }
        return count;
    }

    private void verify(final DirectBuffer buffer, final int offset) {
        expect("records", buffer.getLong(offset + 8), records);
        expect("events", buffer.getLong(offset + 16), events);
        expect("trimmedSequence", buffer.getLong(offset + 24), outbox.trimmedSequence());
        expect("sequence", buffer.getLong(offset + 32), outbox.sequence());
        expect("sequence of the state", buffer.getLong(offset + 32), replica.sequence());
        expect("hash", buffer.getLong(offset + 40), hash.value());
    }

    private static void expect(final String name, final long written, final long read) {
        if (written != read) {
            throw new IllegalStateException("snapshot damaged: " + name + " written=" + written + " read=" + read);
        }
    }
}
