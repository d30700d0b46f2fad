package io.vexchange.store;

import io.vexchange.store.postgres.Credentials;
import io.vexchange.store.postgres.EmbeddedPostgres;
import java.util.Objects;

/**
 * Where the tables are, and as whom they are made, written and read.
 *
 * @param url JDBC URL; may name user and password
 * @param owner makes the schema
 * @param writer writes the projection
 * @param reader reads
 */
public record DatabaseSettings(String url, Credentials owner, Credentials writer, Credentials reader) {
    /** Nothing is null. */
    public DatabaseSettings {
        Objects.requireNonNull(url);
        Objects.requireNonNull(owner);
        Objects.requireNonNull(writer);
        Objects.requireNonNull(reader);
    }

    /**
     * @param postgres the venue's own server
     * @return its database
     */
    public static DatabaseSettings of(final EmbeddedPostgres postgres) {
        return new DatabaseSettings(postgres.jdbcUrl(), postgres.owner(), postgres.writer(), postgres.reader());
    }

    /** A URL may hold a password. */
    @Override
    public String toString() {
        return "DatabaseSettings[url=" + url.replaceFirst("\\?.*", "") + "]";
    }
}
