package io.vexchange.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmbeddedPostgresTest {
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

    /** One folder for all: making a database takes seconds. */
    @TempDir
    static Path folder;

    private static EmbeddedPostgres start() throws InterruptedException {
        return EmbeddedPostgres.start(new EmbeddedPostgresSettings(folder, 0, "demo"));
    }

    private static String ask(final EmbeddedPostgres postgres, final Credentials role, final String sql)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(), role.user(), role.password());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : null;
        }
    }

    @Test
    @Order(1)
    void shouldMakeADatabaseThatIsDurableAndAsksForPasswords() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            assertThat(ask(postgres, postgres.owner(), "show fsync")).isEqualTo("on");
            assertThat(ask(postgres, postgres.writer(), "show synchronous_commit"))
                    .isEqualTo("on");
            assertThat(ask(postgres, postgres.reader(), "show default_transaction_read_only"))
                    .isEqualTo("on");
            assertThat(ask(postgres, postgres.reader(), "show listen_addresses"))
                    .isEqualTo("127.0.0.1");
            assertThatThrownBy(() -> ask(postgres, new Credentials("vex_owner", "guess"), "select 1"))
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                            folder.resolve("secrets").resolve("vex_owner"))))
                    .isEqualTo("rw-------");
        }
        assertThat(folder.resolve("postgres/database/postmaster.pid")).doesNotExist();
    }

    @Test
    @Order(2)
    void shouldStartADeadServerAgainOnTheSamePort() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            final long before = postgres.serverPid();
            final int port = postgres.port();
            ProcessHandle.of(before).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(20)).ignoreExceptions().untilAsserted(() -> {
                assertThat(postgres.serverPid()).isNotEqualTo(before);
                assertThat(ask(postgres, postgres.reader(), "select 1")).isEqualTo("1");
            });
            assertThat(postgres.port()).isEqualTo(port);
        }
    }

    @Test
    @Order(3)
    void shouldEndWithinFiveSecondsOfAKilledProcess() throws Exception {
        final Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PostgresProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        final ProcessHandle server =
                await().atMost(Duration.ofSeconds(30)).until(() -> firstPid(holder), pid -> pid != null);
        holder.destroyForcibly();
        await().atMost(FIVE_SECONDS).until(() -> !server.isAlive());
    }

    private static ProcessHandle firstPid(final Process holder) throws IOException {
        final BufferedReader output = holder.inputReader();
        String line = output.readLine();
        while (line != null && !line.matches("\\d+ \\d+")) {
            line = output.readLine();
        }
        return line == null
                ? null
                : ProcessHandle.of(Long.parseLong(line.substring(0, line.indexOf(" "))))
                        .orElseThrow();
    }

    @Test
    @Order(4)
    void shouldStopAServerThatWasLeftBehind() throws Exception {
        final Path data = folder.resolve("postgres/database");
        final String program = Binaries.in(folder.resolve("postgres")).program("postgres");
        final List<String> command = new ArrayList<>(RunAs.find(program).prefix());
        command.addAll(List.of(
                program,
                "-D",
                data.toString(),
                "-c",
                "port=" + freePort(),
                "-c",
                "unix_socket_directories=",
                "-c",
                "listen_addresses=127.0.0.1"));
        final Process orphan = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> PostmasterFile.read(data)
                        .filter(PostmasterFile::isReady)
                        .isPresent());
        try (EmbeddedPostgres postgres = start()) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(ask(postgres, postgres.reader(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    @Order(5)
    void shouldRefuseASecondServerOfTheSameFolder() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            assertThatThrownBy(EmbeddedPostgresTest::start)
                    .isInstanceOf(PostgresStartException.class)
                    .hasMessageContaining("in use");
            assertThat(postgres.isAlive()).isTrue();
        }
    }

    @Test
    @Order(6)
    void shouldNameAPortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() ->
                            EmbeddedPostgres.start(new EmbeddedPostgresSettings(folder, taken.getLocalPort(), "demo")))
                    .isInstanceOf(PostgresStartException.class)
                    .extracting(e -> ((PostgresStartException) e).reason())
                    .isEqualTo(PostgresStartException.Reason.PORT_IN_USE);
        }
    }

    @Test
    @Order(7)
    void shouldTakeAnotherReaderPasswordFromTheNextStartOn() throws Exception {
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.start(new EmbeddedPostgresSettings(folder, 0, "it's another"))) {
            assertThat(ask(postgres, new Credentials("vex_reader", "it's another"), "select 1"))
                    .isEqualTo("1");
            assertThatThrownBy(() -> ask(postgres, new Credentials("vex_reader", "demo"), "select 1"))
                    .isInstanceOf(SQLException.class);
        }
        assertThat(Files.readString(folder.resolve("logs/postgres.log"))).doesNotContain("it's another");
    }

    @Test
    @Order(8)
    void shouldRefuseADatabaseOfAnotherMajorVersion() throws Exception {
        Files.writeString(folder.resolve("postgres/database/PG_VERSION"), "17\n");
        assertThatThrownBy(EmbeddedPostgresTest::start)
                .isInstanceOf(PostgresStartException.class)
                .extracting(e -> ((PostgresStartException) e).reason())
                .isEqualTo(PostgresStartException.Reason.WRONG_VERSION);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
