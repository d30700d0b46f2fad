package io.vexchange.exchange.venue;

import io.vexchange.engine.client.Hello;
import io.vexchange.engine.cluster.EngineNode;
import io.vexchange.exchange.config.ExchangeConfig;
import io.vexchange.exchange.folder.Trees;
import io.vexchange.store.projection.Projector;
import io.vexchange.web.shape.ClusterShape;
import io.vexchange.web.shape.MemberShape;
import io.vexchange.web.shape.SnapshotShape;
import io.vexchange.web.venue.ClusterView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** The one member of this process and its log, for people. Thread-safe. */
final class NodeView implements ClusterView {
    private static final java.time.format.DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

    /** A snapshot taken since the start. */
    private record Taken(Instant at, long sequence, long position) {}

    private final EngineNode node;
    private final Hello hello;
    private final Projector projector;
    private final ExchangeConfig.Engine config;
    private final Path archive;
    private final Instant began = Instant.now();
    private final AtomicBoolean taking = new AtomicBoolean();
    private volatile Taken last;

    NodeView(
            final EngineNode node,
            final Hello hello,
            final Projector projector,
            final ExchangeConfig.Engine config,
            final Path archive) {
        this.node = node;
        this.hello = hello;
        this.projector = projector;
        this.config = config;
        this.archive = archive;
    }

    @Override
    public ClusterShape cluster() {
        final long sequence = node.sequence();
        return new ClusterShape(
                hello.logId().toString(),
                hello.behaviourVersion(),
                0,
                List.of(new MemberShape(0, node.isLeader() ? "LEADER" : "FOLLOWER", null, node.logPosition(), true)),
                node.logPosition(),
                node.logPosition(),
                sequence,
                projector.sequence(),
                projector.lagMillis(),
                sequence - node.trimmedSequence(),
                config.outboxEvents(),
                shape(last),
                logBytes(),
                config.fsync() ? "fsync" : "os");
    }

    /** @return since the newest snapshot taken by this process; without one, since its start */
    double snapshotAgeSeconds() {
        final Taken taken = last;
        return Duration.between(taken == null ? began : taken.at, Instant.now()).toMillis() / 1_000.0;
    }

    long logBytes() {
        try {
            return Trees.bytes(archive);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SnapshotShape shape(final Taken taken) {
        return taken == null
                ? null
                : new SnapshotShape(
                        TIME.format(taken.at),
                        taken.sequence,
                        null,
                        Duration.between(taken.at, Instant.now()).toSeconds(),
                        taken.position);
    }

    @Override
    public CompletableFuture<SnapshotShape> snapshot() {
        if (!taking.compareAndSet(false, true)) {
            return null;
        }
        return node.snapshot()
                .thenApply(position -> {
                    last = new Taken(Instant.now(), node.sequence(), position);
                    return shape(last);
                })
                .whenComplete((shape, e) -> taking.set(false));
    }
}
