package io.vexchange.fix.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.agrona.IoUtil;

/**
 * One file of a journal: records of {@code length, CRC32C, payload} one after another, zeros behind the last. The file is written full of
 * zeros when it is made, so that a full disk is met there and not inside a memory access. Not thread-safe.
 */
final class Segment {
    /** Bytes before each payload. */
    static final int OVERHEAD = 8;

    private static final String SUFFIX = ".journal";

    /** Takes each valid record. */
    interface Visitor {
        /** @return false to stop */
        boolean record(int position, ByteBuffer payload);
    }

    final long index;
    final Path file;
    /** Where the records that count begin: behind a reset the earlier ones do not. */
    int start;
    /** Greatest number sent in here, 0 = none. */
    int lastNumber;
    /** Messages sent and events waiting in here. */
    int messages;
    /** When the newest record was written. */
    long lastWriteMillis;

    private final MappedByteBuffer map;
    private final CRC32C crc = new CRC32C();
    private int position;
    private int forced;

    private Segment(final long index, final Path file, final MappedByteBuffer map) {
        this.index = index;
        this.file = file;
        this.map = map;
    }

    static Segment create(final Path folder, final long index, final int size) {
        final Path file = folder.resolve(String.format("%012d%s", index, SUFFIX));
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            final ByteBuffer zeros = ByteBuffer.allocate(size);
            while (zeros.hasRemaining()) {
                channel.write(zeros);
            }
            return new Segment(index, file, channel.map(FileChannel.MapMode.READ_WRITE, 0, size));
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot make file=" + file, e);
        }
    }

    static Segment open(final Path file) {
        final String name = file.getFileName().toString();
        final long index = Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            final Segment segment =
                    new Segment(index, file, channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size()));
            segment.lastWriteMillis = Files.getLastModifiedTime(file).toMillis();
            segment.findEnd();
            return segment;
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot open file=" + file, e);
        }
    }

    static boolean isSegment(final Path file) {
        return file.getFileName().toString().endsWith(SUFFIX);
    }

    /** Cuts what was torn: everything behind the last record whose checksum is right becomes zero again. */
    private void findEnd() {
        int at = 0;
        while (validAt(at)) {
            at += OVERHEAD + map.getInt(at);
        }
        position = at;
        forced = 0;
        for (int i = at; i < map.capacity(); i++) {
            if (map.get(i) != 0) {
                map.put(i, (byte) 0);
            }
        }
    }

    private boolean validAt(final int at) {
        if (map.capacity() - at < OVERHEAD) {
            return false;
        }
        final int length = map.getInt(at);
        if (length <= 0 || length > map.capacity() - at - OVERHEAD) {
            return false;
        }
        return map.getInt(at + 4) == checksum(map.slice(at + OVERHEAD, length));
    }

    private int checksum(final ByteBuffer payload) {
        crc.reset();
        crc.update(payload);
        return (int) crc.getValue();
    }

    boolean hasRoom(final int payloadLength) {
        return map.capacity() - position >= OVERHEAD + payloadLength;
    }

    int position() {
        return position;
    }

    int size() {
        return map.capacity();
    }

    /** Appends one record; the caller has asked for room. */
    int append(final ByteBuffer payload, final long nowMillis) {
        final int at = position;
        final int length = payload.remaining();
        map.put(at + OVERHEAD, payload, payload.position(), length);
        map.putInt(at + 4, checksum(payload.duplicate()));
        map.putInt(at, length);
        position = at + OVERHEAD + length;
        lastWriteMillis = nowMillis;
        return at;
    }

    /** Visits the records from a position on. */
    void visit(final int from, final Visitor visitor) {
        int at = from;
        while (at < position) {
            final int length = map.getInt(at);
            if (!visitor.record(at, map.slice(at + OVERHEAD, length))) {
                return;
            }
            at += OVERHEAD + length;
        }
    }

    /** @return the payload at a position, or null behind the last record */
    ByteBuffer payloadAt(final int at) {
        return at < position ? map.slice(at + OVERHEAD, map.getInt(at)) : null;
    }

    boolean isDirty() {
        return forced < position;
    }

    /** Marks all that is written as about to be forced; then {@link #force} may run without the journal's lock. */
    int takeDirty() {
        final int from = forced;
        forced = position;
        return from;
    }

    void force(final int from, final int to) {
        if (to > from) {
            map.force(from, to - from);
        }
    }

    void close() {
        IoUtil.unmap(map);
    }

    void delete() {
        close();
        try {
            Files.deleteIfExists(file);
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot delete file=" + file, e);
        }
    }
}
