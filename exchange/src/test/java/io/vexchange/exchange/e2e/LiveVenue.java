package io.vexchange.exchange.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.exchange.VenueChild;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A running venue on one data folder, its database and its web side; it can be killed whole and started again. */
final class LiveVenue {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path data;
    private VenueChild child;

    LiveVenue(final Path data) {
        this.data = data;
    }

    LiveVenue start() throws IOException, InterruptedException {
        child = VenueChild.start(data);
        child.awaitReady();
        return this;
    }

    String fix() {
        return child.fix();
    }

    String web() {
        return child.web();
    }

    boolean isAlive() {
        return child.isAlive();
    }

    /** The postmaster of this data folder, if one runs. */
    List<ProcessHandle> postmaster() throws IOException {
        final Path folder = data.resolve("postgres");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.find(folder, 4, (path, what) -> path.endsWith("postmaster.pid"))) {
            final List<ProcessHandle> running = new ArrayList<>();
            for (final Path each : found.toList()) {
                final long pid = Long.parseLong(Files.readAllLines(each).get(0).trim());
                ProcessHandle.of(pid).filter(this::isOurs).ifPresent(running::add);
            }
            return running;
        }
    }

    /** A number in a file that was left may belong to somebody else by now. */
    private boolean isOurs(final ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(data.toString());
    }

    /** SIGKILL to the venue and to everything below it. */
    void killAll() throws Exception {
        final List<ProcessHandle> all = new ArrayList<>();
        ProcessHandle.of(child.pid()).ifPresent(all::add);
        all.addAll(postmaster());
        List.copyOf(all).forEach(each -> each.descendants().forEach(all::add));
        all.forEach(ProcessHandle::destroyForcibly);
        for (final ProcessHandle each : all) {
            each.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        child.close();
    }

    /** The rows of a query, columns joined by {@code |}; null as nothing. */
    List<String> sql(final String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(child.postgres());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            final List<String> rows = new ArrayList<>();
            final int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                final List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    final String value = result.getString(i);
                    row.add(value == null ? "" : value);
                }
                rows.add(row.stream().collect(Collectors.joining("|")));
            }
            return rows;
        }
    }

    /** Waits until the query gives these rows; the database may be away meanwhile. */
    void awaitSql(final String query, final String... rows) {
        Awaitility.await(query)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(sql(query)).containsExactly(rows));
    }

    HttpResponse<String> get(final String path) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(URI.create(web() + path)).GET());
    }

    /** As a trader of ALPHA. */
    HttpResponse<String> post(final String path, final String body) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(URI.create(web() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> ask(final HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return HTTP.send(
                request.header("Authorization", "Bearer demo-alpha")
                        .timeout(PATIENCE)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Waits until it says that it is up: the tables have caught up with the engine too. */
    void awaitUp() {
        Awaitility.await("/health/ready")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> get("/health/ready").body().contains("\"status\":\"UP\""));
    }

    /** Leaves no process. */
    void close() throws Exception {
        if (child != null) {
            killAll();
        }
    }
}
