package io.vexchange.exchange.folder;

import io.vexchange.exchange.ExitCode;
import io.vexchange.exchange.StartFailure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder with everything a venue keeps, held by one process at a time. Whoever has opened it may write below it, until it is closed or
 * the process ends, however it ends.
 */
public final class DataFolder implements AutoCloseable {
    private static final String OWNER_ONLY = "rwx------";

    private final Path path;
    private final FolderLock lock;

    private DataFolder(final Path path, final FolderLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes the folder, and makes it when it is not there.
     *
     * @param path absolute
     * @return the folder, locked
     * @throws StartFailure with {@link ExitCode#DATA_FOLDER}: in use, not a venue's, another owner's, or not to be written
     */
    public static DataFolder open(final Path path) {
        try {
            create(path);
            checkOurs(path);
            final FolderLock lock = FolderLock.take(path);
            if (lock == null) {
                throw inUse(path);
            }
            return opened(path, lock);
        } catch (final IOException e) {
            throw new StartFailure(
                    ExitCode.DATA_FOLDER,
                    "data folder " + path + " cannot be used (" + reason(e)
                            + "): give another one with --data, or mend its permissions",
                    e);
        }
    }

    private static DataFolder opened(final Path path, final FolderLock lock) throws IOException {
        try {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(OWNER_ONLY));
            final DataFolder folder = new DataFolder(path, lock);
            Files.createDirectories(folder.logs());
            Files.deleteIfExists(folder.ready());
            return folder;
        } catch (final IOException e) {
            lock.close();
            throw e;
        }
    }

    private static void create(final Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            if (path.getParent() != null) {
                Files.createDirectories(path.getParent());
            }
            Files.createDirectory(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        } else if (!Files.isDirectory(path)) {
            throw new StartFailure(
                    ExitCode.DATA_FOLDER, "data folder " + path + " is no folder: give another one with --data");
        }
    }

    private static void checkOurs(final Path path) throws IOException {
        final int user = Ownership.user();
        if (Ownership.owner(path) != user) {
            throw foreign(path, path, user);
        }
        if (!Files.exists(FolderLock.file(path), LinkOption.NOFOLLOW_LINKS) && !isEmpty(path)) {
            throw new StartFailure(
                    ExitCode.DATA_FOLDER,
                    "data folder " + path
                            + " holds other files and no lock of V-Exchange: give an empty or a new one with --data");
        }
        final Path foreign = Ownership.firstForeign(path, user);
        if (foreign != null) {
            throw foreign(path, foreign, user);
        }
    }

    private static StartFailure foreign(final Path path, final Path first, final int user) {
        return new StartFailure(
                ExitCode.DATA_FOLDER,
                "data folder " + path + " has files of another user (" + first + "): chown -R " + user + " '" + path
                        + "', or run as their owner");
    }

    private static boolean isEmpty(final Path path) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            return !entries.iterator().hasNext();
        }
    }

    /**
     * @param path of a folder that is locked
     * @return what to say about it
     */
    public static StartFailure inUse(final Path path) {
        final FolderLock.Holder holder = FolderLock.holder(path);
        return new StartFailure(
                ExitCode.DATA_FOLDER,
                "data folder " + path + " is in use"
                        + (holder == null ? "" : " by pid " + holder.pid() + " since " + holder.since())
                        + ": stop that venue (bin/exchange stop --data '" + path
                        + "') or give another folder with --data");
    }

    private static String reason(final IOException e) {
        return e.getClass().getSimpleName().replaceAll("Exception$", "") + " " + e.getMessage();
    }

    /** @return the folder itself */
    public Path path() {
        return path;
    }

    /** @return of log files */
    public Path logs() {
        return path.resolve("logs");
    }

    /** @return the file that names the ports while the venue is ready */
    public Path ready() {
        return path.resolve("ready");
    }

    /** @return of FIX journals */
    public Path fix() {
        return path.resolve("fix");
    }

    /** @return of the database */
    public Path postgres() {
        return path.resolve("postgres");
    }

    /** @return of random passwords */
    public Path secrets() {
        return path.resolve("secrets");
    }

    @Override
    public void close() {
        lock.close();
    }
}
