package io.vexchange.engine.cluster;

import io.vexchange.engine.EngineLimits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * How a member runs. The caller holds the lock of the data folder from before the start until after the close.
 *
 * @param dataDirectory holds {@code cluster/} and {@code archive/}: the truth
 * @param aeronDirectory in memory; wiped at start, removed at close
 * @param durability when a command counts as taken
 * @param idleProfile what idling costs
 * @param limits bounds of the engine; the same for the whole life of a log
 * @param snapshotIntervalNanos a snapshot is taken this often if anything changed, 0 = never by time
 * @param snapshotEvents and after so many events, 0 = never by count
 * @param onFatal told once, from any thread, why the member can not go on; the process should end with 70
 */
public record NodeSettings(
        Path dataDirectory,
        Path aeronDirectory,
        Durability durability,
        IdleProfile idleProfile,
        EngineLimits limits,
        long snapshotIntervalNanos,
        long snapshotEvents,
        Consumer<String> onFatal) {

    /**
     * @param dataDirectory see above
     * @param aeronDirectory see above
     * @param onFatal see above
     * @return the defaults: fsync, balanced, a snapshot every hour or 5,000,000 events
     */
    public static NodeSettings of(final Path dataDirectory, final Path aeronDirectory, final Consumer<String> onFatal) {
        return new NodeSettings(
                dataDirectory,
                aeronDirectory,
                Durability.FSYNC,
                IdleProfile.BALANCED,
                EngineLimits.defaults(),
                TimeUnit.HOURS.toNanos(1),
                5_000_000,
                onFatal);
    }

    /** @param value when a command counts as taken @return a copy */
    public NodeSettings withDurability(final Durability value) {
        return new NodeSettings(
                dataDirectory,
                aeronDirectory,
                value,
                idleProfile,
                limits,
                snapshotIntervalNanos,
                snapshotEvents,
                onFatal);
    }

    /** @param value what idling costs @return a copy */
    public NodeSettings withIdleProfile(final IdleProfile value) {
        return new NodeSettings(
                dataDirectory,
                aeronDirectory,
                durability,
                value,
                limits,
                snapshotIntervalNanos,
                snapshotEvents,
                onFatal);
    }

    /** @param value bounds of the engine @return a copy */
    public NodeSettings withLimits(final EngineLimits value) {
        return new NodeSettings(
                dataDirectory,
                aeronDirectory,
                durability,
                idleProfile,
                value,
                snapshotIntervalNanos,
                snapshotEvents,
                onFatal);
    }

    /**
     * @param intervalNanos by time
     * @param events by count
     * @return a copy
     */
    public NodeSettings withSnapshots(final long intervalNanos, final long events) {
        return new NodeSettings(
                dataDirectory, aeronDirectory, durability, idleProfile, limits, intervalNanos, events, onFatal);
    }

    /**
     * The folder in memory that belongs to a data folder, so that the next start finds what a crash left.
     *
     * @param memory such as {@code /dev/shm}
     * @param userId the process's numeric user
     * @param dataDirectory the data folder
     * @return vexchange-uid-hash in it, the hash 8 hexadecimal digits of the data path
     */
    public static Path aeronDirectory(final Path memory, final long userId, final Path dataDirectory) {
        final CRC32 crc = new CRC32();
        crc.update(dataDirectory.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
        return memory.resolve(String.format("vexchange-%d-%08x", userId, crc.getValue()));
    }
}
