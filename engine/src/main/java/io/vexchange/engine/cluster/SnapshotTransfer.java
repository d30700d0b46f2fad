package io.vexchange.engine.cluster;

import io.aeron.ExclusivePublication;
import io.aeron.FragmentAssembler;
import io.aeron.Image;
import io.aeron.Publication;
import io.aeron.logbuffer.FragmentHandler;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.IdleStrategy;

/** Brings snapshots to the archive and back; waits while the archive is behind. */
final class SnapshotTransfer {
    private static final int FRAGMENT_LIMIT = 64;

    private SnapshotTransfer() {}

    static void write(
            final StateMachine from, final ExclusivePublication publication, final IdleStrategy idleStrategy) {
        from.writeSnapshot((buffer, offset, length) -> offer(publication, idleStrategy, buffer, offset, length));
    }

    private static void offer(
            final ExclusivePublication publication,
            final IdleStrategy idleStrategy,
            final DirectBuffer buffer,
            final int offset,
            final int length) {
        idleStrategy.reset();
        while (true) {
            final long result = publication.offer(buffer, offset, length);
            if (result > 0) {
                return;
            }
            if (result == Publication.CLOSED || result == Publication.MAX_POSITION_EXCEEDED) {
                throw new IllegalStateException("snapshot publication result=" + result);
            }
            idleStrategy.idle();
        }
    }

    static void read(final StateMachine into, final Image image, final IdleStrategy idleStrategy) {
        final boolean[] isComplete = new boolean[1];
        final FragmentHandler assembler = new FragmentAssembler(
                (buffer, offset, length, header) -> isComplete[0] = into.readSnapshot(buffer, offset, length));
        while (!isComplete[0]) {
            final int fragments = image.poll(assembler, FRAGMENT_LIMIT);
            if (fragments == 0 && (image.isClosed() || image.isEndOfStream())) {
                throw new IllegalStateException("the snapshot ends too early: " + into);
            }
            idleStrategy.idle(fragments);
        }
    }
}
