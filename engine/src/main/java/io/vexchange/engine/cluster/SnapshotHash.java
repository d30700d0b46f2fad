package io.vexchange.engine.cluster;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/** A 64-bit hash over a row of byte ranges. */
final class SnapshotHash {
    private long value = 0xcbf29ce484222325L;

    void add(final DirectBuffer buffer, final int offset, final int length) {
        mix(length);
        int i = 0;
        for (; i + Long.BYTES <= length; i += Long.BYTES) {
            mix(buffer.getLong(offset + i, ByteOrder.LITTLE_ENDIAN));
        }
        for (; i < length; i++) {
            mix(buffer.getByte(offset + i));
        }
    }

    private void mix(final long word) {
        value = (value ^ word) * 0x9e3779b97f4a7c15L;
        value ^= value >>> 32;
    }

    long value() {
        return value;
    }
}
