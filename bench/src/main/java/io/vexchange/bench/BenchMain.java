package io.vexchange.bench;

import io.vexchange.bench.echo.EchoBench;
import io.vexchange.bench.replay.MassCancelBench;
import io.vexchange.bench.replay.ReplayBench;
import io.vexchange.bench.replay.ScaleBench;
import io.vexchange.bench.replay.SnapshotBench;
import io.vexchange.bench.simulate.SimulateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code bin/bench}: every measurement of the venue as one command that prints a table. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures the venue of this checkout. Results and how they were got are in bench/RESULTS.md.",
        subcommands = {
            StartBench.class,
            IdleBench.class,
            FixBench.class,
            EchoBench.class,
            ReplayBench.class,
            ScaleBench.class,
            MassCancelBench.class,
            SnapshotBench.class,
            ViewersBench.class,
            RestBench.class,
            SimulateCommand.class
        })
public final class BenchMain implements Runnable {
    @Override
    public void run() {
        new CommandLine(this).usage(System.out);
    }

    /** @param arguments a measurement and its options; without one the list is printed */
    public static void main(final String[] arguments) {
        System.exit(new CommandLine(new BenchMain())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }
}
