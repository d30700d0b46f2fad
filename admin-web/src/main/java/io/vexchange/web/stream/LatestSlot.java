package io.vexchange.web.stream;

import java.util.function.Consumer;

/** A viewer's place in a stream of whole states: only the newest is worth sending. The hub's thread only. */
final class LatestSlot implements Slot {
    private final Viewer viewer;
    private final Consumer<LatestSlot> onEnd;
    private String latest;

    LatestSlot(final Viewer viewer, final Consumer<LatestSlot> onEnd) {
        this.viewer = viewer;
        this.onEnd = onEnd;
    }

    void offer(final String next) {
        latest = next;
        viewer.pump();
    }

    @Override
    public boolean isWaiting() {
        return latest != null;
    }

    @Override
    public String take() {
        final String next = latest;
        latest = null;
        return next;
    }

    @Override
    public void end() {
        onEnd.accept(this);
    }
}
