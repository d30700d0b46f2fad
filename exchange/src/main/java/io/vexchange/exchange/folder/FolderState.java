package io.vexchange.exchange.folder;

import io.vexchange.exchange.ExitCode;
import io.vexchange.exchange.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Whether a venue has run, or runs, on a folder. */
public enum FolderState {
    /** No venue has run on it. */
    NONE,
    /** None runs. */
    FREE,
    /** One runs. */
    IN_USE;

    /**
     * @param path a data folder, which need not be there
     * @return its state now
     * @throws StartFailure when it cannot be looked at
     */
    public static FolderState of(final Path path) {
        if (!Files.isRegularFile(FolderLock.file(path), LinkOption.NOFOLLOW_LINKS)) {
            return NONE;
        }
        try {
            return FolderLock.isHeld(path) ? IN_USE : FREE;
        } catch (final IOException e) {
            throw new StartFailure(
                    ExitCode.DATA_FOLDER, "data folder " + path + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** @param path a data folder in use @return the process, 0 when it has not said so yet */
    public static long pid(final Path path) {
        final FolderLock.Holder holder = FolderLock.holder(path);
        return holder == null ? 0 : holder.pid();
    }
}
