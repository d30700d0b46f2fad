package io.vexchange.web.http;

import java.util.concurrent.CompletableFuture;

/** What an operation does; problems are thrown, or complete the future. */
@FunctionalInterface
public interface Action {
    /**
     * @param call the request, all checks of the frame passed
     * @return the answer, now or later
     */
    CompletableFuture<Answer> run(Call call);

    /** An action that answers at once. */
    @FunctionalInterface
    interface Direct {
        /**
         * @param call the request, all checks of the frame passed
         * @return the answer
         */
        Answer run(Call call);
    }
}
