package io.vexchange.exchange.folder;

import io.vexchange.exchange.ExitCode;
import io.vexchange.exchange.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a venue that was killed has left running or lying about. */
public final class Leftovers {
    private Leftovers() {}

    /**
     * Ends and removes it.
     *
     * @param folder held by this process
     * @throws StartFailure when something cannot be removed
     */
    public static void remove(final DataFolder folder) {
        try {
            Files.deleteIfExists(folder.ready());
            Files.deleteIfExists(folder.path().resolve("control"));
            Files.deleteIfExists(Path.of(AeronFolder.inMemory(folder.path()) + ".control"));
            AeronFolder.remove(folder.path());
        } catch (final IOException e) {
            throw new StartFailure(
                    ExitCode.DATA_FOLDER, "what an earlier venue has left cannot be removed: " + e.getMessage(), e);
        }
    }
}
