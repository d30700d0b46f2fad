package io.vexchange.web;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vexchange.web.access.Credentials;
import io.vexchange.web.access.Principal;
import io.vexchange.web.access.Role;
import io.vexchange.web.shape.HealthShape;
import io.vexchange.web.watch.WatchSources;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The web server on a free port, in front of a scripted market and the demo's tokens. */
public final class TestVenue implements AutoCloseable {
    /** What it shows. */
    public final ScriptedMarket market = new ScriptedMarket();
    /** Tokens in force. */
    public final Map<String, Principal> tokens = new ConcurrentHashMap<>();
    /** The server. */
    public final AdminWeb web;

    private final HttpClient client = HttpClient.newHttpClient();

    /** Starts it, open. */
    public TestVenue(final WebSettings settings) {
        tokens.put("demo-viewer", new Principal(1, "viewer", Role.VIEWER, List.of(), 1));
        tokens.put("demo-alpha", new Principal(2, "alpha", Role.TRADER, List.of("ALPHA-A", "ALPHA-B"), 2));
        tokens.put("demo-operator", new Principal(3, "operator", Role.OPERATOR, List.of(), 3));
        tokens.put("demo-admin", new Principal(4, "admin", Role.ADMIN, List.of(), 4));
        web = new AdminWeb(
                settings.withPort(0),
                () -> new HealthShape("UP", "UP", "UP", "UP", true),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        web.start();
    }

    /** The venue has recovered. */
    public TestVenue open() {
        web.open(new WebParts(
                credentials(),
                market,
                new QuietFeed(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                ScriptedHistory.quiet(),
                null,
                null,
                watched()));
        return this;
    }

    private static WatchSources watched() {
        return new WatchSources(List::of, List::of, List::of, new QuietCluster());
    }

    private Credentials credentials() {
        return new Credentials() {
            @Override
            public Principal byToken(final String token, final String address) {
                return tokens.get(token);
            }

            @Override
            public Principal refresh(final Principal principal) {
                return tokens.containsValue(principal) ? principal : null;
            }

            @Override
            public Login login(final String user) {
                return null;
            }

            @Override
            public Principal byUser(final int userId, final int tokenId) {
                return null;
            }
        };
    }

    /** @return the address of a path */
    public URI uri(final String path) {
        return URI.create("http://127.0.0.1:" + web.port() + path);
    }

    /** One call. */
    public HttpResponse<String> call(final String verb, final String path, final String token, final String body)
            throws Exception {
        final HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .method(
                        verb,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** One GET. */
    public HttpResponse<String> get(final String path, final String token) throws Exception {
        return call("GET", path, token, null);
    }

    @Override
    public void close() {
        web.close();
    }
}
