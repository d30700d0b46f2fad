package io.vexchange.engine.cluster;

import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;

/** What the present entry has caused so far, copied while somebody waits for it; at most the first 10,000 items. One thread. */
final class EntryItems {
    static final int MAX_ITEMS = 10_000;

    private final ExpandableArrayBuffer bytes = new ExpandableArrayBuffer(4096);
    private int length;
    private int count;

    void add(final DirectBuffer buffer, final int offset, final int itemLength) {
        if (count < MAX_ITEMS) {
            bytes.putInt(length, itemLength);
            bytes.putBytes(length + Integer.BYTES, buffer, offset, itemLength);
            length += Integer.BYTES + itemLength;
            count++;
        }
    }

    List<byte[]> take() {
        final List<byte[]> items = new ArrayList<>(count);
        int at = 0;
        while (at < length) {
            final byte[] item = new byte[bytes.getInt(at)];
            bytes.getBytes(at + Integer.BYTES, item);
            items.add(item);
            at += Integer.BYTES + item.length;
        }
        clear();
        return items;
    }

    void clear() {
        length = 0;
        count = 0;
    }
}
