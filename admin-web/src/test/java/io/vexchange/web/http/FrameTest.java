package io.vexchange.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vexchange.web.TestVenue;
import io.vexchange.web.WebSettings;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The frame around every request, over HTTP. */
class FrameTest {
    private static final WebSettings CLOSED =
            new WebSettings("127.0.0.1", 0, List.of(), List.of(), false, 100, 200, false, 10, 5, true, "");

    private final ObjectMapper mapper = new ObjectMapper();
    private TestVenue venue = new TestVenue(WebSettings.demo()).open();

    @AfterEach
    void end() {
        venue.close();
    }

    private void settings(final WebSettings settings) {
        venue.close();
        venue = new TestVenue(settings).open();
    }

    private void problem(final HttpResponse<String> answer, final int status, final String code) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        final JsonNode body = mapper.readTree(answer.body());
        assertThat(body.get("code").asText()).isEqualTo(code);
        assertThat(body.get("status").asInt()).isEqualTo(status);
        assertThat(body.get("type").asText()).isEqualTo("/docs/problems#" + code);
        assertThat(body.get("fields").isArray()).isTrue();
        assertThat(body.get("requestId").asText())
                .isEqualTo(answer.headers().firstValue("x-request-id").orElseThrow());
        assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    }

    private static String request(final String path, final String host, final String header) {
        return String.join("\r\n", "GET " + path + " HTTP/1.1", "Host: " + host, "Connection: close", header, "", "");
    }

    /** @return status line, headers and body of a request sent as it is */
    private String raw(final String request) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), venue.web.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            final InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void shouldServeMarketDataToEverybodyWhenItIsPublic() throws Exception {
        final HttpResponse<String> answer = venue.get("/api/v1/instruments", null);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(mapper.readTree(answer.body()).get("items")).hasSize(3);
        assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("server")).isEmpty();
    }

    @Test
    void shouldAskForACredentialWhenItIsNot() throws Exception {
        settings(CLOSED);
        problem(venue.get("/api/v1/instruments", null), 401, "UNAUTHENTICATED");
        assertThat(venue.get("/api/v1/instruments", null).headers().firstValue("www-authenticate"))
                .hasValue("Bearer");
        assertThat(venue.get("/api/v1/instruments", "demo-viewer").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldRefuseAWrongTokenEvenWhereNoneIsNeeded() throws Exception {
        problem(venue.get("/api/v1/instruments", "demo-nobody"), 401, "UNAUTHENTICATED");
        problem(venue.get("/api/v1/nothing", null), 401, "UNAUTHENTICATED");
    }

    @Test
    void shouldTellUnknownPathsAndVerbs() throws Exception {
        problem(venue.get("/api/v1/nothing", "demo-viewer"), 404, "NOT_FOUND");
        problem(venue.get("/nothing", null), 404, "NOT_FOUND");
        final HttpResponse<String> answer = venue.call("PATCH", "/api/v1/instruments", "demo-viewer", "{}");
        problem(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(answer.headers().firstValue("allow").orElseThrow()).contains("GET");
        problem(venue.get("/api/v1/instruments/NOPE", "demo-viewer"), 404, "UNKNOWN_SYMBOL");
        problem(venue.get("/api/v1/instruments/NOPE/book", null), 404, "UNKNOWN_SYMBOL");
    }

    @Test
    void shouldRefuseUnknownAndBadParameters() throws Exception {
        problem(venue.get("/api/v1/instruments/ACME/book?dept=3", null), 400, "UNKNOWN_PARAMETER");
        for (final String bad :
                List.of("depth=0", "depth=1001", "depth=x", "depth=-1", "depth=", "depth=1&depth=2", "depth=1.0")) {
            problem(venue.get("/api/v1/instruments/ACME/book?" + bad, null), 400, "INVALID_PARAMETER");
        }
        problem(venue.get("/api/v1/instruments?limit=0", null), 400, "INVALID_PARAMETER");
        problem(venue.get("/api/v1/instruments?cursor=x", null), 400, "INVALID_CURSOR");
    }

    @Test
    void shouldPageWithCursorsThatBelongToTheirList() throws Exception {
        for (int i = 1; i <= 5; i++) {
            venue.market.trade("ACME", "BUY", 10_000, i);
        }
        final List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            final JsonNode page = mapper.readTree(venue.get("/api/v1/instruments/ACME/trades?limit=2" + cursor, null)
                    .body());
            page.get("items").forEach(row -> ids.add(row.get("id").asText()));
            cursor = page.get("nextCursor").isNull()
                    ? null
                    : "&cursor=" + page.get("nextCursor").asText();
            if (cursor != null) {
                problem(venue.get("/api/v1/instruments/BTC-USD/trades?limit=2" + cursor, null), 400, "INVALID_CURSOR");
            }
        } while (cursor != null);
        assertThat(ids).containsExactly("5", "4", "3", "2", "1");
        final JsonNode later = mapper.readTree(
                venue.get("/api/v1/instruments/ACME/trades?after=3", null).body());
        assertThat(later.get("items")).extracting(row -> row.get("id").asText()).containsExactly("4", "5");
    }

    @Test
    void shouldShowTheBook() throws Exception {
        venue.market.level("ACME", true, 9_900, 12);
        venue.market.level("ACME", true, 9_850, 1);
        venue.market.level("ACME", false, 10_100, 2);
        final JsonNode book = mapper.readTree(
                venue.get("/api/v1/instruments/ACME/book?depth=1", null).body());
        assertThat(book.get("symbol").asText()).isEqualTo("ACME");
        assertThat(book.get("seq").asLong()).isEqualTo(4);
        assertThat(book.get("bids")).hasSize(1);
        assertThat(book.get("bids").get(0).toString())
                .isEqualTo("{\"price\":\"99.00\",\"quantity\":\"12\",\"orderCount\":1}");
        assertThat(book.get("asks").get(0).get("price").asText()).isEqualTo("101.00");
    }

    @Test
    void shouldKeepASafeRequestIdAndMakeOneElse() throws Exception {
        assertThat(
                        raw(
                                "GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Request-Id: a.B-1\r\n\r\n"))
                .contains("X-Request-Id: a.B-1\r\n");
        assertThat(
                        raw(
                                "GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Request-Id: <script>\r\n\r\n"))
                .doesNotContain("script");
    }

    @Test
    void shouldRefuseForeignHostsWhateverTheToken() throws Exception {
        final String answer = raw(request("/api/v1/instruments", "evil.example", "Authorization: Bearer demo-admin"));
        assertThat(answer).startsWith("HTTP/1.1 421").contains("WRONG_HOST");
    }

    @Test
    void shouldAnswerBrokenRequestsWithProblems() throws Exception {
        for (final String broken : List.of(
                request("/", "localhost", "X: " + "a".repeat(20_000)),
                request("/a%2fb", "localhost", "X: a"),
                "NONSENSE\r\n\r\n")) {
            final String answer = raw(broken);
            assertThat(answer)
                    .matches("(?s)HTTP/1.1 4.*")
                    .doesNotContain("jetty")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void shouldLimitTheRateOfAUser() throws Exception {
        settings(new WebSettings("127.0.0.1", 0, List.of(), List.of(), true, 1, 3, false, 10, 5, true, ""));
        for (int i = 0; i < 3; i++) {
            assertThat(venue.get("/api/v1/instruments", "demo-viewer").statusCode())
                    .isEqualTo(200);
        }
        final HttpResponse<String> answer = venue.get("/api/v1/instruments", "demo-viewer");
        problem(answer, 429, "RATE_LIMITED");
        assertThat(answer.headers().firstValue("retry-after")).hasValue("1");
        assertThat(venue.get("/api/v1/instruments", "demo-alpha").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldServeHealthAndPagesOnlyBeforeItIsOpen() throws Exception {
        venue.close();
        venue = new TestVenue(WebSettings.demo());
        assertThat(venue.get("/health/live", null).body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(venue.get("/health/ready", null).statusCode()).isEqualTo(200);
        assertThat(venue.get("/", null).statusCode()).isEqualTo(200);
        final HttpResponse<String> answer = venue.get("/api/v1/instruments", "demo-viewer");
        problem(answer, 503, "RECOVERING");
        assertThat(answer.headers().firstValue("retry-after")).hasValue("1");
        venue.open();
        assertThat(venue.get("/api/v1/instruments", "demo-viewer").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldShowMetricsToStaff() throws Exception {
        problem(venue.get("/metrics", null), 401, "UNAUTHENTICATED");
        problem(venue.get("/metrics", "demo-alpha"), 403, "FORBIDDEN");
        assertThat(venue.get("/metrics", "demo-viewer").body()).contains("vex_ws_viewers{channel=\"book\"}");
    }

    @Test
    void shouldServePagesUnderAStrictPolicyAndRevalidateFiles() throws Exception {
        for (final String path : List.of("/", "/docs", "/docs/problems")) {
            final HttpResponse<String> page = venue.get(path, null);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.body())
                    .doesNotContain(" style=")
                    .doesNotContain("onclick")
                    .doesNotContain("<script>");
        }
        assertThat(venue.get("/docs/problems", null).body()).contains("id=\"PRICE_COLLAR\"");
        final String tag =
                venue.get("/web/market.css", null).headers().firstValue("etag").orElseThrow();
        assertThat(raw("GET /web/market.css HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nIf-None-Match: " + tag
                        + "\r\n\r\n"))
                .startsWith("HTTP/1.1 304");
    }
}
