package io.vexchange.engine.cluster;

import io.aeron.archive.checksum.Checksum;
import io.aeron.archive.checksum.Checksums;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.agrona.BitUtil;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.IoUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A recording of the archive read from its files, without the archive: frames of 32 bytes of header and their payload, each aligned to 32
 * bytes, in segment files named by recording and first position. Every frame's checksum is checked. May be read while it is written, up
 * to a position that is known to be written.
 */
final class Recording {
    /** Takes whole messages, reassembled. */
    @FunctionalInterface
    interface MessageHandler {
        /** @param position where the message ends */
        void onMessage(long position, DirectBuffer buffer, int offset, int length);
    }

    private static final int HEADER_LENGTH = 32;
    private static final int FRAME_ALIGNMENT = 32;
    private static final int FLAGS_OFFSET = 5;
    private static final int TYPE_OFFSET = 6;
    private static final int CHECKSUM_OFFSET = 12;
    private static final int BEGIN = 0x80;
    private static final int END = 0x40;
    private static final int DATA = 1;
    private static final String SUFFIX = ".rec";

    private final Checksum checksum = Checksums.crc32c();
    private final NavigableMap<Long, Path> segments = new TreeMap<>();
    private final ExpandableArrayBuffer assembled = new ExpandableArrayBuffer();
    private final String name;
    private int assembledLength;

    /** @param archiveDirectory where the segment files are */
    Recording(final Path archiveDirectory, final long recordingId) {
        name = "recording " + recordingId;
        final String prefix = recordingId + "-";
        try (DirectoryStream<Path> files = Files.newDirectoryStream(archiveDirectory, prefix + "*" + SUFFIX)) {
            for (final Path file : files) {
                final String text = file.getFileName().toString();
                segments.put(Long.parseLong(text.substring(prefix.length(), text.length() - SUFFIX.length())), file);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the first position that is held */
    long startPosition() {
        return segments.isEmpty() ? 0 : segments.firstKey();
    }

    /**
     * Reads from a position at which a message begins.
     *
     * @param until nothing behind it is looked at
     * @return where the last whole frame ends
     * @throws LogDamagedException when a frame is not what was written
     */
    long read(final long from, final long until, final MessageHandler handler) {
        long position = from;
        assembledLength = 0;
        while (position < until) {
            final var segment = segments.floorEntry(position);
            if (segment == null) {
                throw new LogDamagedException(name + " has no position " + position);
            }
            final long after = readSegment(segment.getValue(), segment.getKey(), position, until, handler);
            if (after == position) {
                return position;
            }
            position = after;
        }
        return position;
    }

    private long readSegment(
            final Path file, final long base, final long from, final long until, final MessageHandler handler) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            final MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            try {
                return readFrames(new UnsafeBuffer(mapped), base, from, until, handler);
            } finally {
                IoUtil.unmap(mapped);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long readFrames(
            final UnsafeBuffer buffer,
            final long base,
            final long from,
            final long until,
            final MessageHandler handler) {
        int at = (int) (from - base);
        while (at + HEADER_LENGTH <= buffer.capacity() && base + at < until) {
            final int frameLength = buffer.getInt(at, ByteOrder.LITTLE_ENDIAN);
            if (frameLength <= 0) {
                break;
            }
            final int aligned = BitUtil.align(frameLength, FRAME_ALIGNMENT);
            if (frameLength < HEADER_LENGTH || at + aligned > buffer.capacity()) {
                throw damaged(base + at, "frameLength=" + frameLength);
            }
            if ((buffer.getShort(at + TYPE_OFFSET, ByteOrder.LITTLE_ENDIAN) & 0xFFFF) == DATA) {
                verify(buffer, at, aligned, base);
                onFrame(buffer, at, frameLength, base + at + aligned, handler);
            }
            at += aligned;
        }
        return base + at;
    }

    private void verify(final UnsafeBuffer buffer, final int at, final int aligned, final long base) {
        final int computed = checksum.compute(buffer.addressOffset(), at + HEADER_LENGTH, aligned - HEADER_LENGTH);
        final int written = buffer.getInt(at + CHECKSUM_OFFSET, ByteOrder.nativeOrder());
        if (computed != written) {
            throw damaged(base + at, "checksum=" + computed + " written=" + written);
        }
    }

    private void onFrame(
            final UnsafeBuffer buffer,
            final int at,
            final int frameLength,
            final long end,
            final MessageHandler handler) {
        final int flags = buffer.getByte(at + FLAGS_OFFSET) & 0xFF;
        final int length = frameLength - HEADER_LENGTH;
        if ((flags & (BEGIN | END)) == (BEGIN | END)) {
            handler.onMessage(end, buffer, at + HEADER_LENGTH, length);
            return;
        }
        if ((flags & BEGIN) != 0) {
            assembledLength = 0;
        }
        assembled.putBytes(assembledLength, buffer, at + HEADER_LENGTH, length);
        assembledLength += length;
        if ((flags & END) != 0) {
            handler.onMessage(end, assembled, 0, assembledLength);
        }
    }

    private LogDamagedException damaged(final long position, final String what) {
        return new LogDamagedException(name + " at position " + position + ": " + what);
    }
}
