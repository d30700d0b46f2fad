package io.vexchange.web.venue;

import io.vexchange.web.access.Credentials;
import io.vexchange.web.access.LogInDelays;
import io.vexchange.web.access.Passwords;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Checks passwords, on two threads of its own: each takes 90 ms of a processor. An unknown user costs as much as a wrong password, and both
 * are told after the same delay. Threads: any.
 */
public final class LogIns implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int WAITING = 200;
    /** The hash of no password anybody knows, so that an unknown user takes as long as a known one. */
    private static final String NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$27YO2cjWqTyC7clFcRjxRQ$c/LzRfqXG0cAePABfH0K+rcXZCIC9UOcq7PLXp6ykf0";

    private final LogInDelays delays = new LogInDelays(System::nanoTime);
    private final ThreadPoolExecutor checks =
            new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> {
                final Thread thread = new Thread(work, "vex-passwords");
                thread.setDaemon(true);
                return thread;
            });

    /** Makes the two threads, which end when they have nothing to do. */
    public LogIns() {
        checks.allowCoreThreadTimeOut(true);
    }

    /**
     * @param credentials of the venue, asked once it is this attempt's turn
     * @param user as given
     * @param password as given
     * @param address of the caller
     * @return what lets him in; completes with BAD_CREDENTIALS, RATE_LIMITED or BUSY otherwise
     */
    public CompletableFuture<Credentials.Login> check(
            final Supplier<Credentials> credentials, final String user, final String password, final String address) {
        final LogInDelays.Turn turn = delays.begin(user, address);
        if (turn == null) {
            throw ProblemException.ofRetry(Problems.RATE_LIMITED, "too many attempts wait already", 30);
        }
        return after(turn.waitNanos())
                .thenApplyAsync(
                        nothing -> {
                            final Credentials.Login login = credentials.get().login(user);
                            final boolean isRight =
                                    Passwords.matches(password, login == null ? NOBODY : login.passwordHash());
                            return login != null && isRight ? login : null;
                        },
                        this::check)
                .thenCompose(login -> {
                    if (login != null) {
                        delays.right(user, address);
                        return CompletableFuture.completedFuture(login);
                    }
                    return after(turn.delayNanos()).thenCompose(nothing -> wrong());
                });
    }

    private static CompletableFuture<Credentials.Login> wrong() {
        return CompletableFuture.failedFuture(
                new ProblemException(Problems.BAD_CREDENTIALS, "the user or the password is wrong"));
    }

    private void check(final Runnable work) {
        try {
            checks.execute(work);
        } catch (final RejectedExecutionException e) {
            throw ProblemException.ofRetry(Problems.BUSY, "too many passwords to check", 5);
        }
    }

    /**
     * Hashes a password on the same threads.
     *
     * @param password in clear text
     * @return its hash; completes with BUSY when too many wait
     */
    public CompletableFuture<String> hash(final String password) {
        return CompletableFuture.completedFuture(password).thenApplyAsync(Passwords::hash, this::check);
    }

    private static CompletableFuture<Void> after(final long nanos) {
        if (nanos == 0) {
            return CompletableFuture.completedFuture(null);
        }
        final Executor later = CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS);
        return CompletableFuture.runAsync(() -> {}, later);
    }

    @Override
    public void close() {
        checks.shutdownNow();
    }
}
