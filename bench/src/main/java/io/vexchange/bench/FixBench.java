package io.vexchange.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Orders over FIX against the whole venue, durability, projection and web on, by the load generator in a process of its own. */
@Command(
        name = "fix",
        description = "orders over FIX, open or closed loop, latency and throughput",
        mixinStandardHelpOptions = true)
final class FixBench implements Callable<Integer> {
    @Option(names = "--durability", description = "fsync or os (default ${DEFAULT-VALUE})", defaultValue = "fsync")
    private String durability;

    @Option(names = "--sessions", description = "(default ${DEFAULT-VALUE})", defaultValue = "LOAD1,LOAD2")
    private String sessions;

    @Option(names = "--rate", description = "orders a second, open loop")
    private Integer rate;

    @Option(names = "--window", description = "orders outstanding a session, closed loop")
    private Integer window;

    @Option(names = "--seconds", description = "(default ${DEFAULT-VALUE})", defaultValue = "20")
    private int seconds;

    @Option(names = "--warmup", description = "seconds not counted (default ${DEFAULT-VALUE})", defaultValue = "10")
    private int warmup;

    @Option(names = "--runs", description = "(default ${DEFAULT-VALUE})", defaultValue = "3")
    private int runs;

    @Override
    public Integer call() throws Exception {
        final Path data = Checkout.temporaryData();
        try (VenueProcess venue = VenueProcess.start(Checkout.home(), data, "--durability", durability)) {
            for (int run = 1; run <= runs; run++) {
                final double before = venue.cpuSeconds();
                System.out.printf("run %d of %d, durability=%s%n", run, runs, durability);
                final int status =
                        new ProcessBuilder(command(venue)).inheritIO().start().waitFor();
                if (status != 0) {
                    return status;
                }
                System.out.printf(
                        "venue  cpu %.1f s  memory %.0f MiB%n%n", venue.cpuSeconds() - before, venue.memoryMiB());
            }
        } finally {
            Checkout.delete(data);
        }
        return 0;
    }

    private List<String> command(final VenueProcess venue) {
        final int colon = venue.fixAddress().lastIndexOf(':');
        final List<String> words = new ArrayList<>(List.of(
                Checkout.home().resolve("bin/fix-client").toString(),
                "load",
                "--host",
                venue.fixAddress().substring(0, colon),
                "--port",
                venue.fixAddress().substring(colon + 1),
                "--sessions",
                sessions,
                "--seconds",
                Integer.toString(seconds),
                "--warmup",
                Integer.toString(warmup)));
        if (window != null) {
            words.addAll(List.of("--window", window.toString()));
        } else {
            words.addAll(List.of("--rate", rate == null ? "1000" : rate.toString()));
        }
        return words;
    }
}
