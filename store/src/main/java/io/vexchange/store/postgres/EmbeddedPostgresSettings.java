package io.vexchange.store.postgres;

import java.nio.file.Path;

/**
 * How the embedded PostgreSQL is started.
 *
 * @param dataFolder of the venue, absolute and there already; {@code postgres/}, {@code secrets/} and {@code logs/postgres.log} below it
 *     are used
 * @param port on 127.0.0.1; 0 = any free one
 * @param readerPassword of the role that people read with; null = a random one in {@code secrets/vex_reader}
 */
public record EmbeddedPostgresSettings(Path dataFolder, int port, String readerPassword) {
    @Override
    public String toString() {
        return "EmbeddedPostgresSettings[dataFolder=" + dataFolder + ", port=" + port + "]";
    }
}
