package io.vexchange.fixclient.trading;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** ClOrdIDs no other run has used: the time at which the run began, a counter, and the order's name for a person's eyes. */
final class RequestIds {
    private static final int LONGEST = 36;

    private final String run;
    private final AtomicInteger counter = new AtomicInteger();

    RequestIds(final long startMillis) {
        run = Long.toString(startMillis, 36).toUpperCase(Locale.ROOT);
    }

    /** A fresh id that ends in this word. */
    String next(final String word) {
        final String id = run + "-" + counter.incrementAndGet() + "-" + word;
        return id.length() > LONGEST ? id.substring(0, LONGEST) : id;
    }

    /** The word an id of this run ends in; an id of another run as it is; - for none. */
    String wordOf(final String id) {
        if (id == null) {
            return "-";
        }
        return id.startsWith(run + "-") ? id.substring(id.indexOf('-', run.length() + 1) + 1) : id;
    }
}
