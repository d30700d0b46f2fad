package io.vexchange.engine.cluster;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.agrona.IoUtil;
import org.agrona.concurrent.UnsafeBuffer;

/** Measures the durable log by itself. Arguments: a folder on disk, a folder in memory, {@code fsync|os}, an idle profile. */
final class LogMeasurement {
    private static final int WARM = 20_000;

    private final StringBuilder said = new StringBuilder();
    private final UnsafeBuffer command = TestNode.note(1, 120);

    private LogMeasurement() {}

    public static void main(final String[] arguments) throws Exception {
        new LogMeasurement()
                .run(
                        Path.of(arguments[0]),
                        Path.of(arguments[1]),
                        Durability.valueOf(arguments[2].toUpperCase(Locale.ROOT)),
                        IdleProfile.valueOf(arguments[3].toUpperCase(Locale.ROOT)));
    }

    private void run(final Path disk, final Path memory, final Durability durability, final IdleProfile profile)
            throws Exception {
        IoUtil.delete(disk.toFile(), true);
        Files.createDirectories(disk);
        final long began = System.nanoTime();
        try (EngineNode node = EngineNode.start(
                        NodeSettings.of(disk, memory, said::append)
                                .withDurability(durability)
                                .withIdleProfile(profile),
                        CountingReplica::new);
                ClusterEngineClient client =
                        TestNode.connect(ClientSettings.inProcess(node, "a", new RecordingListener())
                                .withEvents());
                ClusterEngineClient second =
                        TestNode.connect(ClientSettings.inProcess(node, "b", new RecordingListener())
                                .withDurable());
                ClusterEngineClient third =
                        TestNode.connect(ClientSettings.inProcess(node, "c", new RecordingListener())
                                .withImage())) {
            client.ask(command, 0, command.capacity()).get();
            say(
                    "%s %s start to first acknowledgement ms=%d",
                    durability, profile, (System.nanoTime() - began) / 1_000_000);
            pingPong(client, WARM);
            latencies("ping-pong", pingPong(client, WARM));
            throughput(client, 500_000);
            latencies("open loop 1,000/s", openLoop(client, 1_000, 5));
            latencies("open loop 10,000/s", openLoop(client, 10_000, 5));
            second.consumed(node.sequence());
            idle();
            say("third=%s said=%s", third.isConnected(), said);
        }
    }

    private static void say(final String format, final Object... values) {
        System.err.println(String.format(Locale.ROOT, format, values));
    }

    private long[] pingPong(final ClusterEngineClient client, final int count) throws Exception {
        final long[] nanos = new long[count];
        for (int i = 0; i < count; i++) {
            final long from = System.nanoTime();
            client.ask(command, 0, command.capacity()).get();
            nanos[i] = System.nanoTime() - from;
        }
        return nanos;
    }

    private long[] openLoop(final ClusterEngineClient client, final int perSecond, final int seconds) throws Exception {
        final int count = perSecond * seconds;
        final long[] nanos = new long[count];
        final AtomicInteger done = new AtomicInteger();
        final long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
        final long begin = System.nanoTime();
        CompletableFuture<Void> last = null;
        for (int i = 0; i < count; i++) {
            final long due = begin + i * gap;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(Math.min(50_000, due - System.nanoTime()));
            }
            final int index = i;
            last = client.ask(command, 0, command.capacity()).thenAccept(outcome -> {
                nanos[index] = System.nanoTime() - due;
                done.incrementAndGet();
            });
        }
        last.get();
        return nanos;
    }

    private void throughput(final ClusterEngineClient client, final int count) throws Exception {
        final Semaphore window = new Semaphore(1_000);
        final long from = System.nanoTime();
        CompletableFuture<Void> last = null;
        for (int i = 0; i < count; i++) {
            window.acquire();
            last = client.ask(command, 0, command.capacity()).thenAccept(outcome -> window.release());
        }
        last.get();
        say("window 1,000: commands/s=%d", count * 1_000_000_000L / (System.nanoTime() - from));
    }

    private static void latencies(final String name, final long[] nanos) {
        Arrays.sort(nanos);
        say(
                "%s p50=%d p99=%d p99.9=%d max=%d us",
                name,
                nanos[nanos.length / 2] / 1_000,
                nanos[(int) (nanos.length * 0.99)] / 1_000,
                nanos[(int) (nanos.length * 0.999)] / 1_000,
                nanos[nanos.length - 1] / 1_000);
    }

    private static void idle() {
        final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
        final long[] ids = threads.getAllThreadIds();
        final long[] before = new long[ids.length];
        for (int i = 0; i < ids.length; i++) {
            before[i] = threads.getThreadCpuTime(ids[i]);
        }
        final long from = System.nanoTime();
        final long process =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(8));
        final long elapsed = System.nanoTime() - from;
        final long used =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() - process;
        say("idle process: %.1f %% of a core", used * 100.0 / elapsed);
        for (int i = 0; i < ids.length; i++) {
            final long cpu = threads.getThreadCpuTime(ids[i]) - before[i];
            if (cpu * 1_000 > elapsed) {
                say("  %s %.1f %%", threads.getThreadInfo(ids[i]).getThreadName(), cpu * 100.0 / elapsed);
            }
        }
    }
}
