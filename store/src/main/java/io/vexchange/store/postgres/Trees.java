package io.vexchange.store.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;

/** Whole folders; links are never followed. */
final class Trees {
    private static final String UID = "unix:uid";

    private Trees() {}

    static void delete(final Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(final Path each, final BasicFileAttributes attributes) throws IOException {
                Files.delete(each);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(final Path each, final IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.delete(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    static void forEach(final Path folder, final Consumer<Path> action) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(final Path each, final BasicFileAttributes attributes) {
                action.accept(each);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(final Path each, final BasicFileAttributes attributes) {
                action.accept(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** @return number of the user whose the file is */
    static int owner(final Path path) throws IOException {
        return (Integer) Files.getAttribute(path, UID, LinkOption.NOFOLLOW_LINKS);
    }
}
