package io.vexchange.web.venue;

import io.vexchange.web.shape.ClusterShape;
import io.vexchange.web.shape.SnapshotShape;
import java.util.concurrent.CompletableFuture;

/** The engine's members and log. Threads: any. */
public interface ClusterView {
    /** @return how they are */
    ClusterShape cluster();

    /** @return completed with the snapshot once it is on disk; null when one is being taken already */
    CompletableFuture<SnapshotShape> snapshot();
}
