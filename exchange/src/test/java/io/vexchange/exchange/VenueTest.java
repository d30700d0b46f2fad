package io.vexchange.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.exchange.folder.AeronFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The venue as people run it: a process that starts, is asked, stops, is killed and starts again. */
@Tag("slow")
@Timeout(300)
class VenueTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path temporary;

    private VenueChild venue;

    private Path data() {
        return temporary.resolve("data");
    }

    private VenueChild start(final String... options) throws IOException, InterruptedException {
        venue = VenueChild.start(data(), options);
        return venue.awaitReady();
    }

    @AfterEach
    void end() throws IOException {
        if (venue != null) {
            venue.close();
        }
        AeronFolder.remove(data()); // nobody comes who would clean up after a killed venue
    }

    private static HttpResponse<String> ask(final HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return HTTP.send(
                request.header("Authorization", "Bearer demo-alpha")
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(final String path) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(URI.create(venue.web() + path)));
    }

    private HttpResponse<String> order(final String id) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(URI.create(venue.web() + "/api/v1/orders"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"clientOrderId\":\"" + id
                        + "\",\"account\":\"ALPHA-A\",\"symbol\":\"ACME\",\"side\":\"BUY\",\"orderType\":\"LIMIT\","
                        + "\"timeInForce\":\"GTC\",\"price\":\"99.00\",\"quantity\":\"10\"}")));
    }

    private long count(final String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(venue.postgres());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    private void awaitCount(final String query, final long expected) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> count(query) == expected);
    }

    private List<String> leftovers() throws IOException {
        try (Stream<Path> found = Files.list(data())) {
            return found.map(each -> each.getFileName().toString())
                    .filter(each -> List.of("ready", "control", "aeron").contains(each))
                    .toList();
        }
    }

    @Test
    void shouldRunAndStopInOrder() throws Exception {
        start();
        assertThat(venue.lines())
                .filteredOn(each -> each.startsWith("V-Exchange ready"))
                .hasSize(1);
        assertThat(venue.lines()).contains("demo credentials in use: bound to 127.0.0.1 only");
        assertThat(venue.postgres()).endsWith("?user=vex_reader&password=demo");
        assertThat(data().resolve("ready")).content().contains("fix=" + venue.fix() + "\nweb=" + venue.web() + '\n');

        assertThat(get("/health/ready").body()).contains("\"status\":\"UP\"");
        assertThat(order("o-1").statusCode()).isEqualTo(201);
        awaitCount("select count(*) from orders where client_order_id = 'o-1' and status = 'NEW'", 1);
        assertThat(count("select count(*) from accounts")).isEqualTo(13);

        final String folder = data().toString();
        assertThat(VenueChild.run("status", "--data", folder))
                .startsWith("0", "state=READY")
                .contains("fix=" + venue.fix());
        assertThat(VenueChild.run("status", "--json", "--data", folder).get(1)).contains("\"state\":\"READY\"");
        assertThat(VenueChild.run("snapshot", "--data", folder).get(1)).matches("position=[0-9]+");
        assertThat(VenueChild.run("reset", "--yes", "--data", folder).get(0)).isEqualTo("3");

        assertThat(VenueChild.run("stop", "--data", folder)).containsExactly("0", "stopped");
        assertThat(venue.awaitEnd()).isZero();
        assertThat(venue.lines()).endsWith("V-Exchange stopped");
        assertThat(leftovers()).isEmpty();
        assertThat(ProcessHandle.allProcesses()
                        .map(each -> each.info().commandLine())
                        .flatMap(Optional::stream)
                        .filter(each -> each.contains(folder)))
                .isEmpty();
        assertThat(data().resolve("logs/exchange.log"))
                .content()
                .contains("ready Doors[")
                .doesNotContain(" ERROR ");
    }

    @Test
    void shouldGoOnAfterBeingKilled() throws Exception {
        start();
        assertThat(order("o-1").statusCode()).isEqualTo(201);
        venue.kill();
        start();
        assertThat(venue.lines()).noneMatch(each -> each.contains("venue.conf differs"));
        assertThat(order("o-1").statusCode()).as("the same order again").isEqualTo(200);
        assertThat(order("o-2").statusCode()).isEqualTo(201);
        awaitCount("select count(*) from orders", 2);
        assertThat(count("select count(*) from ledger_entries")).isEqualTo(48);
        assertThat(venue.stop()).isZero();
    }

    @Test
    void shouldMakeItsTablesAgainFromTheLog() throws Exception {
        start();
        assertThat(order("o-1").statusCode()).isEqualTo(201);
        assertThat(order("o-2").statusCode()).isEqualTo(201);
        assertThat(venue.stop()).isZero();
        final String folder = data().toString();
        assertThat(VenueChild.run("verify-log", "--data", folder))
                .first()
                .as("verify-log")
                .isEqualTo("0");
        assertThat(VenueChild.run("verify-log", "--deep", "--data", folder).get(1))
                .contains(" is sound: ")
                .contains(" 1 snapshots equal");
        assertThat(VenueChild.run("rebuild-projection", "--check", "--pg-port", "0", "--data", folder)
                        .get(1))
                .startsWith("all tables are equal to what the log gives");
        assertThat(VenueChild.run("rebuild-projection", "--pg-port", "0", "--data", folder)
                        .get(1))
                .contains("the tables were made again from log");
        // and a database that is lost altogether is filled while the venue is open
        try (Stream<Path> files = Files.walk(data().resolve("postgres"))) {
            files.sorted(Comparator.reverseOrder())
                    .map(Path::toFile)
                    .forEach(each -> assertThat(each.delete()).isTrue());
        }
        start();
        assertThat(order("o-3").statusCode()).isEqualTo(201);
        awaitCount("select count(*) from orders", 3);
        assertThat(count("select count(*) from ledger_entries")).isEqualTo(48);
        assertThat(venue.stop()).isZero();
    }

    @Test
    void shouldRefuseASecondStartAndLeaveTheFirstAlone() throws Exception {
        start();
        final List<String> refused = VenueChild.run("run", "--data", data().toString());
        assertThat(refused).hasSize(2).first().isEqualTo("3");
        assertThat(refused.get(1))
                .startsWith("V-Exchange cannot start: data folder " + data() + " is in use by pid " + venue.pid()
                        + " since ");
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(count("select 1")).isEqualTo(1);
    }

    @Test
    void shouldRefuseAPortInUseAndLeaveNothingBehind() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            final String port = Integer.toString(taken.getLocalPort());
            final List<String> refused = VenueChild.run(
                    "run", "--data", data().toString(), "--fix-port", "0", "--pg-port", "0", "--web-port", port);
            assertThat(refused).hasSize(2).first().isEqualTo("4");
            assertThat(refused.get(1))
                    .contains("cannot start: web port " + port + " is in use (--web-port, VEX_WEB_PORT");
            assertThat(leftovers()).isEmpty();
        }
    }

    @Test
    void shouldStopWhileItStarts() throws Exception {
        venue = VenueChild.start(data());
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(data().resolve("control")));
        venue.signal();
        assertThat(venue.awaitEnd()).isZero();
        assertThat(venue.lines()).endsWith("V-Exchange stopped");
        assertThat(leftovers()).isEmpty();
        start();
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldHurryWhenAskedTwice() throws Exception {
        start();
        venue.signal();
        venue.signal();
        assertThat(venue.awaitEnd()).isZero();
        assertThat(leftovers()).isEmpty();
    }
}
