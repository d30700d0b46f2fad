package io.vexchange.engine.account;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A ClOrdID ready to be looked up: 36 bytes, zero padded, and its length. Reused; one thread. */
public final class IdKey {
    /** Longest ClOrdID in bytes. */
    public static final int MAX_LENGTH = 36;

    static final int WORDS = 5;
    private static final int BYTES = WORDS * Long.BYTES;

    final long[] words = new long[WORDS];
    private final UnsafeBuffer bytes = new UnsafeBuffer(new byte[BYTES]);
    private int length;

    /**
     * Takes the id; one that is too long is taken as empty and told so.
     *
     * @return false when it is too long
     */
    public boolean load(final DirectBuffer buffer, final int offset, final int idLength) {
        final boolean fits = idLength <= MAX_LENGTH;
        length = fits ? idLength : 0;
        if (offset + BYTES <= buffer.capacity()) {
            for (int i = 0; i < WORDS; i++) {
                words[i] = part(buffer.getLong(offset + i * Long.BYTES, ByteOrder.LITTLE_ENDIAN), i);
            }
        } else {
            bytes.putBytes(0, buffer, offset, length);
            for (int i = 0; i < WORDS; i++) {
                words[i] = part(bytes.getLong(i * Long.BYTES, ByteOrder.LITTLE_ENDIAN), i);
            }
        }
        words[WORDS - 1] |= (long) length << Integer.SIZE;
        return fits;
    }

    /** What of a word belongs to the id. */
    private long part(final long word, final int index) {
        final int count = length - index * Long.BYTES;
        if (count >= Long.BYTES) {
            return word;
        }
        return count <= 0 ? 0 : word & (-1L >>> (Long.SIZE - count * Byte.SIZE));
    }

    public int length() {
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /** @return its bytes, {@link #length()} of them from 0 */
    public DirectBuffer bytes() {
        for (int i = 0; i < WORDS; i++) {
            bytes.putLong(i * Long.BYTES, words[i], ByteOrder.LITTLE_ENDIAN);
        }
        return bytes;
    }
}
