package io.vexchange.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The venue as a process of its own, as the launcher starts it: on free ports, killed at the latest when it is closed. */
public final class VenueChild implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("V-Exchange ready  fix=(\\S+)  web=(\\S+)  postgres=(\\S+)");
    private static final long START_SECONDS = 120;
    private static final long END_SECONDS = 60;

    private final Process process;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch readyOrEnded = new CountDownLatch(1);
    private final Thread reader = new Thread(this::read, "venue-output");
    private volatile Matcher ready;

    private VenueChild(final Process process) {
        this.process = process;
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts it; see {@link #awaitReady}. */
    public static VenueChild start(final Path data, final String... options) throws IOException {
        final List<String> arguments = new ArrayList<>(List.of("run", "--data", data.toString()));
        for (final String door : List.of("--fix-port", "--web-port", "--pg-port")) {
            if (!List.of(options).contains(door)) {
                arguments.addAll(List.of(door, "0"));
            }
        }
        arguments.addAll(List.of(options));
        return new VenueChild(java(arguments));
    }

    /** Runs another command to its end: its status, then its lines. */
    static List<String> run(final String... arguments) throws IOException, InterruptedException {
        try (VenueChild child = new VenueChild(java(List.of(arguments)))) {
            final List<String> result = new ArrayList<>();
            result.add(Integer.toString(child.awaitEnd()));
            result.addAll(child.lines());
            return result;
        }
    }

    private static Process java(final List<String> arguments) throws IOException {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                Arrays.asList(System.getProperty("vex.jvm.options").trim().split("\\s+", -1)));
        command.add("-Dvex.home=" + Path.of("..").toAbsolutePath().normalize());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ExchangeMain.class.getName()));
        command.addAll(arguments);
        final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(each -> each.startsWith("VEX_"));
        return builder.start();
    }

    private void read() {
        try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
                final Matcher found = READY.matcher(line);
                if (found.matches()) {
                    ready = found;
                    readyOrEnded.countDown();
                }
            }
        } catch (final IOException e) {
            lines.add(e.toString());
        } finally {
            readyOrEnded.countDown();
        }
    }

    public VenueChild awaitReady() throws InterruptedException {
        if (!readyOrEnded.await(START_SECONDS, TimeUnit.SECONDS) || ready == null) {
            throw new IllegalStateException("not ready: " + lines());
        }
        return this;
    }

    /** Waits for its end; its exit status. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("pid=" + process.pid() + " has not ended: " + lines());
        }
        reader.join(TimeUnit.SECONDS.toMillis(END_SECONDS));
        return process.exitValue();
    }

    /** SIGTERM, and the exit status. */
    int stop() throws InterruptedException {
        signal();
        return awaitEnd();
    }

    /** SIGTERM; the process itself would close its streams too. */
    void signal() {
        process.toHandle().destroy();
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        awaitEnd();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** host:port */
    public String fix() {
        return ready.group(1);
    }

    public String web() {
        return ready.group(2);
    }

    public String postgres() {
        return ready.group(3);
    }

    public List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(END_SECONDS, TimeUnit.SECONDS);
            process.getInputStream().close();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
