package io.vexchange.web;

import io.vexchange.web.shape.ClusterShape;
import io.vexchange.web.shape.MemberShape;
import io.vexchange.web.shape.SnapshotShape;
import io.vexchange.web.venue.ClusterView;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One member that leads and has nothing to do. */
public final class QuietCluster implements ClusterView {
    /** Events that wait for the database. */
    public volatile long outboxEvents = 1;

    @Override
    public ClusterShape cluster() {
        return new ClusterShape(
                "5b0c3d1e-0000-0000-0000-000000000000",
                1,
                0,
                List.of(new MemberShape(0, "LEADER", null, 88_123_456, true)),
                88_123_456,
                88_123_456,
                88_150,
                88_149L,
                12L,
                outboxEvents,
                1_000_000,
                new SnapshotShape("2026-11-22T09:20:00.000000Z", 80_000L, 1_048_576L, 600L, 80_000_000L),
                88_123_456,
                "fsync");
    }

    @Override
    public CompletableFuture<SnapshotShape> snapshot() {
        return CompletableFuture.completedFuture(cluster().lastSnapshot());
    }
}
