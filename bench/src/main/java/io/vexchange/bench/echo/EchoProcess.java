package io.vexchange.bench.echo;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The echo acceptor with the JVM and options of this process. */
final class EchoProcess implements AutoCloseable {
    private final Process process;
    private final int port;

    private EchoProcess(final Process process, final int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it and waits until it listens. */
    static EchoProcess start(final Path home, final Path data) throws IOException {
        final int port = freePort();
        final List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        words.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                EchoMain.class.getName(),
                Integer.toString(port),
                data.toString(),
                home.resolve("config").resolve("fix-acceptor.cfg").toString()));
        final Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        final BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if ("echo ready".equals(line)) {
                return new EchoProcess(process, port);
            }
        }
        throw new IOException("the echo acceptor has not started");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
