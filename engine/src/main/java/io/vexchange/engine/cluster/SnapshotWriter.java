package io.vexchange.engine.cluster;

import io.vexchange.engine.EventSink;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes the engine's records and the outbox's events in {@link SnapshotFormat}. */
final class SnapshotWriter implements EventSink {
    private final UnsafeBuffer item = new UnsafeBuffer(new byte[MAX_ITEM_LENGTH]);
    private final UnsafeBuffer batch = new UnsafeBuffer(new byte[SnapshotFormat.BATCH_LENGTH + 2 * MAX_ITEM_LENGTH]);
    private final SnapshotHash hash = new SnapshotHash();
    private final StateMachine.MessageSink sink;
    private int batchLength;
    private int kind;
    private long records;
    private long events;

    SnapshotWriter(final StateMachine.MessageSink sink) {
        this.sink = sink;
    }

    void write(final Replica replica, final Outbox outbox) {
        batch.putInt(0, SnapshotFormat.BEGIN);
        batch.putInt(4, SnapshotFormat.VERSION);
        batch.putLong(8, outbox.trimmedSequence());
        offer(16);
        begin(SnapshotFormat.STATE);
        replica.writeSnapshot(this);
        flush();
        records = events;
        begin(SnapshotFormat.EVENTS);
        outbox.forEachEvent(this::add);
        flush();
        batch.putInt(0, SnapshotFormat.END);
        batch.putInt(4, 0);
        batch.putLong(8, records);
        batch.putLong(16, events - records);
        batch.putLong(24, outbox.trimmedSequence());
        batch.putLong(32, replica.sequence());
        batch.putLong(40, hash.value());
        offer(48);
    }

    @Override
    public int claim(final int maxLength) {
        return 0;
    }

    @Override
    public MutableDirectBuffer buffer() {
        return item;
    }

    @Override
    public void commit(final int length, final long sequence) {
        add(item, 0, length, sequence);
    }

    private void begin(final int messageKind) {
        kind = messageKind;
        batchLength = SnapshotFormat.MESSAGE_HEADER_LENGTH;
    }

    private void add(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        hash.add(buffer, offset, length);
        batch.putInt(batchLength, length);
        batch.putInt(batchLength + 4, 0);
        batch.putLong(batchLength + 8, sequence);
        batch.putBytes(batchLength + SnapshotFormat.ITEM_PREFIX_LENGTH, buffer, offset, length);
        batchLength += SnapshotFormat.ITEM_PREFIX_LENGTH + SnapshotFormat.align(length);
        events++;
        if (batchLength >= SnapshotFormat.BATCH_LENGTH) {
            flush();
        }
    }

    private void flush() {
        if (batchLength > SnapshotFormat.MESSAGE_HEADER_LENGTH) {
            batch.putInt(0, kind);
            batch.putInt(4, 0);
            offer(batchLength);
            begin(kind);
        }
    }

    private void offer(final int length) {
        sink.onMessage(batch, 0, length);
    }
}
