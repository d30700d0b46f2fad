package io.vexchange.exchange;

import io.vexchange.exchange.config.ConfigLoader;
import io.vexchange.exchange.config.ExchangeConfig;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** What all commands have: {@code --config}, {@code --data} and {@code --help}. */
abstract class VenueCommand implements Callable<Integer> {
    private final Console console;
    private final Map<String, String> environment;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "Folder of exchange.conf (VEX_CONFIG; default: config/ here).")
    private Path config;

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder (VEX_DATA; default: data/ here).")
    private String data;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    VenueCommand(final Console console, final Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    Console console() {
        return console;
    }

    /** @return options that stand for settings, by name */
    Map<String, String> options() {
        final Map<String, String> options = new HashMap<>();
        if (data != null) {
            options.put("--data", data);
        }
        return options;
    }

    ExchangeConfig load() {
        return new ConfigLoader(Build.home(), environment).load(config, options());
    }

    /** @return the data folder, without a word about the rest of the configuration when it is named */
    Path dataFolder() {
        return data == null ? load().data() : Path.of(data).toAbsolutePath().normalize();
    }
}
