package io.vexchange.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.vexchange.web.access.Access;
import io.vexchange.web.http.DocsPages;
import io.vexchange.web.http.OpenApi;
import io.vexchange.web.http.Operations;
import io.vexchange.web.json.Json;
import java.util.List;

/** The pages and documents that are open to everybody. */
public final class WebPages {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; "
                    + "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final List<String> FILES = List.of(
            "base.css",
            "market.css",
            "docs.css",
            "icon.svg",
            "js/accounts.js",
            "js/alerts.js",
            "js/api.js",
            "js/audit.js",
            "js/blotter.js",
            "js/book.js",
            "js/candles.js",
            "js/connection.js",
            "js/decimal.js",
            "js/depth.js",
            "js/dialog.js",
            "js/early.js",
            "js/fix-tags.js",
            "js/instruments.js",
            "js/ladder.js",
            "js/live.js",
            "js/login.js",
            "js/market.js",
            "js/orders.js",
            "js/own-orders.js",
            "js/paint.js",
            "js/series.js",
            "js/session.js",
            "js/sessions.js",
            "js/shell.js",
            "js/system.js",
            "js/tape.js",
            "js/theme.js",
            "js/ticket.js",
            "js/ui.js",
            "js/words.js",
            "vendor/README.txt",
            "vendor/htm-preact.js",
            "vendor/htm.LICENSE.txt",
            "vendor/lightweight-charts.js",
            "vendor/lightweight-charts.LICENSE.txt",
            "vendor/uplot.css",
            "vendor/uplot.js",
            "vendor/uplot.LICENSE.txt");

    private WebPages() {}

    /**
     * @param routes Javalin's
     * @param operations what the documents describe
     * @param publicMarketData whether market data needs no credential here
     * @param environment the badge, empty for none
     */
    public static void install(
            final RoutesConfig routes,
            final Operations operations,
            final boolean publicMarketData,
            final String environment) {
        for (final ConsolePage each : ConsolePage.values()) {
            page(routes, each.path(), StaticFile.ofPage(each.html(environment)));
        }
        page(routes, "/docs", StaticFile.ofPage(DocsPages.operations(operations, publicMarketData)));
        page(routes, "/docs/problems", StaticFile.ofPage(DocsPages.problems()));
        file(routes, "/openapi.json", StaticFile.ofJson(Json.bytes(OpenApi.document(operations, publicMarketData))));
        for (final String name : FILES) {
            file(routes, "/web/" + name, StaticFile.ofResource(name));
        }
    }

    private static void page(final RoutesConfig routes, final String path, final StaticFile file) {
        serve(routes, path, file, true);
    }

    private static void file(final RoutesConfig routes, final String path, final StaticFile file) {
        serve(routes, path, file, false);
    }

    private static void serve(
            final RoutesConfig routes, final String path, final StaticFile file, final boolean isPage) {
        routes.get(path, context -> serve(context, file, isPage), Access.OPEN);
        routes.head(path, context -> serve(context, file, isPage), Access.OPEN);
    }

    private static void serve(final Context context, final StaticFile file, final boolean isPage) {
        if (isPage) {
            context.header("Content-Security-Policy", POLICY).header("Cross-Origin-Opener-Policy", "same-origin");
        }
        file.serve(context);
    }
}
