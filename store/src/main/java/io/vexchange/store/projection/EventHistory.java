package io.vexchange.store.projection;

import org.agrona.DirectBuffer;

/** Events that the engine has let go: made again from its log. Used by one thread. */
public interface EventHistory {
    /** Takes events in order. */
    @FunctionalInterface
    interface Events {
        /**
         * @param sequence of the event
         * @param buffer holds it, reused
         * @param offset of its SBE header
         * @param length bytes
         */
        void onEvent(long sequence, DirectBuffer buffer, int offset, int length);
    }

    /**
     * @param afterSequence an event, 0 = none
     * @return null when all events after it can be made again, else why not
     */
    String reasonAgainst(long afterSequence);

    /**
     * Makes events again, without touching the engine that runs.
     *
     * @param afterSequence up to this one they are passed over
     * @param toSequence the last one wanted
     * @param events takes them, on the caller's thread; what it throws ends the reading
     * @throws RuntimeException when the log is damaged
     */
    void read(long afterSequence, long toSequence, Events events);
}
