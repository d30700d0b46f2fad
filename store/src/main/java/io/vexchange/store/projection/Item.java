package io.vexchange.store.projection;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** An event on its way to the projector's thread, or the end of a log entry ({@code sequence} 0). */
record Item(long sequence, int templateId, UnsafeBuffer buffer) {
    static final Item END = new Item(0, 0, new UnsafeBuffer(new byte[0]));

    static Item copy(
            final long sequence, final int templateId, final DirectBuffer source, final int offset, final int length) {
        final byte[] bytes = new byte[length];
        source.getBytes(offset, bytes);
        return new Item(sequence, templateId, new UnsafeBuffer(bytes));
    }

    boolean isEnd() {
        return sequence == 0;
    }
}
