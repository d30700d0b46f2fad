package io.vexchange.exchange;

import io.vexchange.exchange.config.ExchangeConfig;
import io.vexchange.exchange.run.VenueProcess;
import io.vexchange.exchange.venue.Venue;
import java.util.Map;
import picocli.CommandLine.Option;

/** Runs the venue: everything in one process, until a signal ends it. */
abstract class RunVenue extends VenueCommand {
    @Option(
            names = "--fix-port",
            paramLabel = "PORT",
            description = "FIX; 0 = any free one (VEX_FIX_PORT; default: 9880).")
    private String fixPort;

    @Option(names = "--web-port", paramLabel = "PORT", description = "REST and pages (VEX_WEB_PORT; default: 8080).")
    private String webPort;

    @Option(
            names = "--pg-port",
            paramLabel = "PORT",
            description = "The embedded PostgreSQL (VEX_PG_PORT; default: 5433).")
    private String pgPort;

    @Option(
            names = "--jdbc-url",
            paramLabel = "URL",
            description = "Your PostgreSQL instead of the embedded one (VEX_JDBC_URL).")
    private String jdbcUrl;

    @Option(
            names = "--durability",
            paramLabel = "fsync|os",
            description =
                    "When a command is acknowledged: on the disk, or with the system (VEX_DURABILITY; default: fsync).")
    private String durability;

    @Option(names = "--print-config", description = "Shows each setting and where it comes from, and ends.")
    private boolean printConfig;

    RunVenue(final Console console, final Map<String, String> environment) {
        super(console, environment);
    }

    @Override
    Map<String, String> options() {
        final Map<String, String> options = super.options();
        put(options, "--fix-port", fixPort);
        put(options, "--web-port", webPort);
        put(options, "--pg-port", pgPort);
        put(options, "--jdbc-url", jdbcUrl);
        put(options, "--durability", durability);
        return options;
    }

    private static void put(final Map<String, String> options, final String name, final String value) {
        if (value != null) {
            options.put(name, value);
        }
    }

    @Override
    public Integer call() {
        final ExchangeConfig config = load();
        config.warnings().forEach(each -> console().complain("warning: " + each));
        if (printConfig) {
            config.effective().forEach(console()::say);
            return ExitCode.OK.status();
        }
        return VenueProcess.run(console(), config, Venue::start).status();
    }
}
