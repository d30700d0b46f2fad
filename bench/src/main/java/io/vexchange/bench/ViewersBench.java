package io.vexchange.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Orders with and without people who look on, in turn: what viewers cost, and how far behind each is. */
@Command(
        name = "viewers",
        mixinStandardHelpOptions = true,
        description = "Orders beside WebSocket viewers of their book, and the same orders without one, in turn.")
final class ViewersBench implements Callable<Integer> {
    private static final Pattern PER_SECOND = Pattern.compile("\"requestsPerSecond\":([0-9.E]+)");
    private static final Pattern P99 = Pattern.compile("\"firstReportMicros\":\\{.*?\"p99\":([0-9.E]+)");

    @Option(names = "--viewers", description = "(default ${DEFAULT-VALUE})", defaultValue = "1000")
    private int viewers;

    @Option(
            names = "--rate",
            description = "requests a second, open loop; each changes the book (default ${DEFAULT-VALUE})",
            defaultValue = "5000")
    private int rate;

    @Option(names = "--seconds", description = "of each run (default ${DEFAULT-VALUE})", defaultValue = "15")
    private int seconds;

    @Option(names = "--pairs", description = "(default ${DEFAULT-VALUE})", defaultValue = "5")
    private int pairs;

    @Option(names = "--durability", description = "fsync or os (default ${DEFAULT-VALUE})", defaultValue = "os")
    private String durability;

    private record Load(double perSecond, double p99Micros) {}

    @Override
    public Integer call() throws Exception {
        final Path data = Checkout.temporaryData();
        try (VenueProcess venue = VenueProcess.start(Checkout.home(), data, "--durability", durability)) {
            load(venue); // warms it up
            final List<Double> alone = new ArrayList<>();
            final List<Double> watched = new ArrayList<>();
            final List<Double> behind = new ArrayList<>();
            System.out.printf("%-6s %14s %14s %10s  %s%n", "pair", "alone/s", "watched/s", "ratio", "viewers");
            for (int pair = 1; pair <= pairs; pair++) {
                final Load without = load(venue);
                final List<BookViewer> crowd = crowd(venue);
                final Load with;
                try {
                    crowd.forEach(BookViewer::count);
                    with = load(venue);
                } finally {
                    crowd.forEach(BookViewer::close);
                }
                alone.add(without.perSecond);
                watched.add(with.perSecond);
                behind.add(worst(crowd));
                System.out.printf(
                        Locale.ROOT,
                        "%-6d %14.0f %14.0f %10.3f  %s; orders p99 %.1f and %.1f ms%n",
                        pair,
                        without.perSecond,
                        with.perSecond,
                        with.perSecond / without.perSecond,
                        describe(crowd),
                        without.p99Micros / 1_000,
                        with.p99Micros / 1_000);
            }
            System.out.printf("alone/s         %s%n", spread(alone));
            System.out.printf("watched/s       %s%n", spread(watched));
            System.out.printf("slowest viewer's p99 of its lag, ms  %s%n", spread(behind));
            System.out.printf(Locale.ROOT, "memory of the venue  %.0f MiB%n", venue.memoryMiB());
        } finally {
            Checkout.delete(data);
        }
        return 0;
    }

    private static Spread spread(final List<Double> values) {
        return new Spread(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private List<BookViewer> crowd(final VenueProcess venue) {
        final HttpClient client = HttpClient.newHttpClient();
        final URI uri = URI.create(venue.webAddress().replace("http://", "ws://") + "/ws/v1");
        final List<BookViewer> crowd = new ArrayList<>();
        for (int i = 0; i < viewers; i++) {
            crowd.add(BookViewer.open(client, uri, "demo-viewer", "BTC-USD"));
        }
        return crowd;
    }

    private static double worst(final List<BookViewer> crowd) {
        return crowd.stream()
                .mapToDouble(each -> each.lagMillis().getValueAtPercentile(99))
                .max()
                .orElse(0);
    }

    private static String describe(final List<BookViewer> crowd) {
        final Histogram all = new Histogram(60_000, 3);
        crowd.forEach(each -> all.add(each.lagMillis()));
        return String.format(
                Locale.ROOT,
                "%,d frames, %d snapshots, %d gaps, %d closed; lag p50 %d p99 %d, slowest viewer's p99 %.0f ms",
                crowd.stream().mapToInt(BookViewer::frames).sum(),
                crowd.stream().mapToInt(BookViewer::snapshots).sum(),
                crowd.stream().mapToInt(BookViewer::gaps).sum(),
                crowd.stream().filter(each -> each.closeCode() != 0).count(),
                all.getValueAtPercentile(50),
                all.getValueAtPercentile(99),
                worst(crowd));
    }

    private Load load(final VenueProcess venue) throws Exception {
        final Path result = Files.createTempFile("viewers", ".json");
        try {
            final int colon = venue.fixAddress().lastIndexOf(':');
            final int status = new ProcessBuilder(
                            Checkout.home().resolve("bin/fix-client").toString(),
                            "load",
                            "--host",
                            venue.fixAddress().substring(0, colon),
                            "--port",
                            venue.fixAddress().substring(colon + 1),
                            "--sessions",
                            "LOAD1,LOAD2",
                            "--rate",
                            Integer.toString(rate),
                            "--seconds",
                            Integer.toString(seconds),
                            "--json",
                            result.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            final String json = Files.readString(result);
            if (status != 0 || json.isEmpty()) {
                throw new IllegalStateException("the load generator ended with status=" + status);
            }
            return new Load(number(PER_SECOND, json), number(P99, json));
        } finally {
            Files.deleteIfExists(result);
        }
    }

    private static double number(final Pattern pattern, final String json) {
        final Matcher found = pattern.matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("no " + pattern + " in " + json);
        }
        return Double.parseDouble(found.group(1));
    }
}
