package io.vexchange.engine.cluster;

/**
 * A snapshot is a row of messages, each {@code [int32 kind, int32 0]} and, by kind: state records or outbox events, both as
 * {@code [int32 length, int32 0, int64 sequence, bytes, padding to 8]} repeated; or the end, {@code [int64 records, int64 events, int64
 * trimmedSequence, int64 sequence, int64 hash]}, the hash over all records and events. The first message is {@code [int32 kind, int32
 * version, int64 trimmedSequence]}.
 */
final class SnapshotFormat {
    static final int VERSION = 1;
    static final int BEGIN = 1;
    static final int STATE = 2;
    static final int EVENTS = 3;
    static final int END = 4;
    static final int MESSAGE_HEADER_LENGTH = 8;
    static final int ITEM_PREFIX_LENGTH = 16;
    static final int BATCH_LENGTH = 32 * 1024;

    private SnapshotFormat() {}

    static int align(final int length) {
        return (length + 7) & ~7;
    }
}
