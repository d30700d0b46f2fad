package io.vexchange.fix;

import io.vexchange.engine.client.Instrument;
import io.vexchange.fix.market.Entry;
import io.vexchange.fix.market.PublicBook;
import io.vexchange.fix.market.Window;
import java.util.ArrayList;
import java.util.List;

/** Everybody who is told of an instrument in the same form. The publisher's thread only. */
final class MarketDataChannel {
    private final MarketDataForm form;
    private final List<MarketDataSubscription> members = new ArrayList<>();
    private Window window;

    MarketDataChannel(final MarketDataForm form) {
        this.form = form;
    }

    MarketDataForm form() {
        return form;
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    List<MarketDataSubscription> members() {
        return members;
    }

    /** @param book as its members are shown it next */
    void begin(final PublicBook book) {
        window = form.depth() > 0 ? new Window(form.depth(), form.byOrder(), book) : null;
    }

    static String snapshot(final MarketDataForm form, final Instrument instrument, final PublicBook book) {
        final List<Entry> shown = new ArrayList<>();
        for (final Entry each : book.show(form.byOrder(), form.depth())) {
            if (form.shows(each)) {
                shown.add(each);
            }
        }
        return new MarketDataText(instrument, form.extensions()).snapshot(shown, book.publicSequence());
    }

    /**
     * Tells its members what has happened.
     *
     * @param instrument of the channel
     * @param book after it
     * @param entries what has happened, in order
     */
    void publish(final Instrument instrument, final PublicBook book, final List<Entry> entries) {
        final List<Entry> told = new ArrayList<>(entries.size());
        for (final Entry each : entries) {
            if (form.shows(each) && (window == null || each.view() == Entry.View.ALL)) {
                told.add(each);
            }
        }
        if (window != null) {
            for (final Entry each : window.move(book)) {
                if (form.shows(each)) {
                    told.add(each);
                }
            }
        }
        if (told.isEmpty()) {
            return;
        }
        final String msgType = form.isFull() ? "W" : "X";
        final List<String> bodies = form.isFull()
                ? List.of(snapshot(form, instrument, book))
                : new MarketDataText(instrument, form.extensions()).increments(told);
        for (final MarketDataSubscription each : members) {
            if (!each.isBehind) {
                each.isBehind = !sendAll(each, msgType, bodies);
            }
        }
    }

    /** Half of it sent is as good as nothing: a W follows. */
    private static boolean sendAll(final MarketDataSubscription to, final String msgType, final List<String> bodies) {
        for (final String each : bodies) {
            if (!to.keepsUp() || !to.send(msgType, each)) {
                return false;
            }
        }
        return true;
    }
}
