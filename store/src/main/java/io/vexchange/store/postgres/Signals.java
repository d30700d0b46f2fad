package io.vexchange.store.postgres;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Signals to a PostgreSQL server: its own TERM would wait for its clients to leave, so Java's {@code destroy} is of no use. */
final class Signals {
    private static final long FAST_SECONDS = 10;
    private static final long IMMEDIATE_SECONDS = 3;

    private Signals() {}

    /** Ends a server: clients are cut off, then a checkpoint; if that takes too long, at once. Returns when it is gone. */
    static void stop(final ProcessHandle server) throws IOException {
        final List<ProcessHandle> backends = server.descendants().toList();
        send("INT", server);
        if (!isGone(server, FAST_SECONDS)) {
            send("QUIT", server);
            if (!isGone(server, IMMEDIATE_SECONDS)) {
                server.destroyForcibly();
                isGone(server, IMMEDIATE_SECONDS);
            }
        }
        for (final ProcessHandle backend : backends) {
            isGone(backend, IMMEDIATE_SECONDS);
        }
    }

    private static boolean isGone(final ProcessHandle process, final long seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (final TimeoutException e) {
            return false;
        } catch (final ExecutionException e) {
            return !process.isAlive();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private static void send(final String signal, final ProcessHandle process) throws IOException {
        final Process kill = new ProcessBuilder(
                        "sh", "-c", "kill -s \"$1\" \"$2\"", "sh", signal, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        isGone(kill.toHandle(), IMMEDIATE_SECONDS);
    }
}
