package io.vexchange.store.postgres;

import io.vexchange.store.postgres.PostgresStartException.Reason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One run of the server, in a session of its own so that no key of a terminal reaches it. */
final class Server {
    private static final long START_SECONDS = 120;
    private static final long POLL_MILLIS = 10;
    private static final int LOG_TAIL = 16 * 1024;

    /** Durable, small, and quiet while nothing happens. */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=60",
            "password_encryption=scram-sha-256",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "wal_level=minimal",
            "max_wal_senders=0",
            "max_logical_replication_workers=0",
            "max_parallel_workers_per_gather=0",
            "max_parallel_maintenance_workers=0",
            "shared_buffers=64MB",
            "huge_pages=off",
            "dynamic_shared_memory_type=mmap",
            "work_mem=8MB",
            "maintenance_work_mem=64MB",
            "effective_cache_size=512MB",
            "min_wal_size=80MB",
            "max_wal_size=512MB",
            "checkpoint_timeout=5min",
            "checkpoint_completion_target=0.9",
            "io_method=sync",
            "jit=off",
            "autovacuum_naptime=60s",
            "autovacuum_max_workers=2",
            "bgwriter_delay=1s",
            "log_checkpoints=off",
            "log_min_error_statement=panic",
            "log_line_prefix=%m [%p] %q%u ",
            "timezone=UTC",
            "log_timezone=UTC");

    private final Process process;
    private final Path folder;
    private final Path log;
    private final long logStart;

    private Server(final Process process, final Path folder, final Path log, final long logStart) {
        this.process = process;
        this.folder = folder;
        this.log = log;
        this.logStart = logStart;
    }

    /**
     * @param binaries its programs
     * @param runAs as whom
     * @param folder of the database
     * @param port to listen on
     * @param log is appended to
     */
    static Server launch(final Binaries binaries, final RunAs runAs, final Path folder, final int port, final Path log)
            throws IOException {
        final List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(runAs.prefix());
        command.addAll(List.of(binaries.program("postgres"), "-D", folder.toString(), "-p", String.valueOf(port)));
        for (final String each : SETTINGS) {
            command.add("-c");
            command.add(each);
        }
        final long logStart = Files.exists(log) ? Files.size(log) : 0;
        final Process process = Commands.builder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .directory(folder.toFile())
                .start();
        process.getOutputStream().close();
        return new Server(process, folder, log, logStart);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /**
     * Waits until it takes connections; after a crash it first recovers.
     *
     * @throws PostgresStartException when it has ended instead
     */
    void awaitReady() throws InterruptedException {
        final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (process.isAlive()) {
            final Optional<PostmasterFile> said = PostmasterFile.read(folder);
            if (said.isPresent()
                    && said.get().pid() == process.pid()
                    && said.get().isReady()) {
                return;
            }
            if (System.nanoTime() - deadline > 0) {
                stop("QUIT", START_SECONDS);
                throw new PostgresStartException(
                        Reason.CANNOT_RUN, "PostgreSQL is not ready within " + START_SECONDS + " s: see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        throw failure();
    }

    private PostgresStartException failure() {
        final String said = said();
        if (said.contains("could not bind")) {
            return new PostgresStartException(Reason.PORT_IN_USE, "the port is in use");
        }
        final String cause = said.lines()
                .filter(each -> each.contains("FATAL:") || each.contains("error"))
                .reduce((first, second) -> second)
                .map(each -> each.substring(Math.max(0, each.indexOf("FATAL:"))))
                .orElse("status " + process.exitValue());
        return new PostgresStartException(Reason.CANNOT_RUN, "PostgreSQL does not start (" + cause + "): see " + log);
    }

    /** @return whether processes of an earlier run still hold its memory; they end soon after their parent */
    boolean metLeftoverProcesses() {
        final String said = said();
        return said.contains("is still in use") || said.contains("lock file \"postmaster.pid\" already exists");
    }

    private String said() {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            final long end = file.length();
            final long from = Math.max(Math.min(logStart, end), end - LOG_TAIL);
            final byte[] bytes = new byte[(int) (end - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (final IOException e) {
            return "";
        }
    }

    /**
     * @param signal INT: in order, open transactions are ended; QUIT: at once
     * @param seconds after which it is killed
     */
    void stop(final String signal, final long seconds) throws InterruptedException {
        if (process.isAlive()) {
            Commands.signal(process.pid(), signal);
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                Commands.signal(process.pid(), "QUIT");
                if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            }
        }
    }
}
