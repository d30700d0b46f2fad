package io.vexchange.engine.command;

import io.vexchange.engine.model.Code;
import org.agrona.DirectBuffer;
import org.agrona.collections.Long2LongHashMap;

/**
 * How the last acts of staff that bore a request id ended, so that one that is sent again is answered again and not done again. An act is
 * known by 64 bits of its request id together with what it asks for: another act under the same id is another act.
 */
public final class ActAnswers {
    /** How many are remembered. */
    public static final int LIMIT = 10_000;

    private static final byte[] REQUEST_ID = {'"', 'r', 'e', 'q', 'u', 'e', 's', 't', 'I', 'd', '"'};
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final long UNKNOWN = -1;

    private final long[] keys = new long[LIMIT];
    private final int[] codes = new int[LIMIT];
    private final long[] results = new long[LIMIT];
    private final Long2LongHashMap slots = new Long2LongHashMap(UNKNOWN);
    private int oldest;
    private int size;

    /** @return how many are remembered */
    public int size() {
        return size;
    }

    /** @return the key of the one that is so many after the oldest */
    public long key(final int index) {
        return keys[slot(index)];
    }

    public int code(final int index) {
        return codes[slot(index)];
    }

    public long result(final int index) {
        return results[slot(index)];
    }

    private int slot(final int index) {
        return (oldest + index) % LIMIT;
    }

    /**
     * The key of an act.
     *
     * @param from where what it asks for begins
     * @param auditOffset where its audit's length field is
     * @param end of the command
     * @return 0 when it bears no request id
     */
    static long key(
            final int templateId, final DirectBuffer buffer, final int from, final int auditOffset, final int end) {
        final int id = requestId(buffer, auditOffset + Integer.BYTES, end);
        if (id < 0) {
            return 0;
        }
        long hash = templateId;
        int at = id;
        while (at < end && buffer.getByte(at) != '"') {
            hash = mixed(hash, buffer.getByte(at));
            at++;
        }
        if (at == id) {
            return 0;
        }
        for (int i = from; i < auditOffset; i++) {
            hash = mixed(hash, buffer.getByte(i));
        }
        return hash == 0 ? 1 : hash;
    }

    private static long mixed(final long hash, final byte next) {
        final long product = (hash ^ (next & 0xFF)) * MIX;
        return product ^ (product >>> 29);
    }

    /** Where the text of the member begins, below 0 when there is none that is a text. */
    private static int requestId(final DirectBuffer buffer, final int from, final int end) {
        for (int at = from; at + REQUEST_ID.length < end; at++) {
            if (isHere(buffer, at)) {
                int value = at + REQUEST_ID.length;
                while (value < end && (buffer.getByte(value) == ' ' || buffer.getByte(value) == ':')) {
                    value++;
                }
                return value < end && buffer.getByte(value) == '"' ? value + 1 : -1;
            }
        }
        return -1;
    }

    private static boolean isHere(final DirectBuffer buffer, final int at) {
        for (int i = 0; i < REQUEST_ID.length; i++) {
            if (buffer.getByte(at + i) != REQUEST_ID[i]) {
                return false;
            }
        }
        return true;
    }

    /** Answers an act as it was answered before; false when it is not known. */
    boolean repeat(final long key, final Answer answer) {
        final long slot = slots.get(key);
        if (slot == UNKNOWN) {
            return false;
        }
        answer.done(results[(int) slot]);
        answer.code = Codes.known(codes[(int) slot]);
        return true;
    }

    /** Remembers how an act that is not known ended, and forgets the oldest when there are too many. */
    public void add(final long key, final int code, final long result) {
        final int slot = (oldest + size) % LIMIT;
        if (size == LIMIT) {
            slots.remove(keys[oldest]);
            oldest = (oldest + 1) % LIMIT;
        } else {
            size++;
        }
        keys[slot] = key;
        codes[slot] = code;
        results[slot] = result;
        slots.put(key, slot);
    }

    /** An act that was not taken for want of room may be sent again. */
    static boolean isFinal(final Code code) {
        return code != Code.OUTBOX_FULL;
    }
}
