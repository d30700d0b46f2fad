package io.vexchange.engine.event;

import io.vexchange.engine.EventSink;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import org.agrona.MutableDirectBuffer;

/** Numbers the events of the running entry and hands them to its sink. Holds the engine's time, which never falls. */
public final class EventLog {
    private static final int HEADER_LENGTH = MessageHeaderEncoder.ENCODED_LENGTH;

    public long timeMicros;
    /** As yyyymmdd, 0 before the log is opened. */
    public int tradeDay;

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private EventSink sink;
    private long sequence;
    private long trimmedSequence;
    private boolean isRecording;
    private long claimed;
    private int claimedOffset;
    private final EventHash hash = new EventHash();

    /** @return number of the newest event */
    public long sequence() {
        return sequence;
    }

    /** @return number of the newest event that every durable consumer has */
    public long trimmedSequence() {
        return trimmedSequence;
    }

    /** @return how many events wait for durable consumers */
    public long waiting() {
        return sequence - trimmedSequence;
    }

    /** Sets both numbers, when a snapshot is read. */
    public void restore(final long newest, final long trimmed) {
        sequence = newest;
        trimmedSequence = trimmed;
    }

    public void trim(final long upTo) {
        trimmedSequence = upTo;
    }

    /** From now on items go there. */
    public void begin(final EventSink to) {
        sink = to;
        isRecording = false;
    }

    /** From now on items are records of an image or snapshot: they have no number. */
    public void beginRecords(final EventSink to) {
        sink = to;
        isRecording = true;
    }

    /** @return the hash of all events so far */
    public EventHash hash() {
        return hash;
    }

    /** An entry of the log has been applied; nothing may be told until the next begin. */
    public void endEntry() {
        hash.endEntry();
        end();
    }

    /** Nothing may be told until the next begin. */
    public void end() {
        sink = null;
        isRecording = false;
    }

    MessageHeaderEncoder header() {
        return header;
    }

    int claim(final int maxLength) {
        claimedOffset = sink.claim(HEADER_LENGTH + maxLength);
        return claimedOffset;
    }

    MutableDirectBuffer buffer() {
        return sink.buffer();
    }

    /** The number of the event that is being encoded; 0 for a record. */
    long nextSequence() {
        claimed = isRecording ? 0 : ++sequence;
        return claimed;
    }

    void commitEvent(final int encodedLength) {
        if (claimed != 0) {
            hash.add(sink.buffer(), claimedOffset, HEADER_LENGTH + encodedLength);
        }
        sink.commit(HEADER_LENGTH + encodedLength, claimed);
    }

    void commitReply(final int encodedLength) {
        sink.commit(HEADER_LENGTH + encodedLength, 0);
    }
}
