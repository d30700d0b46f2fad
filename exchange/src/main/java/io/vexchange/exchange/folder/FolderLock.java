package io.vexchange.exchange.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The operating system's lock on DATA/lock, with the holder's pid and start in it. It is gone when the process is. The process that
 * holds it must not open the file again: closing that channel would release the lock.
 */
final class FolderLock implements AutoCloseable {
    /** Who holds the lock. */
    record Holder(long pid, Instant since) {}

    private static final Pattern CONTENT = Pattern.compile("pid=([0-9]+) since=(\\S+)\\s*");
    /** Beyond the content, which others read. */
    private static final long LOCKED_BYTE = 1L << 30;

    private final FileChannel channel;

    private FolderLock(final FileChannel channel) {
        this.channel = channel;
    }

    static Path file(final Path folder) {
        return folder.resolve("lock");
    }

    /** @return the lock, null when somebody has it */
    static FolderLock take(final Path folder) throws IOException {
        final FileChannel channel = FileChannel.open(
                file(folder),
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            if (lock(channel) == null) {
                channel.close();
                return null;
            }
            final Holder self =
                    new Holder(ProcessHandle.current().pid(), Instant.now().truncatedTo(ChronoUnit.SECONDS));
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(
                            ("pid=" + self.pid + " since=" + self.since + '\n').getBytes(StandardCharsets.US_ASCII)),
                    0);
            return new FolderLock(channel);
        } catch (final IOException e) {
            channel.close();
            throw e;
        }
    }

    private static FileLock lock(final FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (final OverlappingFileLockException e) {
            return null;
        }
    }

    /** Looks without changing anything. Not for the process that holds it. */
    static boolean isHeld(final Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(file(folder), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return lock(channel) == null;
        }
    }

    /** @return who says he holds the lock, null when nobody has said it */
    static Holder holder(final Path folder) {
        try {
            final Matcher content = CONTENT.matcher(Files.readString(file(folder), StandardCharsets.US_ASCII));
            return content.matches()
                    ? new Holder(Long.parseLong(content.group(1)), Instant.parse(content.group(2)))
                    : null;
        } catch (final IOException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
