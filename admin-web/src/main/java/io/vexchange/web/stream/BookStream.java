package io.vexchange.web.stream;

import io.vexchange.web.market.BookWindow;
import io.vexchange.web.market.MarketView;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * One book at one depth, for all who watch it. The first change after quiet goes out at once, then at most one frame each 50 ms, and only
 * when the window changed. The hub's thread only.
 */
final class BookStream {
    static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final MarketView market;
    private final String symbol;
    private final int depth;
    private final BookFrames frames;
    private final Set<BookSlot> slots = new LinkedHashSet<>();
    private BookWindow shown;
    private String snapshot;
    private boolean dirty;
    private long nextNanos;

    BookStream(final MarketView market, final String symbol, final int depth, final long nowNanos) {
        this.market = market;
        this.symbol = symbol;
        this.depth = depth;
        this.frames = new BookFrames(symbol, depth, market.scale(symbol));
        this.shown = market.window(symbol, depth);
        this.nextNanos = nowNanos;
    }

    String symbol() {
        return symbol;
    }

    int depth() {
        return depth;
    }

    int viewers() {
        return slots.size();
    }

    boolean isWatched() {
        return !slots.isEmpty();
    }

    void add(final BookSlot slot) {
        slots.add(slot);
    }

    void remove(final BookSlot slot) {
        slots.remove(slot);
    }

    boolean isDirty() {
        return dirty;
    }

    /** The book has changed, perhaps outside the window. */
    void touch() {
        dirty = true;
    }

    /** @return when a frame may go out next */
    long nextNanos() {
        return nextNanos;
    }

    /** @return the snapshot of what was shown last; encoded once for all who need it */
    String snapshot() {
        if (snapshot == null) {
            snapshot = frames.snapshot(shown);
        }
        return snapshot;
    }

    /** Sends what has changed, if it is time. */
    void emit(final long nowNanos) {
        if (!dirty || nowNanos - nextNanos < 0) {
            return;
        }
        dirty = false;
        final BookWindow now = market.window(symbol, depth);
        final String delta = frames.delta(shown, now);
        if (delta == null) {
            nextNanos = nowNanos + LOOK_NANOS;
            return;
        }
        nextNanos = nowNanos + INTERVAL_NANOS;
        shown = now;
        snapshot = null;
        for (final BookSlot slot : slots) {
            slot.offer(delta);
        }
    }
}
