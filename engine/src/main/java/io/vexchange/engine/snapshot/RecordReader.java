package io.vexchange.engine.snapshot;

import io.vexchange.engine.protocol.MessageHeaderDecoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/** Reads what {@link RecordWriter} wrote, and fails at its end. */
final class RecordReader {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private DirectBuffer buffer;
    private int at;
    private int end;

    /** Begins a record and returns its kind. */
    int begin(final DirectBuffer from, final int offset, final int length) {
        buffer = from;
        end = offset + length;
        if (length < MessageHeaderDecoder.ENCODED_LENGTH) {
            throw new IllegalStateException("snapshot record length=" + length);
        }
        header.wrap(from, offset);
        if (header.schemaId() != MessageHeaderDecoder.SCHEMA_ID || header.version() != RecordKind.VERSION) {
            throw new IllegalStateException("snapshot record schemaId=" + header.schemaId() + " version="
                    + header.version() + " known=" + RecordKind.VERSION);
        }
        at = offset + MessageHeaderDecoder.ENCODED_LENGTH;
        return header.templateId();
    }

    long number() {
        return buffer.getLong(advance(Long.BYTES), ByteOrder.LITTLE_ENDIAN);
    }

    int integer() {
        return buffer.getInt(advance(Integer.BYTES), ByteOrder.LITTLE_ENDIAN);
    }

    byte character() {
        return buffer.getByte(advance(Byte.BYTES));
    }

    boolean flag() {
        return character() != 0;
    }

    byte[] text() {
        final int length = integer();
        final int from = advance(length);
        final byte[] text = new byte[length];
        buffer.getBytes(from, text);
        return text;
    }

    /** @return a number of parts that follow, each of a byte at least */
    int count() {
        final int count = integer();
        if (count < 0 || count > end - at) {
            throw new IllegalStateException("snapshot record is cut off kind=" + header.templateId());
        }
        return count;
    }

    private int advance(final int length) {
        final int from = at;
        if (length < 0 || length > end - from) {
            throw new IllegalStateException("snapshot record is cut off kind=" + header.templateId());
        }
        at = from + length;
        return from;
    }
}
