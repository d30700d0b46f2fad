package io.vexchange.web.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vexchange.web.AdminWeb;
import io.vexchange.web.QuietCluster;
import io.vexchange.web.WebSettings;
import io.vexchange.web.shape.HealthShape;
import io.vexchange.web.venue.FixSessions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The web server in front of the real engine core and the demo's directory. */
final class LiveVenueRig implements AutoCloseable {
    private static final AtomicInteger IDS = new AtomicInteger();

    final LiveVenue live = new LiveVenue();
    final InProcessEngine engine = new InProcessEngine(live);
    final RememberedHistory history = new RememberedHistory();
    final AdminWeb web;
    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();

    LiveVenueRig() {
        new DemoSeed(engine).plant();
        live.listen(history);
        final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        web = new AdminWeb(WebSettings.demo().withPort(0), () -> new HealthShape("UP", "UP", "UP", "UP", true), meters);
        web.start();
        web.open(live.parts(
                engine, history, FixSessions.UNKNOWN, new QuietCluster(), "VEX", true, web.executor(), meters));
    }

    static String freshId() {
        return "w-" + IDS.incrementAndGet();
    }

    /** An answer with its body read. */
    record Reply(int status, JsonNode json, HttpResponse<String> raw) {
        String code() {
            return json.path("code").asText();
        }
    }

    Reply call(final String verb, final String path, final String user, final Object body) {
        return callWith(verb, path, "demo-" + user, body);
    }

    Reply callWith(final String verb, final String path, final String token, final Object body) {
        try {
            final HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + web.port() + "/api/v1" + path))
                    .header("Authorization", "Bearer " + token)
                    .method(
                            verb,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(
                                            body instanceof String text ? text : mapper.writeValueAsString(body)));
            if (body != null) {
                request.header("Content-Type", "application/json");
            }
            final HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(answer.statusCode(), mapper.readTree(answer.body()), answer);
        } catch (final Exception e) {
            throw new AssertionError(verb + " " + path, e);
        }
    }

    /** A list as CSV; a problem when it is none. */
    Reply csv(final String path, final String user) {
        try {
            final HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + web.port() + "/api/v1" + path))
                    .header("Authorization", "Bearer demo-" + user)
                    .header("Accept", "text/csv")
                    .build();
            final HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(answer.statusCode(), mapper.nullNode(), answer);
        } catch (final Exception e) {
            throw new AssertionError(path, e);
        }
    }

    Reply get(final String path, final String user) {
        return call("GET", path, user, null);
    }

    /** A limit order of ALPHA-A or BETA-A with changes; null takes a member away. */
    Reply order(final String user, final String side, final String quantity, final String price, final Object... more) {
        final Map<String, Object> order = new LinkedHashMap<>();
        order.put("clientOrderId", freshId());
        order.put("account", user.equals("alpha") ? "ALPHA-A" : "BETA-A");
        order.put("symbol", "ACME");
        order.put("side", side);
        order.put("orderType", "LIMIT");
        order.put("quantity", quantity);
        order.put("price", price);
        for (int i = 0; i < more.length; i += 2) {
            order.put((String) more[i], more[i + 1]);
        }
        order.values().removeIf(java.util.Objects::isNull);
        return call("POST", "/orders", user, order);
    }

    @Override
    public void close() {
        web.close();
        engine.close();
    }
}
