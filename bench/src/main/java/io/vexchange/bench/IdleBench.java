package io.vexchange.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the whole venue costs when nothing happens: CPU of all its processes, and their memory. */
@Command(name = "idle", description = "CPU and memory without traffic", mixinStandardHelpOptions = true)
final class IdleBench implements Callable<Integer> {
    @Option(names = "--seconds", description = "length of a sample (default ${DEFAULT-VALUE})", defaultValue = "20")
    private int seconds;

    @Option(names = "--samples", description = "samples (default ${DEFAULT-VALUE})", defaultValue = "3")
    private int samples;

    @Option(names = "--idle", description = "frugal or balanced (default ${DEFAULT-VALUE})", defaultValue = "balanced")
    private String idle;

    @Override
    public Integer call() throws Exception {
        final Path data = Checkout.temporaryData();
        final Path config = Checkout.temporaryData();
        try (VenueProcess venue = VenueProcess.start(
                Checkout.home(), data, "--config", configured(config).toString())) {
            TimeUnit.SECONDS.sleep(15);
            final double[] percent = new double[samples];
            for (int sample = 0; sample < samples; sample++) {
                final double before = venue.cpuSeconds();
                TimeUnit.SECONDS.sleep(seconds);
                percent[sample] = 100 * (venue.cpuSeconds() - before) / seconds;
            }
            System.out.printf(
                    "idle=%s  cpu %s %% of one core  memory %.0f MiB%n", idle, new Spread(percent), venue.memoryMiB());
        } finally {
            Checkout.delete(data);
            Checkout.delete(config);
        }
        return 0;
    }

    /** A copy of the shipped configuration with the asked idle profile. */
    private Path configured(final Path folder) throws IOException {
        try (Stream<Path> files = Files.list(Checkout.home().resolve("config"))) {
            for (final Path file : files.filter(Files::isRegularFile).toList()) {
                final String text = Files.readString(file);
                Files.writeString(
                        folder.resolve(file.getFileName()),
                        text.replaceAll("(?m)^(\\s*idle\\s*=\\s*)\\w+", "$1" + idle));
            }
        }
        return folder;
    }
}
