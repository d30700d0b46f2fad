package io.vexchange.exchange.venue;

import com.zaxxer.hikari.HikariDataSource;
import io.vexchange.exchange.ExitCode;
import io.vexchange.exchange.StartFailure;
import io.vexchange.store.DataSources;
import io.vexchange.store.DatabaseSettings;
import io.vexchange.store.UnsuitableDatabaseException;
import io.vexchange.store.projection.EventHistory;
import io.vexchange.store.projection.ProjectionMismatchException;
import io.vexchange.store.projection.Projector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The projector and its connections. */
final class Projection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Projection.class);
    private static final long VERDICT_MILLIS = 10_000;
    private static final long DRAIN_MILLIS = 10_000;

    private final HikariDataSource writer;
    private final Projector projector;

    private Projection(final HikariDataSource writer, final Projector projector) {
        this.writer = writer;
        this.projector = projector;
    }

    /**
     * Starts it, and waits a while whether log and database belong together.
     *
     * @throws StartFailure when they do not, or the database cannot be used
     */
    static Projection start(final DatabaseSettings database, final EngineClients clients, final EventHistory history) {
        final HikariDataSource writer = DataSources.writer(database);
        final Projection projection = new Projection(
                writer, new Projector(database, writer, it -> clients.projector(it, LOG::error), history, LOG::error));
        try {
            projection.projector.start(VERDICT_MILLIS);
            return projection;
        } catch (final ProjectionMismatchException e) {
            projection.close();
            throw new StartFailure(ExitCode.LOG, e.getMessage(), e);
        } catch (final RuntimeException e) {
            projection.close();
            final Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof UnsuitableDatabaseException) {
                throw new StartFailure(ExitCode.DATABASE, cause.getMessage(), cause);
            }
            throw new StartFailure(ExitCode.DATABASE, "the projection cannot begin: " + cause.getMessage(), cause);
        }
    }

    Projector projector() {
        return projector;
    }

    @Override
    public void close() {
        projector.close(DRAIN_MILLIS);
        writer.close();
    }
}
