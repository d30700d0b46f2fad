package io.vexchange.bench.replay;

import io.vexchange.engine.EventSink;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Takes items as a chunk of the outbox does, and counts them. */
final class NullSink implements EventSink {
    private static final int CHUNK_LENGTH = 4 << 20;

    private final UnsafeBuffer chunk = new UnsafeBuffer(new byte[CHUNK_LENGTH]);
    private int end;
    private long items;
    private long bytes;

    long items() {
        return items;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public int claim(final int maxLength) {
        if (end + maxLength > CHUNK_LENGTH) {
            end = 0;
        }
        return end;
    }

    @Override
    public MutableDirectBuffer buffer() {
        return chunk;
    }

    @Override
    public void commit(final int length, final long sequence) {
        items++;
        bytes += length;
        end += (length + Long.BYTES - 1) & -Long.BYTES;
    }
}
