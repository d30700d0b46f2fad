package io.vexchange.engine.cluster;

import io.aeron.Counter;
import io.aeron.cluster.ClusterControl;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a member shows of itself to other threads, and its snapshots. The service's thread writes, any thread reads and asks. */
final class MemberState {
    private static final Logger LOG = LoggerFactory.getLogger(MemberState.class);

    private final AtomicBoolean hasFailed = new AtomicBoolean();
    private final Queue<CompletableFuture<Long>> asked = new ArrayDeque<>();
    private final Queue<CompletableFuture<Long>> running = new ArrayDeque<>();
    private final Consumer<String> onFatal;
    private final long snapshotIntervalNanos;
    private final long snapshotEvents;

    private volatile LongConsumer commandNanos;
    private volatile long sequence;
    private volatile long trimmedSequence;
    private volatile long logPosition;
    private volatile boolean isLeader;
    private volatile boolean isClosing;
    private volatile Counter snapshotToggle;
    private volatile Counter snapshotCounter;

    private boolean isSnapshotRunning;
    private long snapshotsBefore;
    private volatile long snapshotPosition;
    private long snapshotSequence;
    private long snapshotNanos;
    private boolean hasSnapshotTime;

    MemberState(final NodeSettings settings) {
        onFatal = settings.onFatal();
        snapshotIntervalNanos = settings.snapshotIntervalNanos();
        snapshotEvents = settings.snapshotEvents();
    }

    void counters(final Counter toggle, final Counter snapshots) {
        snapshotCounter = snapshots;
        snapshotToggle = toggle;
    }

    void publish(final long newSequence, final long newTrimmedSequence, final long newLogPosition) {
        sequence = newSequence;
        trimmedSequence = newTrimmedSequence;
        logPosition = newLogPosition;
    }

    void isLeader(final boolean value) {
        isLeader = value;
    }

    boolean isLeader() {
        return isLeader;
    }

    long sequence() {
        return sequence;
    }

    long trimmedSequence() {
        return trimmedSequence;
    }

    long logPosition() {
        return logPosition;
    }

    void closing() {
        isClosing = true;
    }

    boolean isClosing() {
        return isClosing;
    }

    /** Told once; not at all in an orderly close. */
    void fatal(final String what, final Throwable cause) {
        if (isClosing) {
            LOG.debug("while closing: {}", what, cause);
        } else if (hasFailed.compareAndSet(false, true)) {
            LOG.error("the engine can not go on: {}", what, cause);
            onFatal.accept(what);
        }
    }

    CompletableFuture<Long> snapshot() {
        final CompletableFuture<Long> result = new CompletableFuture<>();
        synchronized (asked) {
            asked.add(result);
        }
        return result;
    }

    void onSnapshotWritten(final long position, final long atSequence) {
        snapshotPosition = position;
        snapshotSequence = atSequence;
    }

    /** Called often by the service's thread: begins a snapshot that is asked for or due, and tells when one is done. */
    int snapshotWork(final long nowNanos) {
        if (!hasSnapshotTime) {
            hasSnapshotTime = true;
            snapshotNanos = nowNanos;
            snapshotSequence = sequence;
        }
        if (snapshotToggle == null) {
            return 0;
        }
        return isSnapshotRunning ? awaitSnapshot(nowNanos) : beginSnapshot(nowNanos);
    }

    private int beginSnapshot(final long nowNanos) {
        synchronized (asked) {
            if (asked.isEmpty() && !isDue(nowNanos)) {
                return 0;
            }
            snapshotsBefore = snapshotCounter.get();
            if (!isLeader || !ClusterControl.ToggleState.SNAPSHOT.toggle(snapshotToggle)) {
                return 0;
            }
            running.addAll(asked);
            asked.clear();
        }
        isSnapshotRunning = true;
        return 1;
    }

    private boolean isDue(final long nowNanos) {
        final long events = sequence - snapshotSequence;
        return events > 0
                && ((snapshotIntervalNanos > 0 && nowNanos - snapshotNanos >= snapshotIntervalNanos)
                        || (snapshotEvents > 0 && events >= snapshotEvents));
    }

    private int awaitSnapshot(final long nowNanos) {
        if (snapshotCounter.isClosed() || snapshotCounter.get() == snapshotsBefore) {
            return 0;
        }
        isSnapshotRunning = false;
        snapshotNanos = nowNanos;
        for (CompletableFuture<Long> each = running.poll(); each != null; each = running.poll()) {
            each.complete(snapshotPosition);
        }
        return 1;
    }

    /** From now on `nanos` is told how long each command took. */
    void timing(final LongConsumer nanos) {
        commandNanos = nanos;
    }

    /** @return who is told how long each command took, null for nobody */
    LongConsumer timing() {
        return commandNanos;
    }
}
