package io.vexchange.bench.replay;

import io.vexchange.bench.Spread;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The matching core over a workload file, in this process, on one thread. */
@Command(
        name = "replay",
        description = "messages a second of the matching core over a workload file",
        mixinStandardHelpOptions = true)
public final class ReplayBench implements Callable<Integer> {
    /** Whether accounts, risk and self-trade prevention are part of it. */
    enum Checks {
        ON,
        OFF
    }

    @Parameters(index = "0", paramLabel = "FILE", description = "workload, gzip or raw")
    private Path file;

    @Option(
            names = "--warmup",
            description = "runs before those that count (default ${DEFAULT-VALUE})",
            defaultValue = "3")
    private int warmup;

    @Option(names = "--runs", description = "runs that count (default ${DEFAULT-VALUE})", defaultValue = "5")
    private int runs;

    @Option(
            names = "--checks",
            description = "accounts, holds, admission and self-trade prevention: on or off (default ${DEFAULT-VALUE})",
            defaultValue = "off")
    private Checks checks;

    @Option(names = "--facade", description = "also the whole engine: SBE commands and ClOrdIDs in, SBE events out")
    private boolean isFacadeMeant;

    private final List<BiFunction<Workload, ReportLog, Subject>> yardsticks;

    /** The core by itself. */
    public ReplayBench() {
        this(List.of());
    }

    /** @param yardsticks what is measured beside it, in turn */
    ReplayBench(final List<BiFunction<Workload, ReportLog, Subject>> yardsticks) {
        this.yardsticks = yardsticks;
    }

    @Override
    public Integer call() throws Exception {
        final Workload workload = Workload.read(file);
        final ReportLog log = new ReportLog(workload.size);
        final List<Timed> all = new ArrayList<>();
        for (final Subject each : subjects(workload, log)) {
            all.add(new Timed(each, workload, log));
        }
        for (int i = 0; i < warmup; i++) {
            for (final Timed each : all) {
                each.run();
            }
        }
        final List<List<Timed.Run>> results = new ArrayList<>();
        all.forEach(each -> results.add(new ArrayList<>()));
        for (int i = 0; i < runs; i++) {
            for (int k = 0; k < all.size(); k++) {
                final Timed.Run run = all.get(k).run();
                results.get(k).add(run);
                System.out.println((k == 0 ? "" : all.get(k).subject().name() + ": ") + run.line());
            }
        }
        for (int k = 0; k < all.size(); k++) {
            summary(all.get(k), results.get(k));
        }
        return 0;
    }

    private List<Subject> subjects(final Workload workload, final ReportLog log) {
        final List<Subject> subjects = new ArrayList<>();
        subjects.add(new MatchingSubject(workload, log, checks == Checks.ON));
        if (isFacadeMeant) {
            subjects.add(new EngineSubject(workload, log));
        }
        yardsticks.forEach(each -> subjects.add(each.apply(workload, log)));
        return subjects;
    }

    private static void summary(final Timed timed, final List<Timed.Run> results) {
        final double[] speeds =
                results.stream().mapToDouble(Timed.Run::millionsPerSecond).toArray();
        final double[] cpu =
                results.stream().mapToDouble(Timed.Run::millionsPerCpuSecond).toArray();
        final double[] bytes =
                results.stream().mapToDouble(Timed.Run::allocatedPerMessage).toArray();
        final Histogram nanos = timed.latencies();
        System.out.printf(
                Locale.ROOT,
                "%-18s M/s %s, M/s of CPU time %s, p50 %d p99 %d p99.9 %d max %d ns a message, %.2f B allocated a"
                        + " message%n",
                timed.subject().name(),
                new Spread(speeds),
                new Spread(cpu),
                nanos.getValueAtPercentile(50),
                nanos.getValueAtPercentile(99),
                nanos.getValueAtPercentile(99.9),
                nanos.getMaxValue(),
                new Spread(bytes).median());
    }
}
