package io.vexchange.bench.replay;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One command that ends every live order. */
@Command(
        name = "mass-cancel",
        description = "one command that cancels 1,000,000 live orders",
        mixinStandardHelpOptions = true)
public final class MassCancelBench implements Callable<Integer> {
    @Option(names = "--orders", description = "live orders (default ${DEFAULT-VALUE})", defaultValue = "1000000")
    private int orders;

    @Option(names = "--runs", description = "runs (default ${DEFAULT-VALUE})", defaultValue = "3")
    private int runs;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @Override
    public Integer call() {
        for (int run = 0; run < runs; run++) {
            final RestingOrders venue = new RestingOrders(orders, 10);
            final long itemsBefore = venue.sink.items();
            final long cpuFrom = threads.getCurrentThreadCpuTime();
            final long from = System.nanoTime();
            venue.cancelAll();
            final double seconds = (System.nanoTime() - from) / 1e9;
            final double cpuSeconds = (threads.getCurrentThreadCpuTime() - cpuFrom) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "orders=%d seconds=%.3f seconds of CPU time=%.3f items=%d%n",
                    orders,
                    seconds,
                    cpuSeconds,
                    venue.sink.items() - itemsBefore);
        }
        return 0;
    }
}
