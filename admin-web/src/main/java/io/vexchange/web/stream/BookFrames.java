package io.vexchange.web.stream;

import io.vexchange.web.json.Json;
import io.vexchange.web.json.Times;
import io.vexchange.web.market.BookWindow;
import io.vexchange.web.market.Levels;
import io.vexchange.web.market.Scale;

/** Writes the frames of one book stream. */
final class BookFrames {
    private final String symbol;
    private final int depth;
    private final Scale scale;

    BookFrames(final String symbol, final int depth, final Scale scale) {
        this.symbol = symbol;
        this.depth = depth;
        this.scale = scale;
    }

    /** @return a snapshot of the window */
    String snapshot(final BookWindow window) {
        final StringBuilder out = new StringBuilder(
                256 + 64 * (window.bids().size() + window.asks().size()));
        head(out, "snapshot").append(",\"seq\":").append(window.seq());
        out.append(",\"bids\":");
        all(out, window.bids());
        out.append(",\"asks\":");
        all(out, window.asks());
        return foot(out, window);
    }

    /** @return the delta that makes `now` of `before`, or null when the windows are equal */
    String delta(final BookWindow before, final BookWindow now) {
        final StringBuilder out = new StringBuilder(512);
        head(out, "delta").append(",\"prevSeq\":").append(before.seq());
        out.append(",\"seq\":").append(now.seq());
        out.append(",\"bids\":");
        final int bids = changes(out, before.bids(), now.bids(), -1);
        out.append(",\"asks\":");
        final int asks = changes(out, before.asks(), now.asks(), 1);
        return bids + asks == 0 ? null : foot(out, now);
    }

    private StringBuilder head(final StringBuilder out, final String type) {
        out.append("{\"type\":\"").append(type).append("\",\"channel\":\"book\",\"symbol\":");
        Json.quote(out, symbol);
        return out.append(",\"depth\":").append(depth);
    }

    private static String foot(final StringBuilder out, final BookWindow window) {
        return out.append(",\"time\":\"")
                .append(Times.text(window.timeMicros()))
                .append("\"}")
                .toString();
    }

    private void all(final StringBuilder out, final Levels levels) {
        out.append('[');
        for (int i = 0; i < levels.size(); i++) {
            level(out, i == 0, levels.ticks()[i], levels.lots()[i], levels.orders()[i]);
        }
        out.append(']');
    }

    /** Both lists are in order of price; `direction` 1: ascending, -1: descending. */
    private int changes(final StringBuilder out, final Levels before, final Levels now, final int direction) {
        out.append('[');
        int changed = 0;
        int b = 0;
        int n = 0;
        while (b < before.size() || n < now.size()) {
            final int order = b == before.size()
                    ? 1
                    : n == now.size() ? -1 : direction * Long.compare(before.ticks()[b], now.ticks()[n]);
            if (order < 0) {
                level(out, changed++ == 0, before.ticks()[b++], 0, 0);
            } else if (order > 0) {
                level(out, changed++ == 0, now.ticks()[n], now.lots()[n], now.orders()[n]);
                n++;
            } else {
                if (before.lots()[b] != now.lots()[n] || before.orders()[b] != now.orders()[n]) {
                    level(out, changed++ == 0, now.ticks()[n], now.lots()[n], now.orders()[n]);
                }
                b++;
                n++;
            }
        }
        out.append(']');
        return changed;
    }

    private void level(
            final StringBuilder out, final boolean first, final long ticks, final long lots, final int orders) {
        if (!first) {
            out.append(',');
        }
        out.append("{\"price\":\"").append(scale.price(ticks));
        out.append("\",\"quantity\":\"").append(lots == 0 ? "0" : scale.quantity(lots));
        out.append("\",\"orderCount\":").append(orders).append('}');
    }
}
