package io.vexchange.bench.replay;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The messages of a workload file, unpacked before anything is timed. Prices are ticks, quantities lots. */
final class Workload {
    static final byte NEW = 0;
    static final byte CANCEL = 1;
    static final byte MODIFY = 2;
    static final byte BUY = 0;

    private static final int HEADER_LENGTH = 16;
    private static final int COUNT_OFFSET = 12;
    private static final int RECORD_LENGTH = 40;
    private static final int GZIP_FIRST_BYTE = 0x1F;
    private static final int GZIP_SECOND_BYTE = 0x8B;
    private static final int BUFFER_LENGTH = 1 << 16;
    private static final long MAX_ORDER_ID = 100_000_000;

    final int size;
    final byte[] types;
    final byte[] sides;
    final boolean[] areImmediate;
    final int[] lots;
    final int[] orderIds;
    final long[] sequences;
    final long[] ticks;
    /** The largest order id. */
    final int maxOrderId;

    private Workload(final int size, final DataInputStream in) throws IOException {
        this.size = size;
        types = new byte[size];
        sides = new byte[size];
        areImmediate = new boolean[size];
        lots = new int[size];
        orderIds = new int[size];
        sequences = new long[size];
        ticks = new long[size];
        final byte[] bytes = new byte[RECORD_LENGTH];
        final ByteBuffer record = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int max = 0;
        for (int i = 0; i < size; i++) {
            in.readFully(bytes);
            types[i] = record.get(0);
            sides[i] = record.get(1);
            areImmediate[i] = record.get(2) == 1;
            lots[i] = record.getInt(4);
            sequences[i] = record.getLong(8);
            final long orderId = record.getLong(16);
            ticks[i] = record.getLong(24);
            check(i, orderId);
            orderIds[i] = (int) orderId;
            max = Math.max(max, orderIds[i]);
        }
        maxOrderId = max;
    }

    private void check(final int index, final long orderId) throws IOException {
        if (types[index] < NEW || types[index] > MODIFY || orderId < 0 || orderId > MAX_ORDER_ID) {
            throw new IOException("message " + index + " has type " + types[index] + " and order id " + orderId);
        }
        if (index > 0 && Long.compareUnsigned(sequences[index - 1], sequences[index]) >= 0) {
            throw new IOException("message " + index + " has a sequence that does not grow");
        }
    }

    /**
     * Reads a file, which may be gzip.
     *
     * @throws IOException when it can not be read or is not of this format
     */
    static Workload read(final Path file) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER_LENGTH);
                DataInputStream in = new DataInputStream(unpacked(raw))) {
            final byte[] header = new byte[HEADER_LENGTH];
            in.readFully(header);
            final int size =
                    ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(COUNT_OFFSET);
            if (size <= 0) {
                throw new IOException(file + " says that it has " + size + " messages");
            }
            return new Workload(size, in);
        } catch (final EOFException e) {
            throw new IOException(file + " is shorter than it says", e);
        }
    }

    private static InputStream unpacked(final InputStream raw) throws IOException {
        raw.mark(2);
        final boolean isGzip = raw.read() == GZIP_FIRST_BYTE && raw.read() == GZIP_SECOND_BYTE;
        raw.reset();
        return isGzip ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER_LENGTH), BUFFER_LENGTH) : raw;
    }
}
