package io.vexchange.store.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from the archive on the class path once and then kept. */
final class Installation {
    /** Major version of the programs this build brings. */
    static final String MAJOR_VERSION = "18";

    private final Path folder;

    private Installation(final Path folder) {
        this.folder = folder;
    }

    /**
     * @param parent gets a folder {@code server-18}
     * @return the programs in it
     */
    static Installation in(final Path parent) throws IOException {
        final Path folder = parent.resolve("server-" + MAJOR_VERSION);
        if (!Files.isDirectory(folder)) {
            final Path fresh = parent.resolve("server.new");
            delete(fresh);
            unpack(fresh);
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Installation(folder);
    }

    String program(final String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static void unpack(final Path to) throws IOException {
        final String name = archiveName();
        try (InputStream archive = Installation.class.getResourceAsStream(name)) {
            if (archive == null) {
                throw new PostgresStartException("this build brings no PostgreSQL for "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                        + ": give --jdbc-url of your own");
            }
            try (TarArchiveInputStream tar =
                    new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, 1 << 16)))) {
                TarArchiveEntry entry = tar.getNextEntry();
                while (entry != null) {
                    if (!entry.getName().endsWith(".a")) {
                        write(tar, entry, to);
                    }
                    entry = tar.getNextEntry();
                }
            }
        }
    }

    private static void write(final TarArchiveInputStream tar, final TarArchiveEntry entry, final Path to)
            throws IOException {
        final Path target = to.resolve(entry.getName()).normalize();
        if (!target.startsWith(to)) {
            throw new PostgresStartException("the archive of PostgreSQL names " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            final boolean isProgram = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(isProgram ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static String archiveName() {
        final String architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return "/postgres-linux-" + (architecture.equals("aarch64") ? "arm_64" : "x86_64") + ".txz";
    }

    /** Deletes a folder that a crash may have left; links are not followed. */
    static void delete(final Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(final Path each, final IOException e) throws IOException {
                Files.delete(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
