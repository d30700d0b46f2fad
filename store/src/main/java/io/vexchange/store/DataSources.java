package io.vexchange.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.vexchange.store.postgres.Credentials;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Pools of connections to the tables. None fails because the server is away now: a connection is waited for at most a second, and one that
 * hangs is given up within seconds.
 */
public final class DataSources {
    private static final int CONNECT_SECONDS = 2;
    private static final int OWNER_SOCKET_SECONDS = 120;
    private static final int WRITER_SOCKET_SECONDS = 5;
    private static final int READER_SOCKET_SECONDS = 15;
    private static final int READER_CONNECTIONS = 8;
    private static final int WRITER_CONNECTIONS = 2;
    private static final long CONNECTION_TIMEOUT_MILLIS = 1_000;
    private static final long VALIDATION_TIMEOUT_MILLIS = 500;
    private static final long KEEPALIVE_MILLIS = 30_000;
    private static final long IDLE_MILLIS = 60_000;

    private DataSources() {}

    /**
     * Single connections as the owner, for migrations and rebuilding.
     *
     * @param settings of the database
     * @return without a pool
     */
    public static DataSource owner(final DatabaseSettings settings) {
        return plain(settings, settings.owner(), "migration", OWNER_SOCKET_SECONDS, "");
    }

    /**
     * @param settings of the database
     * @return for the projector alone; connections do not commit by themselves
     */
    public static HikariDataSource writer(final DatabaseSettings settings) {
        final HikariConfig config = pool(
                "projector",
                plain(
                        settings,
                        settings.writer(),
                        "projector",
                        WRITER_SOCKET_SECONDS,
                        "-c statement_timeout=4500 -c lock_timeout=4000 -c synchronous_commit=on"
                                + " -c idle_in_transaction_session_timeout=60000"));
        config.setAutoCommit(false);
        config.setMaximumPoolSize(WRITER_CONNECTIONS);
        return new HikariDataSource(config);
    }

    /**
     * @param settings of the database
     * @return for queries; each is ended by the server after ten seconds
     */
    public static HikariDataSource reader(final DatabaseSettings settings) {
        final HikariConfig config = pool(
                "reader",
                plain(
                        settings,
                        settings.reader(),
                        "reader",
                        READER_SOCKET_SECONDS,
                        "-c statement_timeout=10000 -c lock_timeout=5000"));
        config.setReadOnly(true);
        config.setMaximumPoolSize(READER_CONNECTIONS);
        return new HikariDataSource(config);
    }

    private static HikariConfig pool(final String name, final DataSource source) {
        final HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        config.setValidationTimeout(VALIDATION_TIMEOUT_MILLIS);
        config.setKeepaliveTime(KEEPALIVE_MILLIS);
        config.setIdleTimeout(IDLE_MILLIS);
        return config;
    }

    private static DataSource plain(
            final DatabaseSettings settings,
            final Credentials credentials,
            final String application,
            final int socketSeconds,
            final String options) {
        final PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.url());
        if (credentials.user() != null) {
            source.setUser(credentials.user());
        }
        if (credentials.password() != null) {
            source.setPassword(credentials.password());
        }
        source.setApplicationName("vexchange-" + application);
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(socketSeconds);
        source.setTcpKeepAlive(true);
        source.setOptions((options + " -c timezone=UTC").strip());
        return source;
    }
}
