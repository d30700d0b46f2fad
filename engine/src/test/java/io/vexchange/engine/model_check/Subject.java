package io.vexchange.engine.model_check;

import java.util.List;

/** What is audited. Items are SBE messages with their header, in the order in which they were told. */
interface Subject {
    List<byte[]> apply(long timeMicros, byte[] command);

    List<byte[]> onTime(long timeMicros);

    long sequence();

    long trimmedSequence();

    long nextDueMicros();

    List<byte[]> image();

    List<byte[]> snapshot();

    /** A new one that has read the records of a snapshot. */
    Subject restored(List<byte[]> records);

    /** Throws when it finds itself broken. */
    void checkInvariants();
}
