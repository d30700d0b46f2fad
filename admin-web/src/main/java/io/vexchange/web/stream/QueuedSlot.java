package io.vexchange.web.stream;

import java.util.function.Consumer;

/** A subscription whose frames are never left out: they go through the viewer's queue, none waits here. The hub's thread only. */
final class QueuedSlot implements Slot {
    private final Viewer viewer;
    private final Consumer<QueuedSlot> onEnd;

    QueuedSlot(final Viewer viewer, final Consumer<QueuedSlot> onEnd) {
        this.viewer = viewer;
        this.onEnd = onEnd;
    }

    void enqueue(final String frame) {
        viewer.enqueue(frame);
    }

    Viewer viewer() {
        return viewer;
    }

    @Override
    public String take() {
        return null;
    }

    @Override
    public boolean isWaiting() {
        return false;
    }

    @Override
    public void end() {
        onEnd.accept(this);
    }
}
