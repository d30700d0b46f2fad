package io.vexchange.bench.replay;

import io.vexchange.engine.Engine;
import io.vexchange.engine.EngineLimits;
import io.vexchange.engine.EventSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The engine's snapshot, written to memory and read into a new engine; what the log adds is its outbox, copied as it is. */
@Command(
        name = "snapshot",
        description = "snapshot of 1,000,000 live orders, written and read",
        mixinStandardHelpOptions = true)
public final class SnapshotBench implements Callable<Integer>, EventSink {
    @Option(names = "--orders", description = "live orders (default ${DEFAULT-VALUE})", defaultValue = "1000000")
    private int orders;

    @Option(names = "--runs", description = "runs (default ${DEFAULT-VALUE})", defaultValue = "3")
    private int runs;

    private final UnsafeBuffer record = new UnsafeBuffer(new byte[MAX_ITEM_LENGTH]);
    private final List<byte[]> records = new ArrayList<>();
    private long bytes;

    @Override
    public Integer call() {
        final RestingOrders venue = new RestingOrders(orders, 10);
        for (int run = 0; run < runs; run++) {
            records.clear();
            bytes = 0;
            final long began = System.nanoTime();
            venue.engine.writeSnapshot(this);
            final long written = System.nanoTime();
            final Engine restored = new Engine(EngineLimits.defaults().withOutboxEvents(Long.MAX_VALUE));
            final UnsafeBuffer in = new UnsafeBuffer(new byte[0]);
            for (final byte[] each : records) {
                in.wrap(each);
                restored.readSnapshot(in, 0, each.length);
            }
            final long read = System.nanoTime();
            System.out.printf(
                    Locale.ROOT,
                    "orders=%d MiB=%.1f write s=%.3f read s=%.3f%n",
                    orders,
                    bytes / (1024.0 * 1024.0),
                    (written - began) / 1e9,
                    (read - written) / 1e9);
        }
        return 0;
    }

    @Override
    public int claim(final int maxLength) {
        return 0;
    }

    @Override
    public MutableDirectBuffer buffer() {
        return record;
    }

    @Override
    public void commit(final int length, final long sequence) {
        final byte[] copy = new byte[length];
        record.getBytes(0, copy);
        records.add(copy);
        bytes += length;
    }
}
