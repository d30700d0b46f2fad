package io.vexchange.exchange.folder;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Whose files are in a folder. */
final class Ownership {
    private static final String OWNER = "unix:uid";
    /** PostgreSQL may have to run as another user than root, and then its folder is that user's. */
    private static final Path OF_ANOTHER = Path.of("postgres");

    private Ownership() {}

    /** @return the effective user id of this process */
    static int user() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(each -> each.startsWith("Uid:"))
                .map(each -> Integer.valueOf(each.split("\\s+", -1)[2]))
                .findFirst()
                .orElseThrow(() -> new IOException("no Uid in /proc/self/status"));
    }

    static int owner(final Path path) throws IOException {
        return (Integer) Files.getAttribute(path, OWNER, LinkOption.NOFOLLOW_LINKS);
    }

    /** @return the first file in the folder, or the folder, that is not this user's; null when all are */
    static Path firstForeign(final Path folder, final int user) throws IOException {
        final Path[] found = new Path[1];
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(final Path each, final BasicFileAttributes attributes)
                    throws IOException {
                final FileVisitResult result = visitFile(each, attributes);
                return result == FileVisitResult.CONTINUE
                                && folder.relativize(each).equals(OF_ANOTHER)
                        ? FileVisitResult.SKIP_SUBTREE
                        : result;
            }

            @Override
            public FileVisitResult visitFile(final Path each, final BasicFileAttributes attributes) throws IOException {
                if (folder.relativize(each).equals(OF_ANOTHER) || owner(each) == user) {
                    return FileVisitResult.CONTINUE;
                }
                found[0] = each;
                return FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(final Path each, final IOException e) throws IOException {
                if (owner(each) == user) {
                    throw e;
                }
                found[0] = each;
                return FileVisitResult.TERMINATE;
            }
        });
        return found[0];
    }
}
