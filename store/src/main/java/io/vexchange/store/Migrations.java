package io.vexchange.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Makes the schema {@code exchange}, or brings it to this build's version. */
public final class Migrations {
    /** The schema all tables are in. */
    public static final String SCHEMA = "exchange";

    private static final int LEAST_VERSION = 150_000;

    private Migrations() {}

    /**
     * Does what is missing. Tables of a newer build are left as they are.
     *
     * @param settings of the database
     * @throws StoreUnavailableException when it does not answer now
     * @throws UnsuitableDatabaseException when it cannot be used
     */
    public static void apply(final DatabaseSettings settings) {
        final DataSource owner = DataSources.owner(settings);
        try {
            check(settings, owner);
            Flyway.configure()
                    .dataSource(owner)
                    .schemas(SCHEMA)
                    .defaultSchema(SCHEMA)
                    .locations("classpath:db/migration")
                    .failOnMissingLocations(true)
                    .validateMigrationNaming(true)
                    .ignoreMigrationPatterns("*:future")
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (final SQLException e) {
            throw failed(settings, e, e);
        } catch (final FlywayException e) {
            throw failed(settings, e, sqlCause(e));
        }
    }

    private static void check(final DatabaseSettings settings, final DataSource owner) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select current_setting('server_version_num')::int, current_setting('server_version'),"
                                + " pg_encoding_to_char(encoding) from pg_database where datname = current_database()")) {
            row.next();
            if (row.getInt(1) < LEAST_VERSION) {
                throw new UnsuitableDatabaseException(
                        settings + " is PostgreSQL " + row.getString(2) + ": 15 or newer is needed", null);
            }
            if (!"UTF8".equals(row.getString(3))) {
                throw new UnsuitableDatabaseException(
                        settings + " has the encoding " + row.getString(3) + ": UTF8 is needed", null);
            }
        }
    }

    private static RuntimeException failed(
            final DatabaseSettings settings, final Exception failure, final SQLException sql) {
        if (sql != null && SqlFailures.isTransient(sql)) {
            return new StoreUnavailableException(settings + " does not answer", failure);
        }
        final String message = sql != null ? sql.getMessage() : failure.getMessage();
        return new UnsuitableDatabaseException(
                settings + " cannot be made ready: "
                        + message.lines().findFirst().orElse(""),
                failure);
    }

    private static SQLException sqlCause(final Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
