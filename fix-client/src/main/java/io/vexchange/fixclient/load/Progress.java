package io.vexchange.fixclient.load;

import java.io.PrintWriter;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** One line a second on a terminal, written over. */
final class Progress implements LoadRun.Watcher {
    private static final String LINE_START = "\r\u001b[K";

    private final PrintWriter out;
    private Histogram used;
    private long answered;
    private long reports;
    private double elapsed;

    Progress(final PrintWriter out) {
        this.out = out;
    }

    @Override
    public void second(final LoadRun run, final double elapsedSeconds, final boolean warmingUp) {
        used = run.firstReports().sinceLast(used);
        final double seconds = Math.max(elapsedSeconds - elapsed, 1e-3);
        out.print(LINE_START);
        out.printf(
                Locale.ROOT,
                "%4.0f s%s  %,8.0f requests/s  %,8.0f reports/s  p50 %,.0f  p99 %,.0f  max %,.0f µs  %,d unanswered",
                elapsedSeconds,
                warmingUp ? " warm-up" : "",
                (run.answered() - answered) / seconds,
                (run.reports() - reports) / seconds,
                used.getValueAtPercentile(50) / 1e3,
                used.getValueAtPercentile(99) / 1e3,
                used.getMaxValue() / 1e3,
                run.unanswered());
        out.flush();
        answered = run.answered();
        reports = run.reports();
        elapsed = elapsedSeconds;
    }
}
