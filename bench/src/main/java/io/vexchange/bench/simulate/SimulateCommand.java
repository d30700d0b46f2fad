package io.vexchange.bench.simulate;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Simulates nodes, one seed after another, until the time is up or one is wrong. */
@Command(
        name = "simulate",
        description = "a node that loses power at any moment, seeded: clock, disk and clients simulated",
        mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {
    private static final int STEPS = 1_500;

    @Option(names = "--seed", description = "the first seed (default ${DEFAULT-VALUE})", defaultValue = "1")
    private long seed;

    @Option(
            names = "--minutes",
            description = "how long; 0: this one seed (default ${DEFAULT-VALUE})",
            defaultValue = "1")
    private long minutes;

    @Override
    public Integer call() {
        final long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
        long runs = 0;
        long commands = 0;
        long restarts = 0;
        long snapshots = 0;
        do {
            final Simulation simulation = new Simulation(seed + runs);
            final long digest;
            try {
                digest = simulation.run(STEPS);
            } catch (final IllegalStateException e) {
                System.out.println(e.getMessage());
                System.out.printf("again: bin/bench simulate --seed %d --minutes 0%n", seed + runs);
                return 1;
            }
            if (minutes == 0) {
                System.out.printf("seed %d: %s, digest %016x%n", seed, simulation, digest);
            }
            runs++;
            commands += simulation.commands();
            restarts += simulation.restarts();
            snapshots += simulation.snapshots();
        } while (System.nanoTime() < end);
        System.out.printf(
                "%,d runs from seed %d: %,d commands, %,d starts after a loss of power, %,d snapshots, all states equal%n",
                runs, seed, commands, restarts, snapshots);
        return 0;
    }
}
