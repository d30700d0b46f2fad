package io.vexchange.web.order;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The newest event each user has been told of as the result of his command: his reads of the history wait for it. Threads: any. */
public final class LastCommands {
    private final Map<Integer, Long> byUser = new ConcurrentHashMap<>();

    /**
     * @param userId who commanded
     * @param sequence the newest event after it
     */
    public void note(final int userId, final long sequence) {
        byUser.merge(userId, sequence, Math::max);
    }

    /**
     * @param userId who reads
     * @return the event his reads must show
     */
    public long of(final int userId) {
        return byUser.getOrDefault(userId, 0L);
    }
}
