package io.vexchange.exchange;

import io.vexchange.exchange.config.ExchangeConfig;
import io.vexchange.exchange.folder.DataFolder;
import io.vexchange.exchange.venue.ProjectionRebuild;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bin/exchange rebuild-projection}. */
@Command(
        name = "rebuild-projection",
        description = "Makes all tables of a stopped venue again from its log; the old ones stay until that is done.")
final class RebuildProjectionCommand extends VenueCommand {
    @Option(
            names = "--check",
            description = "Only compares: names the tables that differ, and ends with 1 if any does.")
    private boolean check;

    @Option(names = "--pg-port", paramLabel = "PORT", description = "The embedded PostgreSQL (VEX_PG_PORT).")
    private String pgPort;

    @Option(names = "--jdbc-url", paramLabel = "URL", description = "Your PostgreSQL (VEX_JDBC_URL).")
    private String jdbcUrl;

    RebuildProjectionCommand(final Console console, final Map<String, String> environment) {
        super(console, environment);
    }

    @Override
    Map<String, String> options() {
        final Map<String, String> options = super.options();
        if (pgPort != null) {
            options.put("--pg-port", pgPort);
        }
        if (jdbcUrl != null) {
            options.put("--jdbc-url", jdbcUrl);
        }
        return options;
    }

    @Override
    public Integer call() throws InterruptedException {
        final ExchangeConfig config = load();
        try (DataFolder folder = DataFolder.open(config.data())) {
            final boolean isEqual = new ProjectionRebuild(config, folder, console()::say).run(check);
            return (isEqual ? ExitCode.OK : ExitCode.FAILED).status();
        }
    }
}
