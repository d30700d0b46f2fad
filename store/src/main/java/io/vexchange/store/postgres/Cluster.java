package io.vexchange.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The database's files: made in a folder beside, then renamed, so that half a database is never taken for one. */
final class Cluster {
    static final String SUPERUSER = "postgres";

    private static final long INITDB_SECONDS = 120;

    private Cluster() {}

    static Path open(
            final Path folder, final Installation programs, final RunAs runAs, final String password, final Path log)
            throws IOException {
        final Path data = folder.resolve("data");
        if (Files.exists(data)) {
            check(data);
        } else {
            make(folder, data, programs, runAs, password, log);
        }
        return data;
    }

    private static void check(final Path data) throws IOException {
        final Path file = data.resolve("PG_VERSION");
        if (!Files.exists(file)) {
            throw new PostgresStartException(data + " is no PostgreSQL database: move it away");
        }
        final String version = Files.readString(file).strip();
        if (!version.equals(Installation.MAJOR_VERSION)) {
            throw new PostgresVersionException(version, Installation.MAJOR_VERSION);
        }
    }

    private static void make(
            final Path folder,
            final Path data,
            final Installation programs,
            final RunAs runAs,
            final String password,
            final Path log)
            throws IOException {
        final Path fresh = folder.resolve("data.new");
        Installation.delete(fresh);
        final Path passwordFile = folder.resolve("password.new");
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, password + "\n");
        runAs.give(passwordFile);
        final List<String> command = runAs.command(List.of(
                programs.program("initdb"),
                "--pgdata=" + fresh,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--lc-messages=C",
                "--lc-collate=C",
                "--lc-ctype=C",
                "--data-checksums"));
        final Process initdb = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (!initdb.waitFor(INITDB_SECONDS, TimeUnit.SECONDS) || initdb.exitValue() != 0) {
                initdb.destroyForcibly();
                throw new PostgresStartException("PostgreSQL cannot make its database in " + fresh + ": see " + log);
            }
        } catch (final InterruptedException e) {
            initdb.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new PostgresStartException("interrupted", e);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    static void makeFolder(final Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }
}
