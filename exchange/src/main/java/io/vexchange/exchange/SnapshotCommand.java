package io.vexchange.exchange;

import io.vexchange.exchange.run.ControlSocket;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code bin/exchange snapshot}. */
@Command(name = "snapshot", description = "Takes a snapshot of the running venue and prints its position.")
final class SnapshotCommand extends VenueCommand {
    private static final String DONE = "ok ";

    SnapshotCommand(final Console console, final Map<String, String> environment) {
        super(console, environment);
    }

    @Override
    public Integer call() {
        final Path data = dataFolder();
        final String answer = ControlSocket.ask(data, "snapshot");
        if (answer == null || answer.isEmpty()) {
            throw new StartFailure(ExitCode.FAILED, "no venue runs on " + data);
        }
        if (!answer.startsWith(DONE)) {
            throw new StartFailure(ExitCode.FAILED, answer);
        }
        console().say(answer.substring(DONE.length()));
        return ExitCode.OK.status();
    }
}
