package io.vexchange.exchange;

import io.vexchange.exchange.folder.DataFolder;
import io.vexchange.exchange.folder.FolderState;
import io.vexchange.exchange.folder.Leftovers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;

/** {@code bin/exchange stop}. */
@Command(name = "stop", description = "Stops the venue on the data folder in order, and waits for its end.")
final class StopCommand extends VenueCommand {
    /** The venue itself ends after 30 seconds at the latest. */
    private static final long WAIT_SECONDS = 40;

    StopCommand(final Console console, final Map<String, String> environment) {
        super(console, environment);
    }

    @Override
    public Integer call() throws InterruptedException {
        final Path data = dataFolder();
        final FolderState state = FolderState.of(data);
        if (state == FolderState.NONE) {
            console().say("no venue has run on " + data);
            return ExitCode.OK.status();
        }
        if (state == FolderState.FREE) {
            try (DataFolder folder = DataFolder.open(data)) {
                Leftovers.remove(folder);
            }
            console().say("no venue runs on " + data);
            return ExitCode.OK.status();
        }
        final long pid = FolderState.pid(data);
        final Optional<ProcessHandle> process = pid == 0 ? Optional.empty() : ProcessHandle.of(pid);
        if (process.isEmpty() || !process.get().destroy()) {
            throw new StartFailure(
                    ExitCode.FAILED, "the venue on " + data + " (pid " + pid + ") takes no signal from this user");
        }
        await(process.get(), data);
        console().say("stopped");
        return ExitCode.OK.status();
    }

    private static void await(final ProcessHandle process, final Path data) throws InterruptedException {
        final CompletableFuture<ProcessHandle> end = process.onExit();
        try {
            end.get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (final TimeoutException | ExecutionException e) {
            throw new StartFailure(
                    ExitCode.FAILED,
                    "the venue on " + data + " (pid " + process.pid() + ") has not ended within " + WAIT_SECONDS + " s",
                    e);
        }
    }
}
