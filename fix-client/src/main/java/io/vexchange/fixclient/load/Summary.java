package io.vexchange.fixclient.load;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** A result as a table, as JSON and as percentile files. */
final class Summary {
    private static final double NANOS_PER_MICRO = 1_000.0;
    private static final double[] PERCENTILES = {50, 90, 99, 99.9, 99.99};

    private final LoadResult result;

    Summary(final LoadResult result) {
        this.result = result;
    }

    void print(final PrintWriter out) {
        final LoadPlan plan = result.plan();
        out.printf(
                Locale.ROOT,
                "%n%s, %s, %d s after %d s of warm-up%n",
                loop(plan),
                String.join(" ", plan.sessions()),
                plan.seconds(),
                plan.warmupSeconds());
        out.printf(
                Locale.ROOT,
                "  %,.0f requests/s answered   %,.0f reports/s   %,d sent   %,d fills%n",
                result.perSecond(result.answered()),
                result.perSecond(result.reports()),
                result.sent(),
                result.fills());
        out.printf(
                Locale.ROOT,
                "%n  %-24s %9s %9s %9s %9s %9s %9s %9s %10s%n",
                "microseconds",
                "p50",
                "p90",
                "p99",
                "p99.9",
                "p99.99",
                "max",
                "mean",
                "count");
        row(out, "request to first report", result.firstReports());
        row(out, "order to fill", result.fillTimes());
        if (plan.isOpenLoop()) {
            row(out, "(due to sent)", result.lateness());
            out.println("  Times count from when a request was due, so that a stall counts for all that fell into it.");
        }
        for (final Map.Entry<String, Long> refusal : result.refusals().entrySet()) {
            out.printf(Locale.ROOT, "  refused %,d times: %s%n", refusal.getValue(), refusal.getKey());
        }
        out.flush();
    }

    private static String loop(final LoadPlan plan) {
        return plan.isOpenLoop()
                ? String.format(Locale.ROOT, "open loop at %,d requests/s", plan.ratePerSecond())
                : String.format(Locale.ROOT, "closed loop with %,d requests outstanding a session", plan.window());
    }

    private static void row(final PrintWriter out, final String name, final Histogram times) {
        final StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "  %-24s", name));
        for (final double percentile : PERCENTILES) {
            row.append(String.format(Locale.ROOT, " %9.1f", times.getValueAtPercentile(percentile) / NANOS_PER_MICRO));
        }
        row.append(String.format(
                Locale.ROOT,
                " %9.1f %9.1f %,10d",
                times.getMaxValue() / NANOS_PER_MICRO,
                times.getTotalCount() == 0 ? 0 : times.getMean() / NANOS_PER_MICRO,
                times.getTotalCount()));
        out.println(row);
    }

    /** One JSON object; times in microseconds. */
    String json() {
        final LoadPlan plan = result.plan();
        final JsonText refusals = new JsonText();
        result.refusals().forEach(refusals::put);
        return new JsonText()
                .put("loop", plan.isOpenLoop() ? "open" : "closed")
                .put("ratePerSecond", plan.ratePerSecond())
                .put("window", plan.window())
                .put("sessions", plan.sessions())
                .put("symbol", plan.terms().symbol())
                .put("warmupSeconds", plan.warmupSeconds())
                .put("measuredSeconds", result.measuredNanos() / 1e9)
                .put("requestsPerSecond", result.perSecond(result.answered()))
                .put("reportsPerSecond", result.perSecond(result.reports()))
                .put("sent", result.sent())
                .put("notSent", result.notSent())
                .put("unanswered", result.unanswered())
                .put("fills", result.fills())
                .put("refusals", refusals)
                .put("firstReportMicros", times(result.firstReports()))
                .put("fillMicros", times(result.fillTimes()))
                .put("sendLateMicros", times(result.lateness()))
                .put("faults", result.faults())
                .toString();
    }

    private static JsonText times(final Histogram times) {
        final JsonText json = new JsonText().put("count", times.getTotalCount());
        for (final double percentile : PERCENTILES) {
            final String name = "p"
                    + (percentile == Math.rint(percentile)
                            ? String.valueOf((int) percentile)
                            : String.valueOf(percentile));
            json.put(name, times.getValueAtPercentile(percentile) / NANOS_PER_MICRO);
        }
        return json.put("max", times.getMaxValue() / NANOS_PER_MICRO)
                .put("mean", times.getTotalCount() == 0 ? 0 : times.getMean() / NANOS_PER_MICRO);
    }

    /** Percentile distributions in HdrHistogram's format, microseconds: PREFIX-first-report.hgrm and PREFIX-fill.hgrm. */
    void writeDistributions(final String prefix) throws IOException {
        distribution(Path.of(prefix + "-first-report.hgrm"), result.firstReports());
        distribution(Path.of(prefix + "-fill.hgrm"), result.fillTimes());
    }

    private static void distribution(final Path file, final Histogram times) throws IOException {
        try (PrintStream out = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.US_ASCII)) {
            times.outputPercentileDistribution(out, NANOS_PER_MICRO);
        }
    }
}
