package io.vexchange.store.postgres;

import java.nio.file.Path;

/**
 * Where and how the embedded PostgreSQL runs.
 *
 * @param dataFolder the venue's; {@code postgres}, {@code secrets} and {@code logs} in it are used
 * @param port on 127.0.0.1; 0: any free one
 * @param readerPassword of the role {@code vex_reader}
 */
public record PostgresSettings(Path dataFolder, int port, String readerPassword) {
    @Override
    public String toString() {
        return "PostgresSettings[dataFolder=" + dataFolder + ", port=" + port + "]";
    }
}
