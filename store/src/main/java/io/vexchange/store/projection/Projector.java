package io.vexchange.store.projection;

import io.vexchange.engine.client.Directory;
import io.vexchange.engine.client.EngineClient;
import io.vexchange.engine.client.Hello;
import io.vexchange.store.DatabaseSettings;
import io.vexchange.store.Migrations;
import io.vexchange.store.SqlFailures;
import io.vexchange.store.StoreUnavailableException;
import io.vexchange.store.UnsuitableDatabaseException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the engine's events into PostgreSQL, each exactly once: rows and the position move in one transaction, fenced by the position it
 * began at; only after its commit the engine is told that it may forget them. While PostgreSQL is away the engine keeps the events, and
 * trading goes on. One thread of its own; all public methods may be called from any thread.
 */
public final class Projector implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);
    private static final int BATCH_EVENTS = 2_000;
    private static final long POLL_MILLIS = 100;
    private static final long HELLO_MILLIS = 500;
    private static final int MAX_RETRY_MILLIS = 1_000;
    private static final int FIRST_RETRY_MILLIS = 50;
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final UUID NO_LOG = new UUID(0, 0);

    private final DatabaseSettings database;
    private final DataSource writer;
    private final EngineConnector connector;
    private final EventHistory history;
    private final Consumer<String> onFatal;
    private final Directory directory = new Directory();
    private final Words words = new Words(directory);
    private final KnownTotals totals = new KnownTotals();
    private final Partitions partitions = new Partitions();
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final Thread thread = new Thread(this::run, "projector");

    private EngineClient client;
    private Inlet inlet;
    private UUID logId;
    private int behaviourVersion;
    private volatile ProjectorState state = ProjectorState.STARTING;
    private ProjectorState healthy = ProjectorState.FOLLOWING;
    private volatile long sequence;
    private volatile long lastCommitNanos = System.nanoTime();
    private volatile long stopNanos = Long.MAX_VALUE;
    private volatile boolean mustStop;

    /**
     * @param database whose owner migrates before the first event
     * @param writer connections of the writer, autocommit off; not closed here
     * @param connector of the durable client {@code projector}
     * @param history what the engine has let go, for a database that is older
     * @param onFatal told once, on the projector's thread, when it stops for good while running: an incident
     */
    public Projector(
            final DatabaseSettings database,
            final DataSource writer,
            final EngineConnector connector,
            final EventHistory history,
            final Consumer<String> onFatal) {
        this.database = database;
        this.writer = writer;
        this.connector = connector;
        this.history = history;
        this.onFatal = onFatal;
    }

    /**
     * Starts, and waits a while for the verdict whether log and database belong together.
     *
     * @param waitMillis at most; when the database cannot be reached by then, the projector goes on trying
     * @throws ProjectionMismatchException when they do not
     */
    public void start(final long waitMillis) throws ProjectionMismatchException {
        thread.start();
        try {
            started.get(waitMillis, TimeUnit.MILLISECONDS);
        } catch (final TimeoutException e) {
            LOG.warn("the projection has not begun after {} ms, it goes on trying", waitMillis);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof ProjectionMismatchException) {
                throw new ProjectionMismatchException(e.getCause().getMessage());
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** @return what it is at */
    public ProjectorState state() {
        return state;
    }

    /** @return the newest event that the database shows; 0 before it is known */
    public long sequence() {
        return sequence;
    }

    /** @return how long ago the database was last known to show all there was, 0 while nothing waits */
    public long lagMillis() {
        final Inlet in = inlet;
        return in == null || in.waiting() == 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastCommitNanos);
    }

    /**
     * Writes what it has been given and ends.
     *
     * @param drainMillis at most; what is left stays in the engine's outbox
     */
    public void close(final long drainMillis) {
        stopNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(drainMillis);
        mustStop = true;
        try {
            thread.join(drainMillis + 1);
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join();
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        close(TimeUnit.SECONDS.toMillis(10));
    }

    private void run() {
        try {
            final long durable = connect(readFence());
            healthy = sequence < durable ? ProjectorState.CATCHING_UP : ProjectorState.FOLLOWING;
            state = healthy;
            started.complete(null);
            catchUp(durable);
            follow();
            state = ProjectorState.CLOSED;
        } catch (final InterruptedException e) {
            state = ProjectorState.CLOSED;
        } catch (final ProjectionMismatchException | SQLException | RuntimeException e) {
            fail(e);
        } finally {
            started.complete(null);
            if (inlet != null) {
                inlet.close();
            }
            if (client != null) {
                client.close();
            }
        }
    }

    private void fail(final Exception cause) {
        state = ProjectorState.FAILED;
        final boolean isAtStart = started.completeExceptionally(cause);
        LOG.error("the projection has stopped at event {}", sequence, cause);
        if (!isAtStart) {
            onFatal.accept("the projection has stopped at event " + sequence + ": " + cause.getMessage());
        }
    }

    /** Migrates and reads the position, as often as it takes. */
    private Fence readFence() throws InterruptedException, SQLException {
        int tries = 0;
        while (true) {
            try {
                migrate();
                try (Connection connection = writer.getConnection()) {
                    final Fence fence = Fence.read(connection);
                    connection.rollback();
                    return fence;
                }
            } catch (final SQLException e) {
                await(e, tries++);
            }
        }
    }

    private void migrate() throws SQLException {
        try {
            Migrations.apply(database);
        } catch (final StoreUnavailableException e) {
            throw new SQLTransientConnectionException(e.getMessage(), "08001", e);
        } catch (final UnsuitableDatabaseException e) {
            throw new SQLException(e.getMessage(), e);
        }
    }

    /** A statement or lock that took too long is tried again: somebody else's query was in the way. */
    private static boolean isOutage(final SQLException failure) {
        return SqlFailures.isTransient(failure)
                || SqlFailures.isTimeout(failure)
                || LOCK_NOT_AVAILABLE.equals(failure.getSQLState());
    }

    /** @return the newest event the engine has let go */
    private long connect(final Fence fence) throws InterruptedException, ProjectionMismatchException {
        sequence = fence.sequence();
        while (true) {
            inlet = new Inlet(words, fence.sequence());
            client = connector.connect(inlet);
            Hello hello = null;
            while (hello == null) {
                stopIfTold();
                hello = inlet.hello(HELLO_MILLIS);
            }
            if (!hello.logId().equals(NO_LOG)) {
                check(fence, hello);
                logId = hello.logId();
                behaviourVersion = hello.behaviourVersion();
                if (fence.sequence() > hello.durablePosition()) {
                    client.consumed(fence.sequence());
                }
                return hello.durablePosition();
            }
            // the log has no identity yet: its first command is on its way
            inlet.close();
            client.close();
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private void check(final Fence fence, final Hello hello) throws ProjectionMismatchException {
        final boolean isForeign = fence.logId() != null && !fence.logId().equals(hello.logId());
        if (isForeign || fence.sequence() > hello.sequence()) {
            throw new ProjectionMismatchException("database is at event " + fence.sequence() + " of log "
                    + fence.logId() + ", this log is " + hello.logId() + " at " + hello.sequence());
        }
        if (fence.sequence() < hello.durablePosition()) {
            final String reason = history.reasonAgainst(fence.sequence());
            if (reason != null) {
                throw new ProjectionMismatchException("database is at event " + fence.sequence() + " of log "
                        + hello.logId() + ", which keeps its events only after " + hello.durablePosition() + ": "
                        + reason);
            }
        }
    }

    /** Writes what lies between the database and the oldest event that the engine still has. */
    private void catchUp(final long durable) throws InterruptedException, SQLException {
        if (sequence >= durable) {
            return;
        }
        LOG.info(
                "the database is at event {}, the engine keeps those after {}: catching up from the log",
                sequence,
                durable);
        while (!inlet.awaitImage(HELLO_MILLIS)) {
            stopIfTold();
        }
        new EventBatches(words, directory, totals, (first, batch) -> {
                    stopIfTold();
                    write(first, batch);
                })
                .read(history, sequence, durable, (number, buffer, offset, length) -> {});
        healthy = ProjectorState.FOLLOWING;
        state = healthy;
    }

    private void follow() throws InterruptedException, SQLException {
        while (!mustStop || (inlet.waiting() > 0 && System.nanoTime() - stopNanos < 0)) {
            final List<Item> items = inlet.take(BATCH_EVENTS, POLL_MILLIS);
            if (!items.isEmpty()) {
                final Batch batch = new Batch(words, directory, totals);
                for (final Item item : items) {
                    batch.add(item);
                }
                write(items.get(0).sequence(), batch);
                client.consumed(sequence);
            } else if (inlet.gapAfter() >= 0) {
                throw new IllegalStateException("events after " + inlet.gapAfter() + " are missing");
            }
        }
    }

    /** Until it is committed. After a failure the position tells whether it was: the answer to a commit may be lost. */
    private void write(final long first, final Batch batch) throws InterruptedException, SQLException {
        int tries = 0;
        boolean isInDoubt = false;
        while (true) {
            try (Connection connection = writer.getConnection()) {
                if (!isInDoubt || isToBeWritten(connection, batch)) {
                    isInDoubt = true;
                    writeOnce(connection, first, batch);
                }
                sequence = batch.lastSequence();
                lastCommitNanos = System.nanoTime();
                if (tries > 0) {
                    LOG.info("PostgreSQL is back, the projection goes on at event {}", sequence);
                }
                state = healthy;
                return;
            } catch (final SQLException e) {
                await(e, tries++);
            }
        }
    }

    private boolean isToBeWritten(final Connection connection, final Batch batch) throws SQLException {
        final Fence fence = Fence.read(connection);
        connection.rollback();
        if (logId.equals(fence.logId()) && fence.sequence() == batch.lastSequence()) {
            return false;
        }
        if (fence.sequence() == sequence && (fence.logId() == null || logId.equals(fence.logId()))) {
            return true;
        }
        throw fenceLost(fence);
    }

    private void writeOnce(final Connection connection, final long first, final Batch batch) throws SQLException {
        try {
            partitions.ensure(connection, first, batch.lastSequence());
            if (!Fence.move(connection, logId, sequence, batch.lastSequence(), behaviourVersion)) {
                connection.rollback();
                throw fenceLost(Fence.read(connection));
            }
            batch.write(connection);
            connection.commit();
        } catch (final SQLException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private static void rollBack(final Connection connection, final Exception cause) {
        try {
            connection.rollback();
        } catch (final SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private IllegalStateException fenceLost(final Fence fence) {
        return new IllegalStateException("the database is at event " + fence.sequence() + " of log " + fence.logId()
                + ", not at " + sequence + " of " + logId + ": somebody else writes it");
    }

    private void await(final SQLException failure, final int tries) throws InterruptedException, SQLException {
        if (!isOutage(failure)) {
            throw failure;
        }
        if (state != ProjectorState.STORE_DOWN) {
            LOG.warn("PostgreSQL cannot be written, the engine keeps the events: {}", failure.getMessage());
            state = ProjectorState.STORE_DOWN;
        }
        stopIfTold();
        final int most = Math.min(MAX_RETRY_MILLIS, FIRST_RETRY_MILLIS << Math.min(tries, 5));
        TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(most / 2, most + 1));
    }

    private void stopIfTold() throws InterruptedException {
        if (mustStop && System.nanoTime() - stopNanos >= 0) {
            throw new InterruptedException("closed");
        }
    }
}
