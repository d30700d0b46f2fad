package io.vexchange.store;

import io.vexchange.store.postgres.Credentials;
import io.vexchange.store.postgres.EmbeddedPostgres;
import io.vexchange.store.postgres.EmbeddedPostgresSettings;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A migrated database of a test's own, on one server for all tests of this process. */
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger NEXT = new AtomicInteger();

    /** Started when it is first needed, stopped with the process. */
    private static final class Shared {
        static final Path FOLDER = folder();
        static final EmbeddedPostgres POSTGRES = start();

        private static Path folder() {
            try {
                return Files.createTempDirectory("vex-store-test");
            } catch (final IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static EmbeddedPostgres start() {
            try {
                final EmbeddedPostgres postgres =
                        EmbeddedPostgres.start(new EmbeddedPostgresSettings(FOLDER, 0, "demo"));
                Migrations.apply(DatabaseSettings.of(postgres));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    postgres.close();
                    delete(FOLDER);
                }));
                return postgres;
            } catch (final InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final DatabaseSettings settings;
    private final String name;

    private TestDatabase(final DatabaseSettings settings, final String name) {
        this.settings = settings;
        this.name = name;
    }

    /** @return a new one with all tables, empty */
    public static TestDatabase create() throws SQLException, IOException {
        final EmbeddedPostgres postgres = Shared.POSTGRES;
        final String name = "test_" + NEXT.incrementAndGet();
        administer("create database " + name + " template vexchange owner vex_owner");
        final String url = postgres.jdbcUrl().replace("/vexchange", '/' + name);
        return new TestDatabase(
                new DatabaseSettings(url, postgres.owner(), postgres.writer(), postgres.reader()), name);
    }

    /** @return the server they are all on */
    public static EmbeddedPostgres server() {
        return Shared.POSTGRES;
    }

    /** Kills the server's own process at once; it is started again. */
    public static void killServer() throws IOException {
        final String pid = Files.readAllLines(Shared.FOLDER.resolve("postgres/database/postmaster.pid"))
                .get(0);
        ProcessHandle.of(Long.parseLong(pid.strip())).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static void administer(final String statement) throws SQLException, IOException {
        final String password =
                Files.readString(Shared.FOLDER.resolve("secrets/postgres")).strip();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + Shared.POSTGRES.port() + "/postgres", "postgres", password);
                Statement at = connection.createStatement()) {
            at.execute(statement);
        }
    }

    /** @return where it is */
    public DatabaseSettings settings() {
        return settings;
    }

    /** @return a new connection as the owner */
    public Connection asOwner() throws SQLException {
        return connect(settings.owner());
    }

    /** @return a new connection as the writer */
    public Connection asWriter() throws SQLException {
        return connect(settings.writer());
    }

    /** @return a new connection as the reader */
    public Connection asReader() throws SQLException {
        return connect(settings.reader());
    }

    private Connection connect(final Credentials as) throws SQLException {
        return DriverManager.getConnection(settings.url(), as.user(), as.password());
    }

    /** @return the rows of a query as texts, columns joined by {@code |} */
    public List<String> rows(final String query) throws SQLException {
        try (Connection connection = asOwner();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            final int columns = found.getMetaData().getColumnCount();
            final List<String> rows = new ArrayList<>();
            while (found.next()) {
                final StringBuilder row = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    row.append(i == 1 ? "" : "|").append(found.getString(i));
                }
                rows.add(row.toString());
            }
            return rows;
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        administer("drop database if exists " + name + " with (force)");
    }

    static void delete(final Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(final Path each, final BasicFileAttributes attributes)
                        throws IOException {
                    Files.delete(each);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(final Path each, final IOException e) throws IOException {
                    Files.delete(each);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
