package io.vexchange.bench.replay;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Runs of one subject over one workload. */
final class Timed {
    private static final double NANOS_PER_MICRO = 1_000.0;

    private final Subject subject;
    private final Workload workload;
    private final ReportLog log;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    Timed(final Subject subject, final Workload workload, final ReportLog log) {
        this.subject = subject;
        this.workload = workload;
        this.log = log;
    }

    Subject subject() {
        return subject;
    }

    /** What one run gave. */
    record Run(long nanos, long cpuNanos, long allocatedBytes, int messages, int reports, String hash) {
        double millionsPerSecond() {
            return messages * NANOS_PER_MICRO / nanos;
        }

        double millionsPerCpuSecond() {
            return messages * NANOS_PER_MICRO / cpuNanos;
        }

        double allocatedPerMessage() {
            return (double) allocatedBytes / messages;
        }

        /** The line of the results. */
        String line() {
            return String.format(
                    Locale.ROOT,
                    "messages=%d reports=%d sha256=%s mmsg_per_s=%.2f",
                    messages,
                    reports,
                    hash,
                    millionsPerSecond());
        }
    }

    /** The whole workload at full speed. */
    Run run() {
        subject.prepare();
        final int size = workload.size;
        final long allocated = threads.getCurrentThreadAllocatedBytes();
        final long cpuFrom = threads.getCurrentThreadCpuTime();
        final long from = System.nanoTime();
        for (int i = 0; i < size; i++) {
            subject.apply(i);
        }
        final long nanos = System.nanoTime() - from;
        final long cpuNanos = threads.getCurrentThreadCpuTime() - cpuFrom;
        final long bytes = threads.getCurrentThreadAllocatedBytes() - allocated;
        subject.check();
        return new Run(nanos, cpuNanos, bytes, size, log.size(), log.hash());
    }

    /** The whole workload with a look at the clock around each message, which is part of each figure. */
    Histogram latencies() {
        subject.prepare();
        final Histogram nanos = new Histogram(1, 10_000_000_000L, 3);
        final int size = workload.size;
        for (int i = 0; i < size; i++) {
            final long from = System.nanoTime();
            subject.apply(i);
            nanos.recordValue(System.nanoTime() - from);
        }
        return nanos;
    }
}
