package io.vexchange.web;

import java.util.List;

/**
 * How the web server runs.
 *
 * @param bind address to listen on
 * @param port 0 for any free one
 * @param hosts further names it is called by, beside loopback's
 * @param origins origins whose pages may use it, beside its own
 * @param publicMarketData whether market data needs no credential
 * @param ratePerSecond requests a second a user may make, all his tokens together
 * @param rateBurst requests he may make at once
 * @param metricsOpen whether {@code /metrics} needs no credential
 * @param sockets WebSocket connections at once
 * @param socketsPerUser WebSocket connections of one user, or of one address without a credential
 * @param secondUser whether a kill switch must be released by another user than engaged it
 * @param environment a badge on the pages, such as {@code DEMO}; empty for none
 */
public record WebSettings(
        String bind,
        int port,
        List<String> hosts,
        List<String> origins,
        boolean publicMarketData,
        int ratePerSecond,
        int rateBurst,
        boolean metricsOpen,
        int sockets,
        int socketsPerUser,
        boolean secondUser,
        String environment) {
    /** Copies the lists. */
    public WebSettings {
        hosts = List.copyOf(hosts);
        origins = List.copyOf(origins);
    }

    /** @return the demo venue's: loopback, port 8080, market data open, generous rates */
    public static WebSettings demo() {
        return new WebSettings(
                "127.0.0.1", 8080, List.of(), List.of(), true, 1_000, 2_000, false, 4_000, 2_000, true, "DEMO");
    }

    /**
     * @param newPort 0 for any free one
     * @return these settings on another port
     */
    public WebSettings withPort(final int newPort) {
        return new WebSettings(
                bind,
                newPort,
                hosts,
                origins,
                publicMarketData,
                ratePerSecond,
                rateBurst,
                metricsOpen,
                sockets,
                socketsPerUser,
                secondUser,
                environment);
    }
}
