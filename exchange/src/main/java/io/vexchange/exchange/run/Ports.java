package io.vexchange.exchange.run;

import io.vexchange.exchange.ExitCode;
import io.vexchange.exchange.StartFailure;
import io.vexchange.exchange.config.ExchangeConfig;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks whether the ports are free before anything starts. */
final class Ports {
    private Ports() {}

    /**
     * @param config with the ports of the three doors
     * @throws StartFailure naming the first port that is in use, and how to choose another
     */
    static void check(final ExchangeConfig config) {
        check("fix", config.fix().bind(), config.fix().port(), "--fix-port, VEX_FIX_PORT");
        check("web", config.web().bind(), config.web().port(), "--web-port, VEX_WEB_PORT");
        if (config.store().isEmbedded()) {
            check("postgres", "127.0.0.1", config.store().port(), "--pg-port, VEX_PG_PORT");
        }
    }

    private static void check(final String door, final String bind, final int port, final String how) {
        if (port == 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(bind, port));
        } catch (final BindException e) {
            throw refused(door, bind, port, how, e);
        } catch (final IOException e) {
            throw new StartFailure(
                    ExitCode.USAGE, door + " cannot listen at " + bind + ':' + port + ": " + e.getMessage(), e);
        }
    }

    private static StartFailure refused(
            final String door, final String bind, final int port, final String how, final BindException e) {
        final String text = String.valueOf(e.getMessage());
        if (text.contains("in use")) {
            return new StartFailure(
                    ExitCode.PORT_IN_USE, door + " port " + port + " is in use (" + how + "; 0 = any free one)", e);
        }
        return new StartFailure(
                ExitCode.USAGE, door + " cannot listen at " + bind + ':' + port + " (" + text + "): see " + how, e);
    }
}
