package io.vexchange.web.stream;

/**
 * A viewer's place in a book stream. A delta that is not taken before the next is due makes both void: the viewer gets a snapshot when he
 * is ready again. The hub's thread only.
 */
final class BookSlot implements Slot {
    private final Viewer viewer;
    private final BookStream stream;
    private String delta;
    private boolean behind = true; // begins with a snapshot

    BookSlot(final Viewer viewer, final BookStream stream) {
        this.viewer = viewer;
        this.stream = stream;
    }

    void offer(final String next) {
        if (behind) {
            return;
        }
        if (delta != null) {
            delta = null;
            behind = true;
        } else {
            delta = next;
        }
        viewer.pump();
    }

    @Override
    public boolean isWaiting() {
        return behind || delta != null;
    }

    @Override
    public String take() {
        if (behind) {
            behind = false;
            return stream.snapshot();
        }
        final String next = delta;
        delta = null;
        return next;
    }

    BookStream stream() {
        return stream;
    }

    @Override
    public void end() {
        stream.remove(this);
    }
}
