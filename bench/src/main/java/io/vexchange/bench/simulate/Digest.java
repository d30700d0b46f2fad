package io.vexchange.bench.simulate;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/** A 64-bit hash over everything a run did: equal digests are equal runs. */
final class Digest {
    private long value = 0x9ae16a3b2f90404fL;

    void add(final long word) {
        value = (value ^ word) * 0xc3a5c85c97cb3127L;
        value ^= value >>> 29;
    }

    void add(final DirectBuffer buffer, final int offset, final int length) {
        add(length);
        int at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            add(buffer.getLong(offset + at, ByteOrder.LITTLE_ENDIAN));
        }
        for (; at < length; at++) {
            add(buffer.getByte(offset + at));
        }
    }

    long value() {
        return value;
    }
}
