package io.vexchange.bench.echo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vexchange.bench.Checkout;
import io.vexchange.bench.Spread;
import io.vexchange.bench.VenueProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Order to first report through the whole venue and through the echo acceptor, in turns on the same machine: ping-pong, an open loop and a
 * full window. Each request has one report: an order that rests, or its cancel.
 */
@Command(
        name = "echo",
        description = "the FIX gateway against an echo acceptor of the same QuickFIX/J and store, in turns",
        mixinStandardHelpOptions = true)
public final class EchoBench implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--durability", description = "fsync or os (default ${DEFAULT-VALUE})", defaultValue = "fsync")
    private String durability;

    @Option(names = "--pairs", description = "of runs (default ${DEFAULT-VALUE})", defaultValue = "5")
    private int pairs;

    @Option(names = "--seconds", description = "of a run (default ${DEFAULT-VALUE})", defaultValue = "6")
    private int seconds;

    @Option(names = "--warmup", description = "seconds not counted (default ${DEFAULT-VALUE})", defaultValue = "4")
    private int warmup;

    @Option(names = "--rate", description = "of the open loop (default ${DEFAULT-VALUE})", defaultValue = "5000")
    private int rate;

    @Option(names = "--window", description = "outstanding (default ${DEFAULT-VALUE})", defaultValue = "1000")
    private int window;

    @Option(names = "--session", description = "(default ${DEFAULT-VALUE})", defaultValue = "LOAD1")
    private String session;

    private record Workload(String name, List<String> options) {}

    private record Sample(double perSecond, double p50, double p99) {}

    @Override
    public Integer call() throws Exception {
        final Path data = Checkout.temporaryData();
        final Path store = Checkout.temporaryData();
        final List<Workload> workloads = List.of(
                new Workload("ping-pong", List.of("--window", "1")),
                new Workload("open " + rate + "/s", List.of("--rate", Integer.toString(rate))),
                new Workload("window " + window, List.of("--window", Integer.toString(window))));
        try (VenueProcess venue = VenueProcess.start(Checkout.home(), data, "--durability", durability);
                EchoProcess echo = EchoProcess.start(Checkout.home(), store)) {
            System.out.printf(
                    Locale.ROOT,
                    "durability=%s pairs=%d seconds=%d warmup=%d session=%s%n",
                    durability,
                    pairs,
                    seconds,
                    warmup,
                    session);
            for (final Workload each : workloads) {
                compare(each, echo, venue);
            }
        } finally {
            Checkout.delete(data);
            Checkout.delete(store);
        }
        return 0;
    }

    private void compare(final Workload workload, final EchoProcess echo, final VenueProcess venue)
            throws IOException, InterruptedException {
        final List<Sample> echoed = new ArrayList<>();
        final List<Sample> traded = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            echoed.add(measure(workload, echo.address()));
            traded.add(measure(workload, venue.fixAddress()));
        }
        System.out.printf(Locale.ROOT, "%n%s%n", workload.name());
        row("echo", echoed);
        row("venue", traded);
        final double[] ratios = new double[pairs];
        final double[] more = new double[pairs];
        final double[] tail = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            ratios[i] = traded.get(i).perSecond() / echoed.get(i).perSecond();
            more[i] = traded.get(i).p50() - echoed.get(i).p50();
            tail[i] = traded.get(i).p99() / traded.get(i).p50();
        }
        System.out.printf(
                "  venue/echo throughput %s   p50 venue - echo us %s   venue p99/p50 %s%n",
                new Spread(ratios), new Spread(more), new Spread(tail));
    }

    private static void row(final String name, final List<Sample> samples) {
        System.out.printf(
                "  %-6s requests/s %s   p50 us %s   p99 us %s%n",
                name,
                new Spread(samples.stream().mapToDouble(Sample::perSecond).toArray()),
                new Spread(samples.stream().mapToDouble(Sample::p50).toArray()),
                new Spread(samples.stream().mapToDouble(Sample::p99).toArray()));
    }

    private Sample measure(final Workload workload, final String address) throws IOException, InterruptedException {
        final Path result = Files.createTempFile("vex-echo-", ".json");
        try {
            final int colon = address.lastIndexOf(':');
            final List<String> words = new ArrayList<>(List.of(
                    Checkout.home().resolve("bin/fix-client").toString(),
                    "load",
                    "--host",
                    address.substring(0, colon),
                    "--port",
                    address.substring(colon + 1),
                    "--sessions",
                    session,
                    "--mix",
                    "cancel=1",
                    "--seconds",
                    Integer.toString(seconds),
                    "--warmup",
                    Integer.toString(warmup),
                    "--json",
                    result.toString()));
            words.addAll(workload.options());
            final ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("VEX_NO_BUILD", "1");
            final int status = builder.start().waitFor();
            if (status != 0) {
                throw new IOException("the load ends with status " + status + " at " + address);
            }
            final JsonNode json = JSON.readTree(result.toFile());
            return new Sample(
                    json.path("requestsPerSecond").asDouble(),
                    json.path("firstReportMicros").path("p50").asDouble(),
                    json.path("firstReportMicros").path("p99").asDouble());
        } finally {
            Files.deleteIfExists(result);
        }
    }
}
