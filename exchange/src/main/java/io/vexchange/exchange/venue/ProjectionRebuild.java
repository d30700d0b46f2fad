package io.vexchange.exchange.venue;

import com.zaxxer.hikari.HikariDataSource;
import io.vexchange.engine.EngineLimits;
import io.vexchange.engine.cluster.CommandLog;
import io.vexchange.engine.cluster.LogDamagedException;
import io.vexchange.engine.cluster.LogReplay;
import io.vexchange.exchange.ExitCode;
import io.vexchange.exchange.StartFailure;
import io.vexchange.exchange.config.ExchangeConfig;
import io.vexchange.exchange.folder.DataFolder;
import io.vexchange.store.DataSources;
import io.vexchange.store.DatabaseSettings;
import io.vexchange.store.projection.Rebuild;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Makes the tables of a stopped venue again from its log, or compares them with what the log gives. */
public final class ProjectionRebuild {
    private static final int BEHAVIOUR_VERSION = 1;

    private final ExchangeConfig config;
    private final DataFolder folder;
    private final Consumer<String> say;
    private final EngineLimits limits;

    /**
     * @param config of the venue
     * @param folder locked
     * @param say takes lines for people
     */
    public ProjectionRebuild(final ExchangeConfig config, final DataFolder folder, final Consumer<String> say) {
        this.config = config;
        this.folder = folder;
        this.say = say;
        limits = config.engine().limits();
    }

    /**
     * @param checkOnly true: the tables stay as they are
     * @return true unless a check found differences
     * @throws StartFailure when the log or the database cannot be used
     * @throws InterruptedException when it is stopped
     */
    public boolean run(final boolean checkOnly) throws InterruptedException {
        final LogReplay.Result log = verify();
        final Database database = Database.begin(config.store(), folder);
        try {
            final DatabaseSettings settings = database.await();
            try (HikariDataSource writer = DataSources.writer(settings)) {
                return run(checkOnly, log, new Rebuild(settings, writer));
            }
        } catch (final SQLException e) {
            throw new StartFailure(ExitCode.DATABASE, "the tables cannot be made: " + e.getMessage(), e);
        } finally {
            database.close();
        }
    }

    private LogReplay.Result verify() {
        try {
            CommandLog.cutTornEnd(folder.path());
            return new LogReplay(folder.path(), limits)
                    .run(Long.MAX_VALUE, 0, 0, false, (sequence, buffer, offset, length) -> {});
        } catch (final LogDamagedException e) {
            throw new StartFailure(ExitCode.LOG, e.getMessage(), e);
        }
    }

    private boolean run(final boolean checkOnly, final LogReplay.Result log, final Rebuild rebuild)
            throws SQLException, InterruptedException {
        if (rebuild.restore()) {
            say.accept("an earlier rebuild did not end: the tables from before it are back");
        }
        final UUID logId = new UUID(log.logIdHigh(), log.logIdLow());
        final Rebuild.Position before = rebuild.position();
        if (checkOnly) {
            return check(rebuild, logId, before, log);
        }
        final long written = rebuild.make(logId, BEHAVIOUR_VERSION, history(), Long.MAX_VALUE);
        rebuild.keep();
        say.accept("the tables were made again from log " + logId + ", events 1 to " + written);
        return true;
    }

    private boolean check(
            final Rebuild rebuild, final UUID logId, final Rebuild.Position before, final LogReplay.Result log)
            throws SQLException, InterruptedException {
        if (before.logId() == null) {
            throw new StartFailure(ExitCode.FAILED, "there are no tables to compare");
        }
        if (!before.logId().equals(logId) || before.sequence() > log.sequence()) {
            throw new StartFailure(
                    ExitCode.LOG,
                    "database is at event " + before.sequence() + " of log " + before.logId() + ", this log is " + logId
                            + " at " + log.sequence());
        }
        rebuild.make(logId, BEHAVIOUR_VERSION, history(), before.sequence());
        final List<String> differing = rebuild.differences();
        rebuild.restore();
        say.accept(
                differing.isEmpty()
                        ? "all tables are equal to what the log gives, events 1 to " + before.sequence()
                        : "tables that differ from what the log gives: " + String.join(", ", differing));
        return differing.isEmpty();
    }

    private LogHistory history() {
        return new LogHistory(folder.path(), limits, () -> Long.MAX_VALUE);
    }
}
