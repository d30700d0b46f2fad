package io.vexchange.exchange;

import java.util.Map;
import picocli.CommandLine.Command;

/** {@code bin/exchange version}. */
@Command(name = "version", description = "Prints the version.")
final class VersionCommand extends VenueCommand {
    VersionCommand(final Console console, final Map<String, String> environment) {
        super(console, environment);
    }

    @Override
    public Integer call() {
        console().say(Build.describe());
        return ExitCode.OK.status();
    }
}
