package io.vexchange.bench;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long it takes from the launcher to the ready line, on an empty data folder and on one that has been used. */
@Command(
        name = "start",
        description = "first and second start, launcher to ready line",
        mixinStandardHelpOptions = true)
final class StartBench implements Callable<Integer> {
    @Option(names = "--runs", description = "second starts (default ${DEFAULT-VALUE})", defaultValue = "5")
    private int runs;

    @Override
    public Integer call() throws Exception {
        final Path data = Checkout.temporaryData();
        try {
            try (VenueProcess first = VenueProcess.start(Checkout.home(), data)) {
                System.out.printf("first start   %.2f s%n", first.startSeconds());
            }
            final double[] seconds = new double[runs];
            for (int run = 0; run < runs; run++) {
                try (VenueProcess again = VenueProcess.start(Checkout.home(), data)) {
                    seconds[run] = again.startSeconds();
                }
            }
            System.out.printf("second start  %s s%n", new Spread(seconds));
        } finally {
            Checkout.delete(data);
        }
        return 0;
    }
}
