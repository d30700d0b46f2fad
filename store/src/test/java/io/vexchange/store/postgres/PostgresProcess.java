package io.vexchange.store.postgres;

import java.io.IOException;
import java.nio.file.Path;

/** A process that holds an embedded PostgreSQL until it is killed: {@code <data folder>}; writes {@code <pid> <port>} to its output. */
final class PostgresProcess {
    private PostgresProcess() {}

    public static void main(final String[] arguments) throws IOException, InterruptedException {
        final EmbeddedPostgres postgres =
                EmbeddedPostgres.start(new EmbeddedPostgresSettings(Path.of(arguments[0]), 0, "demo"));
        System.out.println(postgres.serverPid() + " " + postgres.port());
        System.in.read();
    }
}
