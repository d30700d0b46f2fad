package io.vexchange.store.postgres;

import io.vexchange.store.postgres.PostgresStartException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of the database, and a server that an earlier venue may have left on them. */
final class DatabaseFolder {
    /** The role that owns the server itself; the venue uses it to make its own roles. */
    static final String SUPERUSER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFolder.class);
    private static final long FAST_STOP_SECONDS = 5;

    private final Path parent;
    private final Path folder;
    private final Binaries binaries;
    private final RunAs runAs;

    DatabaseFolder(final Path parent, final Binaries binaries, final RunAs runAs) {
        this.parent = parent;
        this.folder = parent.resolve("database");
        this.binaries = binaries;
        this.runAs = runAs;
    }

    Path path() {
        return folder;
    }

    /** A database of another major version cannot be read by these programs. */
    void checkVersion() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        final Path file = folder.resolve("PG_VERSION");
        if (!Files.isRegularFile(file)) {
            throw new PostgresStartException(
                    Reason.CANNOT_RUN, folder + " holds no database: move it away, and it is made again from the log");
        }
        final String version = Files.readString(file).strip();
        if (!version.equals(Binaries.majorVersion())) {
            throw new PostgresStartException(
                    Reason.WRONG_VERSION,
                    "the database in " + folder + " is of PostgreSQL " + version + ", this build has "
                            + Binaries.majorVersion() + ": rebuild-projection makes it again from the log");
        }
    }

    /**
     * Makes the database unless it is there. It gets its name when it is complete.
     *
     * @param password of the superuser
     */
    void create(final Secrets.Secret password) throws IOException, InterruptedException {
        if (Files.exists(folder)) {
            if (password.isNew()) {
                replacePassword(password.text());
            }
            return;
        }
        final Path made = parent.resolve("database.new");
        Trees.delete(made);
        final Path passwordFile = Files.createTempFile(
                parent,
                "password",
                ".txt",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(passwordFile, password.text() + '\n');
            runAs.give(parent.getParent(), parent);
            final Commands.Result result = Commands.run(
                    runAs.prefix(),
                    binaries.program("initdb"),
                    "--pgdata=" + made,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--no-instructions");
            if (!result.isSuccess()) {
                throw new PostgresStartException(
                        Reason.CANNOT_RUN,
                        "PostgreSQL cannot make its database in " + parent + " (" + result.lastLine()
                                + "): mend that, start as an ordinary user, or give --jdbc-url");
            }
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The file with the superuser's password was lost: a server for this process alone sets a new one. */
    private void replacePassword(final String password) throws IOException, InterruptedException {
        LOG.warn("the password of {} was lost, a new one is set", folder);
        runAs.give(parent.getParent(), parent);
        final List<String> command = new java.util.ArrayList<>(runAs.prefix());
        command.addAll(List.of(
                binaries.program("postgres"), "--single", "-D", folder.toString(), "-c", "log_min_messages=fatal"));
        command.add("postgres");
        final Commands.Result result =
                Commands.run(command, "alter role " + SUPERUSER + " password '" + password + "'\n");
        if (!result.isSuccess()) {
            throw new PostgresStartException(
                    Reason.CANNOT_RUN,
                    "the password of " + folder + " is lost and cannot be set (" + result.lastLine()
                            + "): move the folder away, and the database is made again from the log");
        }
    }

    /** A server that an earlier venue has left would be in the way, and might be about to stop. */
    void stopLeftover() throws InterruptedException {
        final Optional<ProcessHandle> leftover = PostmasterFile.process(folder);
        if (leftover.isPresent()) {
            final ProcessHandle process = leftover.get();
            LOG.warn("a PostgreSQL of an earlier venue is stopped: pid={} folder={}", process.pid(), folder);
            Commands.signal(process.pid(), "INT");
            if (!awaitEnd(process)) {
                Commands.signal(process.pid(), "QUIT");
                if (!awaitEnd(process)) {
                    process.destroyForcibly();
                    awaitEnd(process);
                }
            }
        }
    }

    private static boolean awaitEnd(final ProcessHandle process) throws InterruptedException {
        final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(FAST_STOP_SECONDS);
        while (process.isAlive()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return true;
    }
}
