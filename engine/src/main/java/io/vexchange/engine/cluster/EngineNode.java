package io.vexchange.engine.cluster;

import io.aeron.ChannelUriStringBuilder;
import io.aeron.CommonContext;
import io.aeron.archive.Archive;
import io.aeron.archive.ArchiveThreadingMode;
import io.aeron.archive.checksum.Checksums;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.service.ClusteredServiceContainer;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.agrona.IoUtil;
import org.agrona.concurrent.IdleStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A single member of the engine's cluster, embedded: media driver, archive, consensus module and the engine's service. Its log and
 * snapshots are in the data folder, everything else in memory. Clients of the same process reach it over shared memory. All methods may
 * be called from any thread.
 */
public final class EngineNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EngineNode.class);
    private static final int TERM_LENGTH = 1024 * 1024;
    private static final int IPC_MTU_LENGTH = 16 * 1024;
    private static final int SEGMENT_LENGTH = 16 * 1024 * 1024;
    private static final int COUNTERS_LENGTH = 1024 * 1024;
    private static final int MAX_SESSIONS = 64;
    private static final int SNAPSHOTS_KEPT = 3;
    private static final int ENDPOINTS = 4;

    private final NodeSettings settings;
    private final MemberState state;
    private final ErrorReport errors;
    private final WakeUps member = new WakeUps();
    private final WakeUps clients = new WakeUps();
    private final Path driverDirectory;
    private final Path markDirectory;
    private final List<AutoCloseable> parts = new ArrayList<>();
    private Archive archive;
    private String ingressEndpoints;

    private EngineNode(final NodeSettings settings) {
        this.settings = settings;
        this.state = new MemberState(settings);
        this.errors = new ErrorReport(state);
        this.driverDirectory = settings.aeronDirectory().resolve("driver");
        this.markDirectory = settings.aeronDirectory().resolve("marks");
    }

    /**
     * Starts a member: repairs what a crash left, restores the newest snapshot, replays the log behind it. Returns before that is done;
     * clients connect when it is.
     *
     * @param settings how it runs; the caller holds the data folder's lock
     * @return the running member
     * @throws RuntimeException when it can not start
     */
    public static EngineNode start(final NodeSettings settings) {
        return start(settings, () -> new CoreReplica(settings.limits()));
    }

    static EngineNode start(final NodeSettings settings, final Supplier<Replica> newReplica) {
        final EngineNode node = new EngineNode(settings);
        try {
            node.launch(newReplica);
            return node;
        } catch (final IOException e) {
            node.close();
            throw new UncheckedIOException(e);
        } catch (final RuntimeException e) {
            node.close();
            throw e;
        }
    }

    private void launch(final Supplier<Replica> newReplica) throws IOException {
        final Path archiveDirectory = settings.dataDirectory().resolve("archive");
        final Path clusterDirectory = settings.dataDirectory().resolve("cluster");
        IoUtil.delete(settings.aeronDirectory().toFile(), false);
        Files.createDirectories(driverDirectory);
        Files.createDirectories(markDirectory);
        Files.createDirectories(archiveDirectory);
        Files.createDirectories(clusterDirectory);
        ArchiveRepair.cutTornFrames(archiveDirectory);

        parts.add(0, MediaDriver.launch(driver()));
        archive = Archive.launch(archive(archiveDirectory));
        parts.add(0, archive);
        final ConsensusModule.Context module = consensusModule(clusterDirectory);
        final AutoCloseable consensusModule = ConsensusModule.launch(module);
        parts.add(0, consensusModule);
        state.counters(module.controlToggleCounter(), module.snapshotCounter());
        final AutoCloseable container = ClusteredServiceContainer.launch(service(clusterDirectory, newReplica));
        parts.add(1, container);
        LOG.info("engine member started, durability={} aeronDirectory={}", settings.durability(), driverDirectory);
    }

    private MediaDriver.Context driver() {
        return new MediaDriver.Context()
                .aeronDirectoryName(driverDirectory.toString())
                .dirDeleteOnStart(true)
                .dirDeleteOnShutdown(true)
                .warnIfDirectoryExists(false)
                .threadingMode(ThreadingMode.SHARED)
                .sharedIdleStrategy(new WakingIdleStrategy(settings.idleProfile(), member, null))
                .termBufferSparseFile(true)
                .ipcTermBufferLength(TERM_LENGTH)
                .publicationTermBufferLength(TERM_LENGTH)
                .ipcMtuLength(IPC_MTU_LENGTH)
                .counterValuesBufferLength(COUNTERS_LENGTH)
                .spiesSimulateConnection(true)
                .errorHandler(errors)
                .terminationHook(() -> state.fatal("the media driver has ended", null));
    }

    private Archive.Context archive(final Path archiveDirectory) {
        final AeronArchive.Context client = archiveClient();
        return new Archive.Context()
                .aeronDirectoryName(driverDirectory.toString())
                .archiveDir(archiveDirectory.toFile())
                .markFileDir(markDirectory.toFile())
                .controlChannelEnabled(false)
                .localControlChannel(client.controlRequestChannel())
                .archiveClientContext(client)
                .replicationChannel(loopback(0))
                .recordingEventsEnabled(false)
                .controlTermBufferLength(64 * 1024)
                .segmentFileLength(SEGMENT_LENGTH)
                .fileSyncLevel(settings.durability().fileSyncLevel())
                .catalogFileSyncLevel(settings.durability().fileSyncLevel())
                .recordChecksum(Checksums.crc32c())
                .threadingMode(ArchiveThreadingMode.SHARED)
                .idleStrategySupplier(idle(member))
                .errorHandler(errors);
    }

    private AeronArchive.Context archiveClient() {
        final String channel = "aeron:ipc?term-length=64k";
        return new AeronArchive.Context()
                .aeronDirectoryName(driverDirectory.toString())
                .controlRequestChannel(channel)
                .controlResponseChannel(channel)
                .errorHandler(errors);
    }

    private ConsensusModule.Context consensusModule(final Path clusterDirectory) throws IOException {
        final int[] ports = FreePorts.udp(ENDPOINTS);
        ingressEndpoints = "0=127.0.0.1:" + ports[0];
        final String endpoints = "0,127.0.0.1:" + ports[0] + ",127.0.0.1:" + ports[1] + ",127.0.0.1:" + ports[2]
                + ",127.0.0.1:" + ports[3] + ",127.0.0.1:0";
        return new ConsensusModule.Context()
                .aeronDirectoryName(driverDirectory.toString())
                .clusterDir(clusterDirectory.toFile())
                .markFileDir(markDirectory.toFile())
                .clusterMemberId(0)
                .clusterMembers(endpoints)
                .ingressChannel("aeron:udp?term-length=1m")
                .isIpcIngressAllowed(true)
                .logChannel("aeron:udp?term-length=4m")
                .replicationChannel(loopback(0))
                .maxConcurrentSessions(MAX_SESSIONS)
                .fileSyncLevel(settings.durability().fileSyncLevel())
                .archiveContext(archiveClient())
                .clusterClock(new MicrosecondClock())
                .idleStrategySupplier(idle(member))
                .errorHandler(errors)
                .terminationHook(() -> state.fatal("the consensus module has ended", null));
    }

    private ClusteredServiceContainer.Context service(final Path clusterDirectory, final Supplier<Replica> newReplica) {
        return new ClusteredServiceContainer.Context()
                .aeronDirectoryName(driverDirectory.toString())
                .clusterDir(clusterDirectory.toFile())
                .markFileDir(markDirectory.toFile())
                .archiveContext(archiveClient())
                .clusteredService(new EngineService(newReplica, state, clients))
                .isRespondingService(false)
                .idleStrategySupplier(idle(null))
                .errorHandler(errors)
                .terminationHook(() -> state.fatal("the engine's service has ended", null));
    }

    private Supplier<IdleStrategy> idle(final WakeUps told) {
        return () -> new WakingIdleStrategy(settings.idleProfile(), member, told);
    }

    private static String loopback(final int port) {
        return new ChannelUriStringBuilder()
                .media(CommonContext.UDP_MEDIA)
                .endpoint("127.0.0.1:" + port)
                .build();
    }

    WakeUps memberWakeUps() {
        return member;
    }

    WakeUps clientWakeUps() {
        return clients;
    }

    NodeSettings settings() {
        return settings;
    }

    /** @return where clients of this machine find the media driver */
    public Path aeronDirectory() {
        return driverDirectory;
    }

    /** @return where clients of other processes of this machine reach it, for {@link ClientSettings#remote} */
    public String ingressEndpoints() {
        return ingressEndpoints;
    }

    /**
     * Tells how long the engine works at commands.
     *
     * @param nanos told for each command; called by the engine's thread, must not block
     */
    public void timing(final LongConsumer nanos) {
        state.timing(nanos);
    }

    /** @return true while this member takes commands */
    public boolean isLeader() {
        return state.isLeader();
    }

    /** @return the newest event this member has made */
    public long sequence() {
        return state.sequence();
    }

    /** @return the newest event that every durable consumer has */
    public long trimmedSequence() {
        return state.trimmedSequence();
    }

    /** @return how far the log is applied, bytes */
    public long logPosition() {
        return state.logPosition();
    }

    /**
     * Takes a snapshot now.
     *
     * @return its log position, completed on the engine's thread when it is on disk
     */
    public CompletableFuture<Long> snapshot() {
        final CompletableFuture<Long> result = state.snapshot();
        member.signal();
        return result;
    }

    /** Ends the member in order; clients should be closed before. Removes the folder in memory. */
    @Override
    public void close() {
        state.closing();
        for (final AutoCloseable part : parts) {
            if (part == archive) {
                SnapshotRetention.keepNewest(
                        archiveClient(), settings.dataDirectory().resolve("cluster"), SNAPSHOTS_KEPT);
            }
            try {
                part.close();
            } catch (final Exception e) {
                LOG.warn("while closing {}", part.getClass().getSimpleName(), e);
            }
        }
        parts.clear();
        IoUtil.delete(settings.aeronDirectory().toFile(), true);
    }
}
