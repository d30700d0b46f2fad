package io.vexchange.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** The checkout that is measured, and data folders that are gone when the measurement is over. */
public final class Checkout {
    private Checkout() {}

    /** The folder that holds {@code bin/exchange}; the launcher names it in {@code vex.home}. */
    public static Path home() {
        return Path.of(System.getProperty("vex.home", System.getProperty("user.dir")))
                .toAbsolutePath();
    }

    public static Path temporaryData() throws IOException {
        return Files.createTempDirectory("vex-bench-");
    }

    public static void delete(final Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(final Path visited, final IOException failure)
                    throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
