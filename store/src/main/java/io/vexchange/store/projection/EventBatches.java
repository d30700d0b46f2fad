package io.vexchange.store.projection;

import io.vexchange.engine.client.Directory;
import java.sql.SQLException;
import org.agrona.DirectBuffer;

/** Gathers past events to batches and has each written before the next is begun. One thread. */
final class EventBatches {
    private static final int BATCH_EVENTS = 2_000;

    /** Writes a batch. */
    @FunctionalInterface
    interface Target {
        /** @param first event of the batch */
        void write(long first, Batch batch) throws SQLException, InterruptedException;
    }

    /** Carries what ends the writing through the reader of the log. */
    private static final class BrokenOffException extends RuntimeException {
        private static final long serialVersionUID = 1;

        BrokenOffException(final Exception cause) {
            super(cause);
        }
    }

    private final Words words;
    private final Directory directory;
    private final KnownTotals totals;
    private final Target target;
    private Batch batch;
    private long first;

    EventBatches(final Words words, final Directory directory, final KnownTotals totals, final Target target) {
        this.words = words;
        this.directory = directory;
        this.totals = totals;
        this.target = target;
        batch = new Batch(words, directory, totals);
    }

    /**
     * Reads and writes events.
     *
     * @param seen sees each event before it is taken
     */
    void read(
            final EventHistory history, final long afterSequence, final long toSequence, final EventHistory.Events seen)
            throws SQLException, InterruptedException {
        try {
            history.read(afterSequence, toSequence, (sequence, buffer, offset, length) -> {
                seen.onEvent(sequence, buffer, offset, length);
                add(sequence, buffer, offset, length);
            });
        } catch (final BrokenOffException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw refused;
            }
            throw (InterruptedException) e.getCause();
        }
        flush();
    }

    private void add(final long sequence, final DirectBuffer buffer, final int offset, final int length) {
        if (batch.events() == 0) {
            first = sequence;
        }
        batch.add(Item.copy(sequence, Events.templateId(buffer, offset), buffer, offset, length));
        if (batch.events() >= BATCH_EVENTS) {
            try {
                flush();
            } catch (final SQLException | InterruptedException e) {
                throw new BrokenOffException(e);
            }
        }
    }

    private void flush() throws SQLException, InterruptedException {
        if (batch.events() > 0) {
            target.write(first, batch);
            batch = new Batch(words, directory, totals);
        }
    }
}
