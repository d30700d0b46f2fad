package io.vexchange.bench.simulate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.agrona.DirectBuffer;

/**
 * A disk as unkind as disks may be: what was written but not yet synced survives a loss of power sector by sector, in any order, and a
 * sector may survive in part. What was synced stays.
 */
final class FakeDisk {
    static final int SECTOR_LENGTH = 512;
    private static final long NEVER = Long.MAX_VALUE;
    private static final int TORN_SECTOR_ONE_IN = 6;

    private static final class File {
        byte[] written = new byte[SECTOR_LENGTH];
        byte[] durable = new byte[SECTOR_LENGTH];
        int length;
        int durableLength;
        final BitSet unsynced = new BitSet();
    }

    private final Random random;
    private final Map<String, File> files = new TreeMap<>();
    private long operationsLeft = NEVER;

    FakeDisk(final Random random) {
        this.random = random;
    }

    /** The power goes in the middle of the operation that is so many ahead. */
    void losePowerAfter(final int operations) {
        operationsLeft = operations;
    }

    int length(final String name) {
        return file(name).length;
    }

    byte[] read(final String name) {
        final File file = file(name);
        return Arrays.copyOf(file.written, file.length);
    }

    void write(final String name, final int position, final DirectBuffer source, final int offset, final int length) {
        final File file = file(name);
        final int end = position + length;
        if (end > file.written.length) {
            file.written = Arrays.copyOf(file.written, Math.max(end + SECTOR_LENGTH, file.written.length * 2));
        }
        source.getBytes(offset, file.written, position, length);
        file.length = Math.max(file.length, end);
        file.unsynced.set(position / SECTOR_LENGTH, (end + SECTOR_LENGTH - 1) / SECTOR_LENGTH);
        operation();
    }

    /** Cuts the file; what lay behind reads as zeros if it grows again. */
    void cut(final String name, final int length) {
        final File file = file(name);
        if (length < file.length) {
            Arrays.fill(file.written, length, file.length, (byte) 0);
            file.unsynced.set(length / SECTOR_LENGTH, (file.length + SECTOR_LENGTH - 1) / SECTOR_LENGTH);
            file.length = length;
            operation();
        }
    }

    void sync(final String name) {
        operation();
        final File file = file(name);
        file.durable = file.written.clone();
        file.durableLength = file.length;
        file.unsynced.clear();
    }

    private void operation() {
        if (operationsLeft != NEVER && --operationsLeft < 0) {
            operationsLeft = NEVER;
            losePower();
            throw new PowerLoss();
        }
    }

    private void losePower() {
        for (final File file : files.values()) {
            final int oneInSurvives = 1 + random.nextInt(4);
            file.durable = Arrays.copyOf(file.durable, file.written.length);
            for (int sector = file.unsynced.nextSetBit(0); sector >= 0; sector = file.unsynced.nextSetBit(sector + 1)) {
                if (random.nextInt(4) >= oneInSurvives - 1) {
                    survive(file, sector);
                }
            }
            file.unsynced.clear();
            file.written = file.durable.clone();
            file.length = file.durableLength;
        }
    }

    private void survive(final File file, final int sector) {
        final int from = sector * SECTOR_LENGTH;
        final int whole = Math.min(SECTOR_LENGTH, file.written.length - from);
        final int length = random.nextInt(TORN_SECTOR_ONE_IN) == 0 ? random.nextInt(whole) : whole;
        System.arraycopy(file.written, from, file.durable, from, length);
        if (from + length > file.durableLength) {
            file.durableLength = Math.max(file.durableLength, Math.min(file.length, from + length));
        }
    }

    private File file(final String name) {
        return files.computeIfAbsent(name, key -> new File());
    }
}
