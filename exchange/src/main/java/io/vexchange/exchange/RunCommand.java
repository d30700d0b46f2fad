package io.vexchange.exchange;

import java.util.Map;
import picocli.CommandLine.Command;

/** {@code bin/exchange run}. */
@Command(name = "run", description = "Runs the venue until SIGTERM or Ctrl-C. This is what happens without a command.")
final class RunCommand extends RunVenue {
    RunCommand(final Console console, final Map<String, String> environment) {
        super(console, environment);
    }
}
