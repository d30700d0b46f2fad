package io.vexchange.web.live;

import io.vexchange.engine.model.Code;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Acts on FIX sessions that gateways are asked to do, by the event that asks. A completion may come before anybody waits for it, so the
 * newest are kept. Threads: any.
 */
final class SessionActs {
    private static final int KEPT = 1_000;

    private final Map<Long, CompletableFuture<Completion>> bySequence = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(final Map.Entry<Long, CompletableFuture<Completion>> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * What a gateway has done.
     *
     * @param code NONE, or why it has not
     * @param undeliveredReports which a reset leaves to drop copies and REST
     * @param sequence of the event that tells it
     */
    record Completion(Code code, long undeliveredReports, long sequence) {}

    synchronized CompletableFuture<Completion> of(final long actSequence) {
        return bySequence.computeIfAbsent(actSequence, each -> new CompletableFuture<>());
    }

    void completed(final long actSequence, final Completion completion) {
        of(actSequence).completeAsync(() -> completion);
    }
}
