package io.vexchange.engine.snapshot;

import io.vexchange.engine.EventSink;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes records: an SBE header with the record's kind, then its values one behind the other, little endian. */
final class RecordWriter {
    private final UnsafeBuffer bytes = new UnsafeBuffer(new byte[EventSink.MAX_ITEM_LENGTH]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private EventSink sink;
    private int length;

    void sink(final EventSink to) {
        sink = to;
    }

    RecordWriter begin(final int kind) {
        header.wrap(bytes, 0)
                .blockLength(0)
                .templateId(kind)
                .schemaId(MessageHeaderDecoder.SCHEMA_ID)
                .version(RecordKind.VERSION);
        length = MessageHeaderEncoder.ENCODED_LENGTH;
        return this;
    }

    RecordWriter put(final long value) {
        bytes.putLong(length, value, ByteOrder.LITTLE_ENDIAN);
        length += Long.BYTES;
        return this;
    }

    RecordWriter put(final int value) {
        bytes.putInt(length, value, ByteOrder.LITTLE_ENDIAN);
        length += Integer.BYTES;
        return this;
    }

    RecordWriter put(final byte value) {
        bytes.putByte(length, value);
        length += Byte.BYTES;
        return this;
    }

    RecordWriter put(final boolean value) {
        return put((byte) (value ? 1 : 0));
    }

    RecordWriter put(final byte[] text) {
        put(text.length);
        bytes.putBytes(length, text);
        length += text.length;
        return this;
    }

    RecordWriter put(final byte[] text, final int textLength) {
        put(textLength);
        bytes.putBytes(length, text, 0, textLength);
        length += textLength;
        return this;
    }

    RecordWriter put(final DirectBuffer text, final int textLength) {
        put(textLength);
        bytes.putBytes(length, text, 0, textLength);
        length += textLength;
        return this;
    }

    void end() {
        final int offset = sink.claim(length);
        final MutableDirectBuffer to = sink.buffer();
        to.putBytes(offset, bytes, 0, length);
        sink.commit(length, 0);
    }
}
