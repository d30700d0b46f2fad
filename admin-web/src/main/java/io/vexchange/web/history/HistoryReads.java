package io.vexchange.web.history;

import io.vexchange.web.access.Principal;
import io.vexchange.web.http.Answer;
import io.vexchange.web.http.Call;
import io.vexchange.web.http.Csv;
import io.vexchange.web.order.LastCommands;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads of the history as a user may make them: it waits, at most 2 s, until the tables show his last command; what the database cannot
 * answer is a problem.
 */
public final class HistoryReads {
    private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int RETRY_SECONDS = 5;

    private final Supplier<History> history;
    private final LastCommands lastCommands;

    /**
     * @param history asked for at each call
     * @param lastCommands what each user has done last
     */
    public HistoryReads(final Supplier<History> history, final LastCommands lastCommands) {
        this.history = history;
        this.lastCommands = lastCommands;
    }

    /**
     * @param call who asks
     * @param query of the history
     * @return its answer, with the position it shows
     */
    public Answer answer(final Call call, final Function<History, Object> query) {
        return guarded(() -> {
            final History from = history.get();
            final long position = position(call, from);
            return Answer.ok(query.apply(from)).at(position);
        });
    }

    /**
     * A list as CSV.
     *
     * @param <T> shape of a row
     */
    @FunctionalInterface
    public interface Pieces<T extends Record> {
        /**
         * @param from the history
         * @param last row of the piece before, null for the first
         * @param limit at most
         * @return the rows that follow
         */
        List<T> after(History from, T last, int limit);
    }

    /**
     * @param call who asks
     * @param shape of a row
     * @param pieces of the list
     * @param <T> shape of a row
     * @return all rows, written as they are fetched
     */
    public <T extends Record> Answer csv(final Call call, final Class<T> shape, final Pieces<T> pieces) {
        return guarded(() -> {
            final History from = history.get();
            final long position = position(call, from);
            return Answer.ok(Csv.Body.of(shape, (last, limit) -> pieces.after(from, last, limit)))
                    .at(position);
        });
    }

    /**
     * @param query of the history
     * @param <T> what it gives
     * @return it; nothing is waited for
     */
    public <T> T read(final Function<History, T> query) {
        return guarded(() -> query.apply(history.get()));
    }

    /** @return whether PostgreSQL answers now */
    public boolean isThere() {
        try {
            history.get().position();
            return true;
        } catch (final HistoryUnavailableException e) {
            return false;
        }
    }

    private static <T> T guarded(final Supplier<T> query) {
        try {
            return query.get();
        } catch (final HistoryUnavailableException e) {
            throw e.isTimeout()
                    ? ProblemException.ofRetry(Problems.QUERY_TIMEOUT, "the query took too long", RETRY_SECONDS)
                    : ProblemException.ofRetry(
                            Problems.STORE_UNAVAILABLE, "PostgreSQL does not answer; trading goes on", RETRY_SECONDS);
        }
    }

    private long position(final Call call, final History from) {
        long wanted = call.whole("minEventSequence", 0, Long.MAX_VALUE, 0);
        if (call.principal() != null) {
            wanted = Math.max(wanted, lastCommands.of(call.principal().userId()));
        }
        final long began = System.nanoTime();
        long position = from.position();
        while (position < wanted && System.nanoTime() - began < WAIT_NANOS) {
            LockSupport.parkNanos(LOOK_NANOS);
            position = from.position();
        }
        return position;
    }

    /**
     * The accounts a list is about.
     *
     * @param call with an {@code account} parameter or without
     * @return null for all there are
     * @throws ProblemException ACCOUNT_NOT_ALLOWED for one the caller may not see
     */
    public static List<String> accounts(final Call call) {
        final Principal principal = call.principal();
        final List<String> named = call.words("account");
        for (final String name : named) {
            if (!principal.maySee(name)) {
                throw ProblemException.ofField(
                        Problems.ACCOUNT_NOT_ALLOWED, "account", "account=" + name + " is not one of yours");
            }
        }
        if (!named.isEmpty()) {
            return named;
        }
        return principal.role().isStaff() ? null : principal.accounts();
    }
}
