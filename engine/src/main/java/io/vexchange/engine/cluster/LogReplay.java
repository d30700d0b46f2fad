package io.vexchange.engine.cluster;

import io.vexchange.engine.EngineLimits;
import io.vexchange.engine.EventSink;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Makes the events of a log again, in an engine of its own, without touching the venue that wrote it. Snapshots on the way are compared
 * with the state as replayed. One thread.
 */
public final class LogReplay {
    /** Takes events. */
    @FunctionalInterface
    public interface Events {
        /**
         * @param sequence of the event
         * @param buffer holds it, reused
         * @param offset of its SBE header
         * @param length bytes
         */
        void onEvent(long sequence, DirectBuffer buffer, int offset, int length);
    }

    /**
     * What a replay came to.
     *
     * @param logPosition how far the log was read
     * @param entries commands and timers that were applied
     * @param sequence of the newest event
     * @param snapshots how many were compared with the state, and are equal
     * @param logIdHigh identity of the log, 0 before it was opened
     * @param logIdLow its other half
     * @param stateHash of the state at the end
     */
    public record Result(
            long logPosition,
            long entries,
            long sequence,
            int snapshots,
            long logIdHigh,
            long logIdLow,
            long stateHash) {}

    private static final class Sink implements EventSink {
        final MutableDirectBuffer item = new UnsafeBuffer(new byte[MAX_ITEM_LENGTH]);
        final long afterSequence;
        final long toSequence;
        final Events events;

        Sink(final long afterSequence, final long toSequence, final Events events) {
            this.afterSequence = afterSequence;
            this.toSequence = toSequence;
            this.events = events;
        }

        @Override
        public int claim(final int maxLength) {
            return 0;
        }

        @Override
        public MutableDirectBuffer buffer() {
            return item;
        }

        @Override
        public void commit(final int length, final long sequence) {
            if (sequence > afterSequence && sequence <= toSequence) {
                events.onEvent(sequence, item, 0, length);
            }
        }
    }

    private static final class HashSink implements EventSink {
        final MutableDirectBuffer item = new UnsafeBuffer(new byte[MAX_ITEM_LENGTH]);
        final SnapshotHash hash = new SnapshotHash();

        @Override
        public int claim(final int maxLength) {
            return 0;
        }

        @Override
        public MutableDirectBuffer buffer() {
            return item;
        }

        @Override
        public void commit(final int length, final long sequence) {
            hash.add(item, 0, length);
        }
    }

    private final class Applying implements CommandLog.Entries {
        final Sink sink;
        final Deque<CommandLog.SnapshotEntry> comparing;
        long entries;
        int compared;

        Applying(final Sink sink, final Deque<CommandLog.SnapshotEntry> comparing) {
            this.sink = sink;
            this.comparing = comparing;
        }

        @Override
        public void onCommand(
                final long position,
                final long timeMicros,
                final DirectBuffer buffer,
                final int offset,
                final int length) {
            try {
                replica.apply(timeMicros, buffer, offset, length, sink);
            } catch (final IllegalStateException | IndexOutOfBoundsException | NullPointerException e) {
                throw new LogDamagedException(
                        "the entry before log position " + position + " can not be applied: " + e, e);
            }
            applied(position);
        }

        @Override
        public void onTimer(final long position, final long timeMicros) {
            try {
                replica.onTime(timeMicros, sink);
            } catch (final IllegalStateException | IndexOutOfBoundsException | NullPointerException e) {
                throw new LogDamagedException(
                        "the timer before log position " + position + " can not be applied: " + e, e);
            }
            applied(position);
        }

        @Override
        public void onOther(final long position) {
            compareAt(position);
        }

        private void applied(final long position) {
            entries++;
            compareAt(position);
        }

        private void compareAt(final long position) {
            while (!comparing.isEmpty() && comparing.peekFirst().logPosition() <= position) {
                compare(comparing.pollFirst());
                compared++;
            }
        }
    }

    private final CommandLog log;
    private final EngineLimits limits;
    private final CoreReplica replica;

    /**
     * @param dataDirectory of the venue
     * @param limits with which it ran
     * @throws LogDamagedException when there is no log
     */
    public LogReplay(final Path dataDirectory, final EngineLimits limits) {
        log = new CommandLog(dataDirectory);
        this.limits = limits;
        replica = new CoreReplica(limits);
    }

    /**
     * Replays from the beginning.
     *
     * @param until log position behind which nothing is looked at
     * @param afterSequence events up to this one are not told
     * @param toSequence events behind this one are not told
     * @param isDeep true: the kept snapshots are compared with the state at their places
     * @param events takes the events
     * @return what it came to
     * @throws LogDamagedException when the log is damaged, cut, can not be applied, or a snapshot is another state
     */
    public Result run(
            final long until,
            final long afterSequence,
            final long toSequence,
            final boolean isDeep,
            final Events events) {
        if (log.startPosition() != 0) {
            throw new LogDamagedException("the log has been cut: it begins at position " + log.startPosition());
        }
        final Applying applying = new Applying(
                new Sink(afterSequence, toSequence, events),
                isDeep ? new ArrayDeque<>(log.snapshots()) : new ArrayDeque<>());
        final long position = log.read(0, until, applying);
        replica.checkInvariants();
        return new Result(
                position,
                applying.entries,
                replica.sequence(),
                applying.compared,
                replica.logIdHigh(),
                replica.logIdLow(),
                hash(replica));
    }

    private void compare(final CommandLog.SnapshotEntry entry) {
        final CoreReplica other = new CoreReplica(limits);
        final Outbox outbox = new Outbox();
        final SnapshotReader reader = new SnapshotReader(other, outbox);
        try {
            log.snapshot(entry)
                    .read(0, Long.MAX_VALUE, (position, buffer, offset, length) -> reader.take(buffer, offset, length));
            reader.finish();
        } catch (final IllegalStateException e) {
            throw new LogDamagedException(
                    "the snapshot at log position " + entry.logPosition() + " can not be read: " + e.getMessage(), e);
        }
        if (hash(other) != hash(replica)) {
            throw new LogDamagedException(
                    "the snapshot at log position " + entry.logPosition() + " is another state than the log gives");
        }
    }

    private static long hash(final Replica state) {
        final HashSink sink = new HashSink();
        state.writeSnapshot(sink);
        return sink.hash.value();
    }
}
