package io.vexchange.fix;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.sbe.MessageDecoderFlyweight;

/** The length-prefixed texts behind the fields of an SBE message, in schema order and without copies. */
final class VarData {
    private final MessageDecoderFlyweight decoder;
    private final DirectBuffer buffer;
    private int offset;
    private int length;

    VarData(final MessageDecoderFlyweight decoder) {
        this.decoder = decoder;
        this.buffer = decoder.buffer();
    }

    /** Goes to the next text (16 bit length). */
    VarData next() {
        final int limit = decoder.limit();
        length = buffer.getShort(limit, ByteOrder.LITTLE_ENDIAN) & 0xffff;
        offset = limit + Short.BYTES;
        decoder.limit(offset + length);
        return this;
    }

    boolean isEmpty() {
        return length == 0;
    }

    StringBuilder appendTo(final StringBuilder to) {
        for (int i = 0; i < length; i++) {
            to.append((char) (buffer.getByte(offset + i) & 0xff));
        }
        return to;
    }

    void appendField(final StringBuilder to, final int tag) {
        if (length > 0) {
            appendTo(to.append(tag).append('=')).append(FixText.SOH);
        }
    }

    @Override
    public String toString() {
        return appendTo(new StringBuilder(length)).toString();
    }
}
