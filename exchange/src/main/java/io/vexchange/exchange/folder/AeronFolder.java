package io.vexchange.exchange.folder;

import io.vexchange.engine.cluster.NodeSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Where Aeron keeps what lives only as long as the process: in memory where there is room, else in the data folder. */
public final class AeronFolder {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long NEEDED_BYTES = 256L << 20;

    private AeronFolder() {}

    /**
     * @param data the data folder, absolute
     * @return the folder in memory of this data folder and user, whether it is used or not
     */
    public static Path inMemory(final Path data) {
        try {
            return NodeSettings.aeronDirectory(MEMORY, Ownership.user(), real(data));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param data the data folder, absolute and locked by this process
     * @return the folder to use; a leftover is still in it
     */
    public static Path choose(final Path data) {
        final Path inMemory = inMemory(data);
        try {
            final boolean room = Files.isWritable(MEMORY)
                    && (Files.exists(inMemory) || Files.getFileStore(MEMORY).getUsableSpace() >= NEEDED_BYTES);
            return room ? inMemory : data.resolve("aeron");
        } catch (final IOException e) {
            return data.resolve("aeron");
        }
    }

    /**
     * Removes what a process that is gone has left, wherever it was. Only for who holds the data folder's lock.
     *
     * @param data the data folder, absolute
     * @throws IOException when something cannot be removed
     */
    public static void remove(final Path data) throws IOException {
        Trees.remove(inMemory(data));
        Trees.remove(data.resolve("aeron"));
    }

    /** The same folder has one name, however it is reached. */
    private static Path real(final Path data) {
        try {
            return Files.exists(data, LinkOption.NOFOLLOW_LINKS) ? data.toRealPath() : data;
        } catch (final IOException e) {
            return data;
        }
    }
}
