package io.vexchange.web.stream;

/** A conflated subscription of a viewer: it holds at most one frame, the newest state. The hub's thread only. */
interface Slot {
    /** @return the next frame, taken out; null when there is none */
    String take();

    /** @return true when {@link #take} has one */
    boolean isWaiting();

    /** The subscription ends. */
    void end();
}
