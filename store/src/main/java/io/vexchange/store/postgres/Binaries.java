package io.vexchange.store.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL ({@code initdb}, {@code postgres}), unpacked once a version beside the database. The folder gets its name when
 * it is complete.
 */
final class Binaries {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> PROGRAM = FOLDER;
    private static final Set<PosixFilePermission> PLAIN = PosixFilePermissions.fromString("rw-r--r--");
    private static final int OWNER_MAY_EXECUTE = 0100;
    private static final int READ_AHEAD = 1 << 16;

    private final Path folder;

    private Binaries(final Path folder) {
        this.folder = folder;
    }

    /** @return the version of the programs on the class path, such as {@code 18.6.0} */
    static String version() {
        try (InputStream in = Binaries.class.getResourceAsStream("binaries.properties")) {
            final Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (final IOException e) {
            throw new IllegalStateException("binaries.properties cannot be read", e);
        }
    }

    /** @return the major version, which a database must have been made with */
    static String majorVersion() {
        final String version = version();
        return version.substring(0, version.indexOf('.'));
    }

    /**
     * @param parent where the programs of each version have a folder
     * @return the programs, unpacked now unless they were
     */
    static Binaries in(final Path parent) throws IOException {
        final Path folder = parent.resolve("programs-" + version());
        if (!Files.isDirectory(folder)) {
            final Path made = parent.resolve("programs.new");
            Trees.delete(made);
            unpack(made);
            Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Binaries(folder);
    }

    private static void unpack(final Path to) throws IOException {
        try (InputStream in = Binaries.class.getResourceAsStream(ARCHIVE)) {
            if (in == null) {
                throw new PostgresStartException(
                        PostgresStartException.Reason.CANNOT_RUN,
                        "this build has no PostgreSQL for " + System.getProperty("os.name") + ' '
                                + System.getProperty("os.arch") + ": give --jdbc-url");
            }
            createFolder(to);
            try (TarArchiveInputStream tar =
                    new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in, READ_AHEAD)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    if (isNeeded(entry.getName())) {
                        unpack(entry, tar, to);
                    }
                }
            }
        }
    }

    /** Not what only a compiler wants. */
    private static boolean isNeeded(final String name) {
        return !name.endsWith(".a") && !name.contains("/pgxs/") && !name.contains("/pkgconfig/");
    }

    private static void unpack(final TarArchiveEntry entry, final InputStream content, final Path to)
            throws IOException {
        final Path path = to.resolve(entry.getName()).normalize();
        if (!path.startsWith(to)) {
            throw new IOException("entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            createFolder(path);
        } else {
            createFolder(path.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else {
                Files.copy(content, path);
                Files.setPosixFilePermissions(path, (entry.getMode() & OWNER_MAY_EXECUTE) != 0 ? PROGRAM : PLAIN);
            }
        }
    }

    private static void createFolder(final Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, FOLDER);
        }
    }

    /** @param name such as {@code initdb} @return its path */
    String program(final String name) {
        return folder.resolve("bin").resolve(name).toString();
    }
}
