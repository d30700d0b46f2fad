package io.vexchange.exchange.venue;

import io.vexchange.exchange.ExitCode;
import io.vexchange.exchange.StartFailure;
import io.vexchange.exchange.config.ExchangeConfig;
import io.vexchange.exchange.folder.DataFolder;
import io.vexchange.store.DatabaseSettings;
import io.vexchange.store.postgres.Credentials;
import io.vexchange.store.postgres.EmbeddedPostgres;
import io.vexchange.store.postgres.EmbeddedPostgresSettings;
import io.vexchange.store.postgres.PostgresStartException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** The database of the venue: its own PostgreSQL, which starts beside everything else, or the operator's. */
final class Database {
    private final ExchangeConfig.Store config;
    private final CompletableFuture<EmbeddedPostgres> embedded = new CompletableFuture<>();
    private final Thread starting;

    private Database(final ExchangeConfig.Store config, final DataFolder folder) {
        this.config = config;
        this.starting = new Thread(() -> startEmbedded(folder), "postgres-start");
        this.starting.setDaemon(true);
    }

    /** Begins to start it; see {@link #await}. */
    static Database begin(final ExchangeConfig.Store config, final DataFolder folder) {
        final Database database = new Database(config, folder);
        if (config.isEmbedded()) {
            database.starting.start();
        }
        return database;
    }

    private void startEmbedded(final DataFolder folder) {
        try {
            embedded.complete(EmbeddedPostgres.start(new EmbeddedPostgresSettings(
                    folder.path(), config.port(), config.reader().password())));
        } catch (final InterruptedException | RuntimeException e) {
            embedded.completeExceptionally(e);
        }
    }

    /**
     * Waits until the embedded one is up. The operator's may be away: it is waited for while the venue runs.
     *
     * @return where and as whom
     * @throws StartFailure when the embedded one does not start
     * @throws InterruptedException when the venue is stopped meanwhile
     */
    DatabaseSettings await() throws InterruptedException {
        if (!config.isEmbedded()) {
            return new DatabaseSettings(
                    config.jdbcUrl(),
                    credentials(config.owner()),
                    credentials(config.writer()),
                    credentials(config.reader()));
        }
        try {
            return DatabaseSettings.of(embedded.get());
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof PostgresStartException refused) {
                throw new StartFailure(code(refused), refused.getMessage(), refused);
            }
            throw new StartFailure(
                    ExitCode.DATABASE,
                    "PostgreSQL does not start: " + e.getCause().getMessage(),
                    e);
        }
    }

    private static ExitCode code(final PostgresStartException refused) {
        return switch (refused.reason()) {
            case PORT_IN_USE -> ExitCode.PORT_IN_USE;
            case FOLDER_IN_USE -> ExitCode.DATA_FOLDER;
            case WRONG_VERSION, CANNOT_RUN -> ExitCode.DATABASE;
        };
    }

    private static Credentials credentials(final ExchangeConfig.Login login) {
        return new Credentials(login.user(), login.password());
    }

    /** @return for the ready line: with the reader's login where that is no secret; only after {@link #await} */
    String shownUrl() {
        if (!config.isEmbedded()) {
            return config.jdbcUrl().replaceFirst("\\?.*", "");
        }
        final EmbeddedPostgres running = embedded.join();
        final boolean isDemo = DemoCredentials.PASSWORD.equals(config.reader().password());
        return running.jdbcUrl()
                + (isDemo ? "?user=" + running.reader().user() + "&password=" + DemoCredentials.PASSWORD : "");
    }

    /** @return the reader's password, null when only the URL knows it */
    String readerPassword() {
        return config.reader().password();
    }

    /** Stops it, also while it starts. */
    void close() throws InterruptedException {
        if (!config.isEmbedded()) {
            return;
        }
        starting.interrupt();
        starting.join();
        if (!embedded.isCompletedExceptionally()) {
            try {
                embedded.join().close();
            } catch (final CompletionException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
