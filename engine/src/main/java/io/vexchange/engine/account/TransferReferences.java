package io.vexchange.engine.account;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/** The references of an account's last transfers, so that a repeated request is told from a second transfer. */
public final class TransferReferences {
    /** How many are remembered. */
    public static final int LIMIT = 10_000;

    /** Longest reference in bytes. */
    public static final int MAX_LENGTH = 64;

    /** A transfer as it was asked for. */
    public static final class Entry {
        public final byte[] reference;
        public final int assetId;
        /** Above 0 a deposit, below 0 a withdrawal. */
        public final long amount;
        /** Of its event. */
        public final long sequence;

        public Entry(final byte[] reference, final int assetId, final long amount, final long sequence) {
            this.reference = reference;
            this.assetId = assetId;
            this.amount = amount;
            this.sequence = sequence;
        }
    }

    private final Map<String, Entry> byReference = new HashMap<>();
    private final ArrayDeque<Entry> oldestFirst = new ArrayDeque<>();

    /** @return the transfer with that reference, or null */
    public Entry get(final byte[] reference) {
        return byReference.get(key(reference));
    }

    /** Remembers a transfer whose reference is not known, and forgets the oldest when there are too many. */
    public void add(final Entry entry) {
        byReference.put(key(entry.reference), entry);
        oldestFirst.addLast(entry);
        if (oldestFirst.size() > LIMIT) {
            byReference.remove(key(oldestFirst.removeFirst().reference));
        }
    }

    /** @return all of them, oldest first */
    public Iterable<Entry> entries() {
        return oldestFirst;
    }

    public int size() {
        return oldestFirst.size();
    }

    private static String key(final byte[] reference) {
        return new String(reference, StandardCharsets.ISO_8859_1);
    }
}
