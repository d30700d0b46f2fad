package io.vexchange.engine.cluster;

import io.vexchange.engine.EventSink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Items one after another in chunks, addressed by position. An item is {@code [int32 length, int32 tag, int64 sequence]} and its bytes,
 * aligned to 8; none crosses a chunk. What lies behind can be dropped chunk by chunk. One thread.
 */
final class ItemLog implements EventSink {
    static final int CHUNK_LENGTH = 256 * 1024;
    static final int ITEM_HEADER_LENGTH = 16;

    private static final int TAG_OFFSET = 4;
    private static final int SEQUENCE_OFFSET = 8;
    private static final int END_OF_CHUNK = -1;
    private static final int MAX_SPARE_CHUNKS = 64;

    private static final class Chunk {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[CHUNK_LENGTH]);
        long lastSequence;
    }

    private final ArrayList<Chunk> chunks = new ArrayList<>();
    private final ArrayDeque<Chunk> spare = new ArrayDeque<>();
    private long firstChunk;
    private long end;
    private long lastSequence;
    private int tag;

    /** What is written from now on belongs to this tag. */
    void tag(final int value) {
        tag = value;
    }

    /** The position behind the last item. */
    long end() {
        return end;
    }

    /** The first position that is still held. */
    long start() {
        return chunks.isEmpty() ? end : firstChunk * CHUNK_LENGTH;
    }

    /** The greatest sequence written. */
    long lastSequence() {
        return lastSequence;
    }

    /** An empty log whose next event has the sequence after this one. */
    void lastSequence(final long sequence) {
        lastSequence = sequence;
    }

    boolean isEmpty() {
        return start() == end;
    }

    @Override
    public int claim(final int maxLength) {
        if (maxLength <= 0 || maxLength > MAX_ITEM_LENGTH) {
            throw new IllegalArgumentException("maxLength=" + maxLength + " max=" + MAX_ITEM_LENGTH);
        }
        final int needed = ITEM_HEADER_LENGTH + align(maxLength);
        int offset = offsetOf(end);
        if (chunks.isEmpty()) {
            firstChunk = (end + CHUNK_LENGTH - 1) / CHUNK_LENGTH;
            end = firstChunk * CHUNK_LENGTH;
            addChunk();
            offset = 0;
        } else if (chunkIndex(end) == chunks.size()) {
            addChunk();
        } else if (offset + needed > CHUNK_LENGTH) {
            chunk(end).buffer.putInt(offset, END_OF_CHUNK);
            end += CHUNK_LENGTH - offset;
            addChunk();
            offset = 0;
        }
        return offset + ITEM_HEADER_LENGTH;
    }

    @Override
    public MutableDirectBuffer buffer() {
        return chunk(end).buffer;
    }

    @Override
    public void commit(final int length, final long sequence) {
        if (sequence != 0) {
            if (sequence <= lastSequence) {
                throw new IllegalStateException("sequence=" + sequence + " after lastSequence=" + lastSequence);
            }
            lastSequence = sequence;
        }
        final Chunk chunk = chunk(end);
        final int offset = offsetOf(end);
        chunk.buffer.putInt(offset, length);
        chunk.buffer.putInt(offset + TAG_OFFSET, tag);
        chunk.buffer.putLong(offset + SEQUENCE_OFFSET, sequence);
        chunk.lastSequence = lastSequence;
        end += ITEM_HEADER_LENGTH + align(length);
    }

    /** Appends a copy. */
    void append(final DirectBuffer source, final int offset, final int length, final long sequence) {
        final int to = claim(length);
        buffer().putBytes(to, source, offset, length);
        commit(length, sequence);
    }

    /** The position of the item at or after this one, or {@link #end()}. */
    long itemAt(final long position) {
        if (position < end
                && offsetOf(position) != 0
                && chunk(position).buffer.getInt(offsetOf(position)) == END_OF_CHUNK) {
            return position + CHUNK_LENGTH - offsetOf(position);
        }
        return position;
    }

    int lengthAt(final long item) {
        return chunk(item).buffer.getInt(offsetOf(item));
    }

    int tagAt(final long item) {
        return chunk(item).buffer.getInt(offsetOf(item) + TAG_OFFSET);
    }

    long sequenceAt(final long item) {
        return chunk(item).buffer.getLong(offsetOf(item) + SEQUENCE_OFFSET);
    }

    DirectBuffer bufferAt(final long item) {
        return chunk(item).buffer;
    }

    int bytesOffsetAt(final long item) {
        return offsetOf(item) + ITEM_HEADER_LENGTH;
    }

    /** The position behind the item. */
    long next(final long item) {
        return item + ITEM_HEADER_LENGTH + align(lengthAt(item));
    }

    /** The position of the first event after this sequence, or {@link #end()}. */
    long positionAfter(final long sequence) {
        int index = 0;
        while (index < chunks.size() && chunks.get(index).lastSequence <= sequence) {
            index++;
        }
        long item = itemAt(Math.min(end, (firstChunk + index) * CHUNK_LENGTH));
        while (item < end && sequenceAt(item) <= sequence) {
            item = itemAt(next(item));
        }
        return item;
    }

    /** Drops whole chunks that lie before the position and hold no event after the sequence. */
    void drop(final long position, final long sequence) {
        int count = 0;
        while (count < chunks.size()
                && (firstChunk + count + 1) * CHUNK_LENGTH <= Math.min(position, end)
                && chunks.get(count).lastSequence <= sequence) {
            if (spare.size() < MAX_SPARE_CHUNKS) {
                spare.add(chunks.get(count));
            }
            count++;
        }
        if (count > 0) {
            chunks.subList(0, count).clear();
            firstChunk += count;
        }
    }

    private void addChunk() {
        final Chunk chunk = spare.isEmpty() ? new Chunk() : spare.poll();
        chunk.lastSequence = lastSequence;
        chunks.add(chunk);
    }

    private Chunk chunk(final long position) {
        return chunks.get(chunkIndex(position));
    }

    private int chunkIndex(final long position) {
        return (int) (position / CHUNK_LENGTH - firstChunk);
    }

    private static int offsetOf(final long position) {
        return (int) (position % CHUNK_LENGTH);
    }

    private static int align(final int length) {
        return (length + 7) & ~7;
    }
}
