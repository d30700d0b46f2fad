package io.vexchange.bench.replay;

import com.sun.management.ThreadMXBean;
import io.vexchange.bench.Spread;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a command costs the whole engine as books get deeper and instruments more. */
@Command(
        name = "scale",
        description = "cost of a command from 1,000 to 1,000,000 resting orders and from 1 to 1,000 instruments",
        mixinStandardHelpOptions = true)
public final class ScaleBench implements Callable<Integer> {
    private static final int ROUNDS = 50_000;
    private static final int COMMANDS_A_ROUND = 4;
    private static final int WARM = 2;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Option(names = "--runs", description = "runs a point (default ${DEFAULT-VALUE})", defaultValue = "5")
    private int runs;

    @Override
    public Integer call() {
        // the first point warms the code up
        point(1_000, 1, false);
        for (int orders = 1_000; orders <= 1_000_000; orders *= 10) {
            point(orders, 1, true);
        }
        for (int instruments = 1; instruments <= 1_000; instruments *= 10) {
            point(100_000, instruments, true);
        }
        return 0;
    }

    /** Rounds of a new order far from the touch, its cancel, and a trade of two orders at the touch. */
    private void point(final int orders, final int instruments, final boolean isTold) {
        final RestingOrders venue = new RestingOrders(orders, instruments);
        final double[] nanos = new double[runs];
        for (int run = -WARM; run < runs; run++) {
            final long from = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < ROUNDS; i++) {
                venue.cancel(venue.rest());
                venue.trade();
            }
            if (run >= 0) {
                nanos[run] = (threads.getCurrentThreadCpuTime() - from) / (double) (ROUNDS * COMMANDS_A_ROUND);
            }
        }
        if (isTold) {
            System.out.printf(
                    Locale.ROOT,
                    "orders=%d instruments=%d ns of CPU time a command %s%n",
                    orders,
                    instruments,
                    new Spread(nanos));
        }
    }
}
