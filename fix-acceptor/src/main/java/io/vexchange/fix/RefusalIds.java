package io.vexchange.fix;

import java.util.concurrent.atomic.AtomicLong;

/** ExecIDs of what the gateway refuses itself: a letter, the moment it started, a count; so none comes twice, ever. Thread-safe. */
final class RefusalIds {
    private static final int RADIX = 36;

    private final String prefix;
    private final AtomicLong count = new AtomicLong();

    RefusalIds(final long startedMillis) {
        this.prefix = "G" + Long.toString(startedMillis, RADIX) + '-';
    }

    String next() {
        return prefix + count.incrementAndGet();
    }
}
