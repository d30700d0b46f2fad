package io.vexchange.fix;

import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How long the answer to a refused logon waits: it doubles with each one of a source and ends with a good logon. Thread-safe. */
final class SourceDelays {
    static final long FIRST_MILLIS = 250;
    static final long LAST_MILLIS = 30_000;
    private static final long FORGOTTEN_MILLIS = 600_000;
    private static final int MOST_SOURCES = 100_000;

    private record Entry(long delayMillis, long atMillis) {}

    private final Map<InetAddress, Entry> sources = new ConcurrentHashMap<>();

    /** @return the delay of this refusal */
    long refused(final InetAddress source, final long nowMillis) {
        if (sources.size() > MOST_SOURCES) {
            sources.values().removeIf(each -> nowMillis - each.atMillis > LAST_MILLIS);
        }
        return sources.merge(
                        source,
                        new Entry(FIRST_MILLIS, nowMillis),
                        (old, first) -> nowMillis - old.atMillis > FORGOTTEN_MILLIS
                                ? first
                                : new Entry(Math.min(LAST_MILLIS, old.delayMillis * 2), nowMillis))
                .delayMillis;
    }

    void succeeded(final InetAddress source) {
        sources.remove(source);
    }
}
