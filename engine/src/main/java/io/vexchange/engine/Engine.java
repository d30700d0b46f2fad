package io.vexchange.engine;

import io.vexchange.engine.command.CoreParts;
import io.vexchange.engine.command.Dispatcher;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.snapshot.Image;
import io.vexchange.engine.snapshot.Invariants;
import io.vexchange.engine.snapshot.SnapshotReader;
import io.vexchange.engine.snapshot.SnapshotWriter;
import org.agrona.DirectBuffer;

/**
 * The matching engine: a deterministic state machine. Commands come in through {@link #apply}, everything they cause goes to the sink, and
 * nothing else influences it. The same snapshot and the same commands give the same bytes on any machine.
 *
 * <p>One thread. A command that is wrong is refused with a code; an {@link IllegalStateException} means that the state contradicts itself
 * and that this engine must not go on.
 */
public final class Engine {
    private final CoreParts parts;
    private final Dispatcher dispatcher;
    private final Image image;
    private final SnapshotWriter snapshotWriter;
    private final SnapshotReader snapshotReader;
    private final Invariants invariants;

    /** @param limits the bounds; the same on all members and in every replay */
    public Engine(final EngineLimits limits) {
        parts = new CoreParts(limits.endedIds(), limits.gtcDays(), limits.keptTrades(), limits.outboxEvents());
        dispatcher = new Dispatcher(parts, limits.outboxEvents(), limits.liveOrders());
        image = new Image(parts);
        snapshotWriter = new SnapshotWriter(parts);
        snapshotReader = new SnapshotReader(parts);
        invariants = new Invariants(parts);
    }

    /**
     * Applies one command, after everything that is due. The last item is {@code Applied}.
     *
     * @param timeMicros of the log entry, microseconds since the epoch; the engine's time never falls
     * @param buffer holds the command
     * @param offset of its SBE header
     * @param length bytes, header included
     * @param sink takes what it causes
     */
    public void apply(
            final long timeMicros,
            final DirectBuffer buffer,
            final int offset,
            final int length,
            final EventSink sink) {
        parts.log.begin(sink);
        advance(timeMicros);
        dispatcher.apply(buffer, offset, length);
        finish();
    }

    /**
     * Does what is due; ends with {@code Applied} of client 0 when anything was.
     *
     * @param timeMicros of the log entry, microseconds since the epoch
     * @param sink takes what it causes
     */
    public void onTime(final long timeMicros, final EventSink sink) {
        parts.log.begin(sink);
        final long before = parts.log.sequence();
        advance(timeMicros);
        if (parts.log.sequence() != before) {
            parts.replies.applied(0, 0, 0, Code.NONE, 0);
        }
        finish();
    }

    private void advance(final long timeMicros) {
        parts.log.timeMicros = Math.max(parts.log.timeMicros, timeMicros);
        parts.day.work();
    }

    private void finish() {
        parts.orders.trim();
        parts.log.endEntry();
    }

    /** @return when something is due next, microseconds since the epoch; {@link Long#MAX_VALUE}: nothing */
    public long nextDueMicros() {
        return parts.day.nextDueMicros();
    }

    /** @return the newest event */
    public long sequence() {
        return parts.log.sequence();
    }

    /** @return a hash of every event so far: two engines that have told the same have the same */
    public long eventHash() {
        return parts.log.hash().value();
    }

    /** @return entries of the log so far: commands and timers, refused ones too */
    public long entries() {
        return parts.log.hash().entries();
    }

    /** @return the newest multiple of 10,000 entries, at which {@link #comparedHash} was noted; 0: none yet */
    public long comparedEntries() {
        return parts.log.hash().notedEntries();
    }

    /** @return the event hash as it was at {@link #comparedEntries}, for members to compare */
    public long comparedHash() {
        return parts.log.hash().notedValue();
    }

    /** @return the newest event that all durable consumers have */
    public long trimmedSequence() {
        return parts.log.trimmedSequence();
    }

    /** @return the upper half of the log's identity, 0 before it is opened */
    public long logIdHigh() {
        return parts.identity.high;
    }

    /** @return the lower half of the log's identity */
    public long logIdLow() {
        return parts.identity.low;
    }

    /**
     * Writes the state as live readers need it, from {@code ImageBegin} to {@code ImageEnd}. Between commands only.
     *
     * @param sink takes the records
     */
    public void writeImage(final EventSink sink) {
        image.write(sink);
    }

    /**
     * Writes everything {@link #readSnapshot} needs. The same state gives the same bytes. Between commands only.
     *
     * @param sink takes the records
     */
    public void writeSnapshot(final EventSink sink) {
        snapshotWriter.write(sink);
    }

    /**
     * Takes one record of a snapshot, all of them in the order in which they were written, on a new engine.
     *
     * @param buffer holds the record
     * @param offset where it begins
     * @param length bytes
     * @throws IllegalStateException when it is no record of a known version, or out of place
     */
    public void readSnapshot(final DirectBuffer buffer, final int offset, final int length) {
        snapshotReader.read(buffer, offset, length);
    }

    /**
     * Looks through the whole state. Between commands only.
     *
     * @throws IllegalStateException naming what is broken
     */
    public void checkInvariants() {
        invariants.check();
    }
}
