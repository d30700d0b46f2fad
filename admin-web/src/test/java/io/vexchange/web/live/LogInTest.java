package io.vexchange.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vexchange.web.stream.TestSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Browsers log in with a password, act with cookie and CSRF token, and log out. */
class LogInTest {
    private final LiveVenueRig rig = new LiveVenueRig();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private String cookie;
    private String csrf;

    @AfterEach
    void end() {
        rig.close();
    }

    private HttpResponse<String> send(final String verb, final String path, final Object body, final String... headers)
            throws Exception {
        final HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + rig.web.port() + "/api/v1" + path))
                .method(
                        verb,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(mapper.writeValueAsString(body)));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (cookie != null) {
            request.header("Cookie", "vex_session=" + cookie);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode json(final HttpResponse<String> answer) throws Exception {
        return mapper.readTree(answer.body());
    }

    private HttpResponse<String> logIn(final String user, final String password) throws Exception {
        final HttpResponse<String> answer = send("POST", "/session", Map.of("user", user, "password", password));
        if (answer.statusCode() == 200) {
            csrf = json(answer).get("csrfToken").asText();
            final String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
            cookie = set.substring("vex_session=".length(), set.indexOf(';'));
        }
        return answer;
    }

    @Test
    void shouldLogInActAndLogOut() throws Exception {
        final HttpResponse<String> answer = logIn("alpha", "demo");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .endsWith("; Path=/; HttpOnly; SameSite=Strict");
        final JsonNode who = json(answer);
        assertThat(who.get("user").asText()).isEqualTo("alpha");
        assertThat(who.get("role").asText()).isEqualTo("trader");
        assertThat(who.get("accounts").toString()).isEqualTo("[\"ALPHA-A\",\"ALPHA-B\"]");
        assertThat(who.get("demo").asBoolean()).isTrue();
        assertThat(who.get("expiresAt").asText()).endsWith("Z");
        final JsonNode again = json(send("GET", "/session", null));
        assertThat(again.get("csrfToken").asText()).isEqualTo(csrf);
        assertThat(send("GET", "/orders?open=true", null).statusCode()).isEqualTo(200);
        assertThat(send("DELETE", "/session", null, "X-CSRF-Token", csrf).statusCode())
                .isEqualTo(204);
        assertThat(send("GET", "/session", null).statusCode()).isEqualTo(401);
    }

    @Test
    void shouldRefuseWhatACookieChangesWithoutTheCsrfToken() throws Exception {
        logIn("operator", "demo");
        final Map<String, String> halt = Map.of("phase", "HALTED", "reason", "news");
        for (final String[] headers : new String[][] {{}, {"X-CSRF-Token", "wrong"}}) {
            final HttpResponse<String> answer = send("PUT", "/instruments/ACME/phase", halt, headers);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(json(answer).get("code").asText()).isEqualTo("CSRF");
        }
        assertThat(send("PUT", "/instruments/ACME/phase", halt, "X-CSRF-Token", csrf)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void shouldTellWrongUsersAndWrongPasswordsAlike() throws Exception {
        final JsonNode user = json(logIn("nobody", "demo"));
        final JsonNode password = json(logIn("alpha", "wrong"));
        for (final JsonNode it : new JsonNode[] {user, password}) {
            assertThat(it.get("status").asInt()).isEqualTo(401);
            assertThat(it.get("code").asText()).isEqualTo("BAD_CREDENTIALS");
        }
        assertThat(user.get("detail")).isEqualTo(password.get("detail"));
        assertThat(logIn("alpha", "demo").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldRefuseALogInFromAnotherOrigin() throws Exception {
        final Map<String, String> body = Map.of("user", "alpha", "password", "demo");
        assertThat(send("POST", "/session", body, "Origin", "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
        final String own = "http://127.0.0.1:" + rig.web.port();
        assertThat(send("POST", "/session", body, "Origin", own).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldPreferTheTokenOverTheCookie() throws Exception {
        logIn("alpha", "demo");
        final JsonNode who = json(send("GET", "/session", null, "Authorization", "Bearer demo-viewer"));
        assertThat(who.get("user").asText()).isEqualTo("viewer");
        assertThat(who.get("csrfToken").isNull()).isTrue();
        assertThat(send("GET", "/session", null, "Authorization", "Bearer wrong")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void shouldTakeTheCookieAtASocketWithAnOriginOfOurOwnOnly() throws Exception {
        logIn("alpha", "demo");
        final int port = rig.web.port();
        final String own = "http://127.0.0.1:" + port;
        final Map<String, String> with = Map.of("Cookie", "vex_session=" + cookie, "Origin", own);
        try (TestSocket socket = TestSocket.openWith(port, with)) {
            socket.send("{\"op\":\"subscribe\",\"channel\":\"orders\"}");
            assertThat(socket.next()).contains("subscribed");
            assertThat(send("DELETE", "/session", null, "X-CSRF-Token", csrf).statusCode())
                    .isEqualTo(204);
            assertThat(socket.closeCode()).isEqualTo(1008);
        }
        logIn("alpha", "demo");
        final Map<String, String> without = Map.of("Cookie", "vex_session=" + cookie);
        assertThatThrownBy(() -> TestSocket.openWith(port, without))
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        e -> assertThat(e.getResponse().statusCode()).isEqualTo(403));
    }

    @Test
    void shouldChangeOnesOwnPassword() throws Exception {
        logIn("beta", "demo");
        final String otherCookie = cookie;
        cookie = null;
        logIn("beta", "demo");
        final String next = "a long sentence of mine";
        for (final String bad : new String[] {"demo", "short", "x".repeat(129)}) {
            final HttpResponse<String> answer =
                    send("PUT", "/session/password", Map.of("current", "demo", "new", bad), "X-CSRF-Token", csrf);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(json(answer).get("fields").get(0).get("name").asText()).isEqualTo("new");
        }
        assertThat(send("PUT", "/session/password", Map.of("current", "wrong", "new", next), "X-CSRF-Token", csrf)
                        .statusCode())
                .isEqualTo(401);
        assertThat(send("PUT", "/session/password", Map.of("current", "demo", "new", next), "X-CSRF-Token", csrf)
                        .statusCode())
                .isEqualTo(204);
        assertThat(send("GET", "/session", null).statusCode()).isEqualTo(200);
        cookie = otherCookie;
        assertThat(send("GET", "/session", null).statusCode()).isEqualTo(401);
        cookie = null;
        assertThat(logIn("beta", "demo").statusCode()).isEqualTo(401);
        assertThat(logIn("beta", next).statusCode()).isEqualTo(200);
    }
}
