package io.vexchange.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vexchange.web.stream.TestSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The channels on the real engine core. */
class LiveSocketTest {
    private final ObjectMapper mapper = new ObjectMapper();
    private final LiveVenueRig venue = new LiveVenueRig();

    @AfterEach
    void end() {
        venue.close();
    }

    private TestSocket open(final String user) {
        return TestSocket.open(venue.web.port(), user == null ? null : "demo-" + user);
    }

    private JsonNode data(final TestSocket socket) throws Exception {
        return mapper.readTree(socket.next()).get("data");
    }

    @Test
    void shouldTellATraderHisOwnReportsAlone() throws Exception {
        try (TestSocket socket = open("alpha")) {
            socket.send("{\"op\":\"subscribe\",\"channel\":\"executions\",\"id\":\"x\"}");
            assertThat(socket.next()).isEqualTo("{\"type\":\"subscribed\",\"id\":\"x\",\"channel\":\"executions\"}");
            venue.order("beta", "SELL", "4", "101.00");
            final JsonNode mine = venue.order("alpha", "BUY", "1", "99.00").json();
            final JsonNode heard = data(socket);
            assertThat(heard).isEqualTo(mine.get("executions").get(0));
        }
    }

    @Test
    void shouldGoOnAfterAnEventWithoutGapOrRepeat() throws Exception {
        final List<JsonNode> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(venue.order("alpha", "BUY", "1", "99.00")
                    .json()
                    .get("executions")
                    .get(0));
        }
        try (TestSocket socket = open("alpha")) {
            socket.send(
                    "{\"op\":\"subscribe\",\"channel\":\"executions\",\"account\":\"ALPHA-A\",\"afterEventSequence\":"
                            + all.get(1).get("eventSequence").asLong() + "}");
            assertThat(socket.next()).contains("subscribed");
            all.add(venue.order("alpha", "BUY", "1", "99.00")
                    .json()
                    .get("executions")
                    .get(0));
            for (int i = 2; i < 6; i++) {
                assertThat(data(socket)).isEqualTo(all.get(i));
            }
            socket.send("{\"op\":\"subscribe\",\"channel\":\"executions\",\"account\":\"BETA-A\"}");
            assertThat(socket.next()).contains("ACCOUNT_NOT_ALLOWED");
        }
    }

    @Test
    void shouldShowOpenOrdersAndBalancesAndThenTheirChanges() throws Exception {
        final JsonNode resting =
                venue.order("alpha", "BUY", "1", "99.00").json().get("order");
        try (TestSocket socket = open("alpha")) {
            socket.send("{\"op\":\"subscribe\",\"channel\":\"orders\"}");
            assertThat(socket.next()).contains("subscribed");
            final JsonNode snapshot = mapper.readTree(socket.next());
            assertThat(snapshot.get("type").asText()).isEqualTo("snapshot");
            assertThat(snapshot.get("data").get(0)).isEqualTo(resting);
            venue.call("DELETE", "/orders/" + resting.get("id").asText(), "alpha", null);
            assertThat(data(socket).get("status").asText()).isEqualTo("CANCELED");
            final JsonNode entered =
                    venue.order("alpha", "BUY", "1", "98.00").json().get("order");
            assertThat(data(socket)).isEqualTo(entered); // its place in the book included
        }
        try (TestSocket socket = open("alpha")) {
            socket.send("{\"op\":\"subscribe\",\"channel\":\"balances\",\"account\":\"ALPHA-B\"}");
            assertThat(socket.next()).contains("subscribed");
            assertThat(data(socket).get("asset").asText()).isEqualTo("ACME");
            assertThat(data(socket).get("held").asText()).isEqualTo("0.000000");
            venue.order("alpha", "BUY", "10", "99.00", "account", "ALPHA-B");
            assertThat(data(socket).get("held").asText()).isEqualTo("990.099000");
        }
    }

    @Test
    void shouldSendASnapshotThatIsLongerThanAFrameMayComeIn() throws Exception {
        for (int i = 0; i < 60; i++) {
            venue.order("alpha", "BUY", "1", "99.00");
        }
        try (TestSocket socket = open("alpha")) {
            socket.send("{\"op\":\"subscribe\",\"channel\":\"orders\"}");
            assertThat(socket.next()).contains("subscribed");
            final String snapshot = socket.next();
            assertThat(snapshot.length()).isGreaterThan(16 * 1024);
            assertThat(mapper.readTree(snapshot).get("data")).hasSize(60);
            socket.send("{\"op\":\"ping\"}");
            assertThat(socket.next()).contains("pong");
        }
    }

    @Test
    void shouldTellAnOperatorOfSessionsAlertsAndTheSystem() throws Exception {
        try (TestSocket socket = open("operator")) {
            socket.send("{\"op\":\"subscribe\",\"channel\":\"sessions\"}");
            final JsonNode session =
                    mapper.readTree(socket.until("\"type\":\"session\"")).get("data");
            assertThat(session)
                    .isEqualTo(venue.get("/fix/sessions/ALPHA1", "operator").json());
            socket.send("{\"op\":\"subscribe\",\"channel\":\"system\"}");
            final JsonNode system =
                    mapper.readTree(socket.until("\"type\":\"system\"")).get("data");
            assertThat(system.get("status").asText()).isEqualTo("UP");
            assertThat(system.get("eventSequence").asLong()).isPositive();
            socket.send("{\"op\":\"subscribe\",\"channel\":\"alerts\"}");
            final String id = venue.call(
                            "POST",
                            "/kill-switches",
                            "admin",
                            Map.of("scope", "ACCOUNT", "target", "BETA-A", "reason", "limit"))
                    .json()
                    .get("id")
                    .asText();
            final JsonNode raised = mapper.readTree(socket.until("\"RAISED\"")).get("data");
            assertThat(raised.get("code").asText()).isEqualTo("KILL_SWITCH");
            venue.call("POST", "/kill-switches/" + id + "/release", "operator", Map.of("reason", "agreed"));
            assertThat(mapper.readTree(socket.until("\"CLEARED\"")).get("data").get("id"))
                    .isEqualTo(raised.get("id"));
        }
        try (TestSocket socket = open("alpha")) {
            socket.send("{\"op\":\"subscribe\",\"channel\":\"system\"}");
            assertThat(socket.next()).contains("FORBIDDEN");
        }
    }

    @Test
    void shouldStreamTheBookTheTradesAndThePhases() throws Exception {
        try (TestSocket socket = open(null)) {
            socket.send("{\"op\":\"subscribe\",\"channel\":\"book\",\"symbol\":\"ACME\"}");
            socket.send("{\"op\":\"subscribe\",\"channel\":\"trades\",\"symbol\":\"ACME\"}");
            socket.until("\"channel\":\"trades\"");
            venue.order("beta", "SELL", "4", "100.00");
            assertThat(socket.until("\"delta\""))
                    .contains("\"asks\":[{\"price\":\"100.00\",\"quantity\":\"4\",\"orderCount\":1}]");
            venue.order("alpha", "BUY", "1", "100.00");
            assertThat(socket.until("\"trade\"")).contains("\"quantity\":\"1\"");
            assertThat(socket.until("\"quantity\":\"3\"")).contains("\"channel\":\"book\"");
            socket.send("{\"op\":\"subscribe\",\"channel\":\"phases\",\"symbol\":\"ACME\"}");
            socket.until("CONTINUOUS");
            venue.call("PUT", "/instruments/ACME/phase", "operator", Map.of("phase", "HALTED", "reason", "news"));
            assertThat(socket.until("HALTED"))
                    .contains("\"setBy\":\"operator\"")
                    .contains("\"reason\":\"news\"");
        }
    }

    @Test
    void shouldCloseTheSocketsOfARevokedToken() throws Exception {
        final String secret = venue.call("POST", "/tokens", "admin", Map.of("name", "bot", "user", "alpha"))
                .json()
                .get("token")
                .asText();
        final String id = venue.get("/tokens", "admin")
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asText();
        try (TestSocket socket = TestSocket.open(venue.web.port(), secret)) {
            socket.send("{\"op\":\"ping\"}");
            assertThat(socket.next()).contains("pong");
            venue.call("DELETE", "/tokens/" + id, "admin", null);
            assertThat(socket.closeCode()).isEqualTo(1008);
        }
    }
}
