package io.vexchange.engine.cluster;

import io.vexchange.engine.EventSink;
import org.agrona.DirectBuffer;

/** The state machine behind the log, as its host sees it. One thread. */
interface Replica {
    /** Applies one command after all that is due; ends with {@code Applied}. */
    void apply(long timeMicros, DirectBuffer buffer, int offset, int length, EventSink sink);

    /** Does what is due. */
    void onTime(long timeMicros, EventSink sink);

    /** When something is due next; {@link Long#MAX_VALUE}: never. */
    long nextDueMicros();

    /** The newest event. */
    long sequence();

    /** The newest event that is cut from the outbox. */
    long trimmedSequence();

    /** Writes a state image for live readers. */
    void writeImage(EventSink sink);

    /** Writes everything that {@link #readSnapshot} needs, canonically. */
    void writeSnapshot(EventSink sink);

    /** Takes one record of a snapshot, in order, on a new instance. */
    void readSnapshot(DirectBuffer buffer, int offset, int length);

    /** Throws when the state contradicts itself. */
    void checkInvariants();
}
