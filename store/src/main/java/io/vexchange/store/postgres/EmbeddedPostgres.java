package io.vexchange.store.postgres;

import io.vexchange.store.postgres.PostgresStartException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The venue's own PostgreSQL. It listens on 127.0.0.1 only, is durable, is started again on the same port when it dies, and ends within
 * seconds of this process, however that ends. Threads: all methods may be called from any thread.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final long STOP_SECONDS = 8;
    private static final long LEFTOVER_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long RETRY_MILLIS = 100;
    private static final long SLOWEST_RETRY_MILLIS = 5_000;
    private static final long LARGEST_LOG = 16L * 1024 * 1024;
    private static final int FREE_PORT_TRIES = 5;

    private final FileChannel lock;
    private final Binaries binaries;
    private final RunAs runAs;
    private final DatabaseFolder database;
    private final Path log;
    private int port;
    private Credentials owner;
    private Credentials writer;
    private Credentials reader;

    private final Object monitor = new Object();
    // guarded by the monitor
    private Server server;
    private Watchdog watchdog;
    private boolean isClosing;
    private long restarts;
    private Thread supervisor;

    private EmbeddedPostgres(
            final FileChannel lock,
            final Binaries binaries,
            final RunAs runAs,
            final DatabaseFolder database,
            final Path log) {
        this.lock = lock;
        this.binaries = binaries;
        this.runAs = runAs;
        this.database = database;
        this.log = log;
    }

    /**
     * Starts it, and makes database, roles and passwords on the first start. A server that an earlier venue left on this folder is stopped
     * first.
     *
     * @param settings where and how
     * @return the running server
     * @throws PostgresStartException when it cannot start; nothing of it is left running
     * @throws InterruptedException when interrupted; nothing of it is left running
     */
    public static EmbeddedPostgres start(final EmbeddedPostgresSettings settings) throws InterruptedException {
        return start(settings, null);
    }

    static EmbeddedPostgres start(final EmbeddedPostgresSettings settings, final RunAs forced)
            throws InterruptedException {
        try {
            final Path folder = settings.dataFolder().resolve("postgres");
            Files.createDirectories(folder);
            final FileChannel lock = lock(folder);
            EmbeddedPostgres postgres = null;
            try {
                postgres = prepare(settings, folder, lock, forced);
                postgres.open(settings);
                return postgres;
            } finally {
                if (postgres == null) {
                    lock.close();
                } else if (postgres.supervisor == null) {
                    postgres.close();
                }
            }
        } catch (final IOException e) {
            throw cannotRun(settings, e);
        } catch (final UncheckedIOException e) {
            throw cannotRun(settings, e.getCause());
        }
    }

    private static PostgresStartException cannotRun(final EmbeddedPostgresSettings settings, final IOException e) {
        return new PostgresStartException(
                Reason.CANNOT_RUN,
                "PostgreSQL's files in " + settings.dataFolder() + " cannot be used ("
                        + e.getClass().getSimpleName() + ' ' + e.getMessage() + ')',
                e);
    }

    private static EmbeddedPostgres prepare(
            final EmbeddedPostgresSettings settings, final Path folder, final FileChannel lock, final RunAs forced)
            throws IOException, InterruptedException {
        final Path logs = settings.dataFolder().resolve("logs");
        Files.createDirectories(logs);
        final Binaries binaries = Binaries.in(folder);
        final RunAs runAs = forced != null ? forced : RunAs.find(binaries.program("postgres"));
        final DatabaseFolder database = new DatabaseFolder(folder, binaries, runAs);
        database.checkVersion();
        return new EmbeddedPostgres(lock, binaries, runAs, database, logs.resolve("postgres.log"));
    }

    private static FileChannel lock(final Path folder) throws IOException {
        final FileChannel channel = FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (final OverlappingFileLockException e) {
            LOG.debug("the folder is in use by this process", e);
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        if (lock == null) {
            throw new PostgresStartException(
                    Reason.FOLDER_IN_USE, "the database in " + folder + " is in use by another venue: stop that one");
        }
        return channel;
    }

    private void open(final EmbeddedPostgresSettings settings) throws IOException, InterruptedException {
        database.stopLeftover();
        final Secrets secrets = new Secrets(settings.dataFolder().resolve("secrets"));
        final Secrets.Secret superuserSecret = secrets.password(DatabaseFolder.SUPERUSER);
        final Secrets.Secret ownerSecret = secrets.password(Roles.OWNER);
        final Secrets.Secret writerSecret = secrets.password(Roles.WRITER);
        owner = new Credentials(Roles.OWNER, ownerSecret.text());
        writer = new Credentials(Roles.WRITER, writerSecret.text());
        reader = new Credentials(
                Roles.READER,
                settings.readerPassword() != null
                        ? settings.readerPassword()
                        : secrets.password(Roles.READER).text());
        database.create(superuserSecret);
        runAs.give(settings.dataFolder(), database.path().getParent());
        turnLog();
        launch(settings.port());
        try {
            new Roles(port, new Credentials(DatabaseFolder.SUPERUSER, superuserSecret.text()))
                    .apply(ownerSecret, writerSecret, reader.password());
        } catch (final SQLException e) {
            throw new PostgresStartException(
                    Reason.CANNOT_RUN, "PostgreSQL refuses the venue (" + e.getMessage() + "): see " + log, e);
        }
        supervise();
    }

    private void turnLog() throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void launch(final int wantedPort) throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            port = wantedPort == 0 ? freePort() : checkedPort(wantedPort);
            try {
                launch();
                return;
            } catch (final PostgresStartException e) {
                if (e.reason() != Reason.PORT_IN_USE) {
                    throw e;
                }
                if (wantedPort != 0 || tries == FREE_PORT_TRIES) {
                    throw portInUse(port, e);
                }
            }
        }
    }

    /** Starts the server and the watchdog over it; processes of an earlier run may need a moment to end. */
    private void launch() throws IOException, InterruptedException {
        final long deadline = System.nanoTime() + LEFTOVER_NANOS;
        while (true) {
            final Server started = Server.launch(binaries, runAs, database.path(), port, log);
            final Watchdog over;
            synchronized (monitor) {
                server = started;
                if (watchdog != null) {
                    watchdog.close();
                }
                over = Watchdog.over(started.pid(), PostmasterFile.in(database.path()));
                watchdog = over;
            }
            try {
                started.awaitReady();
                wakeAtEnd(started.onExit());
                wakeAtEnd(over.onExit());
                return;
            } catch (final PostgresStartException e) {
                if (!started.metLeftoverProcesses() || System.nanoTime() - deadline > 0) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    private static int checkedPort(final int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return port;
        } catch (final IOException e) {
            throw portInUse(port, e);
        }
    }

    private static PostgresStartException portInUse(final int port, final Exception cause) {
        return new PostgresStartException(
                Reason.PORT_IN_USE,
                "postgres port " + port + " is in use (--pg-port, VEX_PG_PORT; 0 = any free one)",
                cause);
    }

    /** Waking up cannot fail, so nobody needs to know how it went. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void wakeAtEnd(final CompletableFuture<?> end) {
        end.whenComplete((ended, failure) -> wake());
    }

    private void wake() {
        synchronized (monitor) {
            monitor.notifyAll();
        }
    }

    private void supervise() {
        supervisor = new Thread(this::superviseUntilClosed, "postgres-supervisor");
        supervisor.setDaemon(true);
        supervisor.start();
    }

    private void superviseUntilClosed() {
        long pauseMillis = RETRY_MILLIS;
        while (true) {
            try {
                synchronized (monitor) {
                    while (!isClosing && server.isAlive() && watchdog.isAlive()) {
                        monitor.wait();
                    }
                    if (isClosing) {
                        return;
                    }
                    if (server.isAlive()) {
                        LOG.warn("the watchdog of PostgreSQL has ended, another is set");
                        watchdog = Watchdog.over(server.pid(), PostmasterFile.in(database.path()));
                        wakeAtEnd(watchdog.onExit());
                        continue;
                    }
                    restarts++;
                }
                LOG.warn("PostgreSQL has ended, it is started again on port {}", port);
                launch();
                LOG.info("PostgreSQL runs again on port {}", port);
                pauseMillis = RETRY_MILLIS;
            } catch (final IOException | PostgresStartException e) {
                LOG.error("PostgreSQL cannot be started again: {}", e.getMessage());
                pauseMillis = Math.min(2 * pauseMillis, SLOWEST_RETRY_MILLIS);
                if (!pause(pauseMillis)) {
                    return;
                }
            } catch (final InterruptedException e) {
                return;
            }
        }
    }

    private boolean pause(final long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
            return true;
        } catch (final InterruptedException e) {
            return false;
        }
    }

    /** @return the port it listens on, the same until it is closed */
    public int port() {
        return port;
    }

    /** @return of the role that owns the schema */
    public Credentials owner() {
        return owner;
    }

    /** @return of the role that writes the projection */
    public Credentials writer() {
        return writer;
    }

    /** @return of the role that reads */
    public Credentials reader() {
        return reader;
    }

    /** @return URL of the venue's database, without a role */
    public String jdbcUrl() {
        return Roles.url(port, Roles.DATABASE);
    }

    /** @return whether the server runs; false while it is started again */
    public boolean isAlive() {
        synchronized (monitor) {
            return !isClosing && server != null && server.isAlive();
        }
    }

    /** @return how often it had to be started again */
    public long restarts() {
        synchronized (monitor) {
            return restarts;
        }
    }

    /** @return number of the server's process */
    long serverPid() {
        synchronized (monitor) {
            return server.pid();
        }
    }

    /** @return number of the watchdog's process */
    long watchdogPid() {
        synchronized (monitor) {
            return watchdog.pid();
        }
    }

    /** Stops it in order; returns when it has ended. */
    @Override
    public void close() {
        final Thread ending;
        synchronized (monitor) {
            if (isClosing) {
                return;
            }
            isClosing = true;
            ending = supervisor;
            monitor.notifyAll();
        }
        boolean interrupted = false;
        try {
            if (ending != null) {
                ending.interrupt();
                ending.join();
            }
            if (server != null) {
                server.stop("INT", STOP_SECONDS);
            }
        } catch (final InterruptedException e) {
            interrupted = true;
        } finally {
            end();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        synchronized (monitor) {
            if (watchdog != null && !server.isAlive()) {
                watchdog.close();
            } else if (watchdog != null) {
                watchdog.abandon();
            }
        }
        try {
            lock.close();
        } catch (final IOException e) {
            LOG.warn("the lock of {} cannot be released", database.path(), e);
        }
    }
}
