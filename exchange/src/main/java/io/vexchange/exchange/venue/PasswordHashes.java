package io.vexchange.exchange.venue;

import io.vexchange.exchange.config.VenueSeed;
import io.vexchange.web.access.Passwords;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Hashes the seed's passwords, each with a salt of its own, on all processors and ahead of time: they take longer than anything else a
 * first start does. Thread-safe.
 */
final class PasswordHashes implements AutoCloseable {
    private final ExecutorService workers =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), work -> {
                final Thread thread = new Thread(work, "password-hash");
                thread.setDaemon(true);
                return thread;
            });
    private final Map<Object, CompletableFuture<String>> begun = new ConcurrentHashMap<>();

    /** Begins with all of them, in the order in which they will be wanted. */
    void begin(final VenueSeed seed) {
        seed.participants().forEach(each -> each.sessions().forEach(it -> begun.put(it, hash(it.password()))));
        seed.users().forEach(each -> begun.put(each, hash(each.password())));
    }

    private CompletableFuture<String> hash(final String password) {
        return password == null
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.supplyAsync(() -> Passwords.hash(password), workers);
    }

    /** @return the hash of its password, null when it has none */
    String of(final VenueSeed.Session session) {
        return begun.computeIfAbsent(session, each -> hash(session.password())).join();
    }

    /** @return the hash of its password, null when it has none */
    String of(final VenueSeed.User user) {
        return begun.computeIfAbsent(user, each -> hash(user.password())).join();
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
