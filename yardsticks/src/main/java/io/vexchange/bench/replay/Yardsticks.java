package io.vexchange.bench.replay;

import java.util.List;
import picocli.CommandLine;

/** The replay bench with the yardsticks beside the core; takes what {@code bin/bench replay} takes. */
public final class Yardsticks {
    private Yardsticks() {}

    /** @param arguments a workload file and options */
    public static void main(final String[] arguments) {
        final ReplayBench bench = new ReplayBench(List.of(ExchangeCoreSubject::new, ParitySubject::new));
        System.exit(
                new CommandLine(bench).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments));
    }
}
