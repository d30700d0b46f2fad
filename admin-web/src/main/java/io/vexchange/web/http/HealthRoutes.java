package io.vexchange.web.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vexchange.web.access.Access;
import io.vexchange.web.json.Json;
import io.vexchange.web.shape.HealthShape;
import java.util.Map;
import java.util.function.Supplier;

/** Health for load balancers and people, metrics for Prometheus. */
public final class HealthRoutes {
    private HealthRoutes() {}

    /**
     * @param routes Javalin's
     * @param health how the venue is now
     * @param meters what is scraped
     * @param metricsOpen whether strangers may
     */
    public static void install(
            final RoutesConfig routes,
            final Supplier<HealthShape> health,
            final PrometheusMeterRegistry meters,
            final boolean metricsOpen) {
        routes.get("/health/live", context -> json(context, 200, Map.of("status", "UP")), Access.OPEN);
        routes.get(
                "/health/ready",
                context -> {
                    final HealthShape now = health.get();
                    final boolean ready =
                            now.status().equals("UP") || now.status().equals("DEGRADED");
                    json(context, ready ? 200 : 503, now);
                },
                Access.OPEN);
        routes.get(
                "/metrics",
                context -> context.header("Cache-Control", "no-store")
                        .contentType("text/plain; version=0.0.4; charset=utf-8")
                        .result(meters.scrape()),
                metricsOpen ? Access.OPEN : Access.STAFF);
    }

    private static void json(final Context context, final int status, final Object body) {
        context.status(status)
                .header("Cache-Control", "no-store")
                .contentType("application/json")
                .result(Json.bytes(body));
    }
}
