package io.vexchange.bench.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Records one after another in a file of the {@link FakeDisk}: {@code [int32 length, int32 CRC-32C, int64 value]} and the bytes, aligned to
 * 8; the check covers the record's position too. What counts is what is synced; after a crash the log ends before the first record that is
 * not whole, and what lies behind is cut off before anything is appended.
 */
final class SimulatedLog {
    private static final int HEADER_LENGTH = 16;

    /** A whole record. */
    static final class Entry {
        private final long value;
        private final byte[] bytes;

        Entry(final long value, final byte[] bytes) {
            this.value = value;
            this.bytes = bytes;
        }

        long value() {
            return value;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    private final FakeDisk disk;
    private final String name;
    private final boolean isChecked;
    private final CRC32C crc = new CRC32C();
    private final UnsafeBuffer record = new UnsafeBuffer(new byte[1 << 18]);
    private int end;

    /** @param isChecked false is a mistake a simulation must notice */
    SimulatedLog(final FakeDisk disk, final String name, final boolean isChecked) {
        this.disk = disk;
        this.name = name;
        this.isChecked = isChecked;
    }

    /** Reads what is whole and makes it the log. */
    List<Entry> recover() {
        final List<Entry> entries = new ArrayList<>();
        final UnsafeBuffer file = new UnsafeBuffer(disk.read(name));
        end = 0;
        for (int length = wholeRecord(file, end); length > 0; length = wholeRecord(file, end)) {
            final byte[] bytes = new byte[file.getInt(end)];
            file.getBytes(end + HEADER_LENGTH, bytes);
            entries.add(new Entry(file.getLong(end + 8), bytes));
            end += length;
        }
        disk.cut(name, end);
        disk.sync(name);
        return entries;
    }

    private int wholeRecord(final DirectBuffer file, final int position) {
        if (position + HEADER_LENGTH > file.capacity()) {
            return 0;
        }
        final int length = file.getInt(position);
        final boolean isPossible = length > 0 && length <= file.capacity() - position - HEADER_LENGTH;
        if (!isPossible || aligned(length) > file.capacity() - position) {
            return 0;
        }
        return !isChecked || file.getInt(position + 4) == check(file, position, length) ? aligned(length) : 0;
    }

    void append(final long value, final DirectBuffer source, final int offset, final int length) {
        record.setMemory(0, aligned(length), (byte) 0);
        record.putInt(0, length);
        record.putLong(8, value);
        record.putBytes(HEADER_LENGTH, source, offset, length);
        record.putInt(4, check(record, 0, length, end));
        disk.write(name, end, record, 0, aligned(length));
        end += aligned(length);
    }

    void sync() {
        disk.sync(name);
    }

    private int check(final DirectBuffer file, final int position, final int length) {
        return check(file, position, length, position);
    }

    private int check(final DirectBuffer file, final int at, final int length, final int position) {
        final byte[] covered = new byte[HEADER_LENGTH + length];
        final MutableDirectBuffer copy = new UnsafeBuffer(covered);
        copy.putInt(0, length);
        copy.putInt(4, position);
        copy.putBytes(8, file, at + 8, 8 + length);
        crc.reset();
        crc.update(covered);
        return (int) crc.getValue();
    }

    private static int aligned(final int length) {
        return HEADER_LENGTH + ((length + 7) & ~7);
    }
}
