package io.vexchange.web.live;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Lets changes of entries go one after the other, so that none overwrites what another has just changed. Threads: any. */
final class Turns {
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    /**
     * @param change what to do once the one before has ended
     * @param <T> what it gives
     * @return its outcome
     */
    synchronized <T> CompletableFuture<T> next(final Supplier<CompletableFuture<T>> change) {
        final CompletableFuture<T> mine = last.handle((done, failure) -> null).thenCompose(nothing -> change.get());
        last = mine;
        return mine;
    }
}
