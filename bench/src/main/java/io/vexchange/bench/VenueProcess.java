package io.vexchange.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A venue started from this checkout in a process of its own, on free ports, watched from outside through {@code /proc}. */
public final class VenueProcess implements AutoCloseable {
    private static final Pattern READY =
            Pattern.compile("^V-Exchange ready\\s.*?fix=(\\S+)\\s+web=(\\S+)\\s+postgres=(\\S+)");
    private static final double TICKS_PER_SECOND = 100.0;

    private final Process process;
    private final String fixAddress;
    private final String webAddress;
    private final String postgresUrl;
    private final double startSeconds;

    private VenueProcess(final Process process, final Matcher ready, final double startSeconds) {
        this.process = process;
        this.fixAddress = ready.group(1);
        this.webAddress = ready.group(2);
        this.postgresUrl = ready.group(3);
        this.startSeconds = startSeconds;
    }

    /**
     * Starts a venue and waits for its ready line.
     *
     * @param home the checkout
     * @param data its data folder
     * @param options further options of {@code bin/exchange run}
     * @throws IOException when it ends before it is ready
     */
    public static VenueProcess start(final Path home, final Path data, final String... options) throws IOException {
        final List<String> words = new ArrayList<>(List.of(
                home.resolve("bin/exchange").toString(),
                "run",
                "--data",
                data.toString(),
                "--fix-port",
                "0",
                "--web-port",
                "0",
                "--pg-port",
                "0"));
        words.addAll(List.of(options));
        final ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().put("VEX_NO_BUILD", "1");
        builder.redirectErrorStream(true);
        final long began = System.nanoTime();
        final Process process = builder.start();
        process.getOutputStream().close();
        final BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        final StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            final Matcher ready = READY.matcher(line);
            if (ready.find()) {
                final double seconds = (System.nanoTime() - began) / 1e9;
                drain(output);
                return new VenueProcess(process, ready, seconds);
            }
            said.append(line).append('\n');
        }
        throw new IOException("the venue ended before it was ready: " + said);
    }

    private static void drain(final BufferedReader output) {
        final Thread thread = new Thread(
                () -> {
                    try {
                        output.transferTo(Writer.nullWriter());
                    } catch (final IOException ended) {
                        return;
                    }
                },
                "venue-output");
        thread.setDaemon(true);
        thread.start();
    }

    public String fixAddress() {
        return fixAddress;
    }

    public String webAddress() {
        return webAddress;
    }

    String postgresUrl() {
        return postgresUrl;
    }

    /** Seconds from the call of the launcher to the ready line. */
    public double startSeconds() {
        return startSeconds;
    }

    /** Seconds of CPU used by the venue and all below it since they began. */
    public double cpuSeconds() throws IOException {
        double ticks = 0;
        for (final long pid : family()) {
            final String stat = read(Path.of("/proc", Long.toString(pid), "stat"));
            if (!stat.isEmpty()) {
                final String[] fields =
                        stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
                ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            }
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** Memory of the venue and all below it in MiB, pages they share counted once. */
    public double memoryMiB() throws IOException {
        long kibibytes = 0;
        for (final long pid : family()) {
            for (final String line :
                    read(Path.of("/proc", Long.toString(pid), "smaps_rollup")).split("\n", -1)) {
                if (line.startsWith("Pss:")) {
                    kibibytes += Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
        }
        return kibibytes / 1024.0;
    }

    private List<Long> family() {
        final List<Long> pids = new ArrayList<>();
        pids.add(process.pid());
        process.descendants().forEach(each -> pids.add(each.pid()));
        return pids;
    }

    private static String read(final Path file) throws IOException {
        return Files.isReadable(file) ? Files.readString(file) : "";
    }

    /** Stops the venue in order and waits for its end. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IOException("the venue did not stop within 40 s");
            }
        } catch (final InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
