package io.vexchange.store.projection;

import io.vexchange.engine.client.Directory;
import io.vexchange.store.DataSources;
import io.vexchange.store.DatabaseSettings;
import io.vexchange.store.Migrations;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Makes all tables again from the log, beside those that are there, while no venue runs on the database. Until {@link #keep} the old
 * tables are kept as schema {@code exchange_kept}; {@link #restore} brings them back, also after a rebuild that did not end.
 */
public final class Rebuild {
    private static final String KEPT = Migrations.SCHEMA + "_kept";

    private final DatabaseSettings database;
    private final DataSource owner;
    private final DataSource writer;
    private final Directory directory = new Directory();
    private final Words words = new Words(directory);
    private final KnownTotals totals = new KnownTotals();
    private final Partitions partitions = new Partitions();
    private long written;

    /**
     * @param database whose tables
     * @param writer connections of its writer, autocommit off
     */
    public Rebuild(final DatabaseSettings database, final DataSource writer) {
        this.database = database;
        this.owner = DataSources.owner(database);
        this.writer = writer;
    }

    /**
     * Brings back the tables of a rebuild that did not end, if there was one.
     *
     * @return true when there was
     * @throws SQLException of the database
     */
    public boolean restore() throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, KEPT)) {
                return false;
            }
            connection.setAutoCommit(false);
            statement.execute("drop schema if exists " + Migrations.SCHEMA + " cascade");
            statement.execute("alter schema " + KEPT + " rename to " + Migrations.SCHEMA);
            connection.commit();
            return true;
        }
    }

    /**
     * How far the tables are that are there now.
     *
     * @return log and newest event; a null log and 0 when there are none
     * @throws SQLException of the database
     */
    public Position position() throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, Migrations.SCHEMA)) {
                return new Position(null, 0);
            }
            final Fence fence = Fence.read(connection);
            return new Position(fence.logId(), fence.sequence());
        }
    }

    /**
     * Where tables are.
     *
     * @param logId of the log they show, null = none
     * @param sequence newest event they show
     */
    public record Position(UUID logId, long sequence) {}

    /**
     * Puts the tables aside and makes them again.
     *
     * @param logId identity of the log
     * @param behaviourVersion of the log
     * @param history makes the events
     * @param toSequence the last event wanted
     * @return the newest event that was written
     * @throws SQLException of the database
     * @throws InterruptedException never: no writer here waits
     */
    public long make(final UUID logId, final int behaviourVersion, final EventHistory history, final long toSequence)
            throws SQLException, InterruptedException {
        setAside();
        Migrations.apply(database);
        new EventBatches(words, directory, totals, (first, batch) -> write(logId, behaviourVersion, first, batch))
                .read(
                        history,
                        0,
                        toSequence,
                        (sequence, buffer, offset, length) ->
                                words.learn(Events.templateId(buffer, offset), buffer, offset, length));
        return written;
    }

    private void setAside() throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            if (exists(statement, Migrations.SCHEMA)) {
                statement.execute("alter schema " + Migrations.SCHEMA + " rename to " + KEPT);
            }
        }
    }

    private void write(final UUID logId, final int behaviourVersion, final long first, final Batch batch)
            throws SQLException {
        try (Connection connection = writer.getConnection()) {
            partitions.ensure(connection, first, batch.lastSequence());
            if (!Fence.move(connection, logId, written, batch.lastSequence(), behaviourVersion)) {
                throw new SQLException("somebody else writes these tables");
            }
            batch.write(connection);
            connection.commit();
        }
        written = batch.lastSequence();
    }

    /**
     * Compares the new tables with those that were put aside, row by row; only the wall clock of the projection is excepted.
     *
     * @return the tables that differ, with how many rows
     * @throws SQLException of the database
     */
    public List<String> differences() throws SQLException {
        final List<String> differing = new ArrayList<>();
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            for (final String table : tables(statement)) {
                final String columns = "projection".equals(table)
                        ? "log_id, last_event_sequence, first_event_sequence, behaviour_version"
                        : "*";
                final String fresh = "select " + columns + " from " + Migrations.SCHEMA + '.' + table;
                final String old = "select " + columns + " from " + KEPT + '.' + table;
                final long rows = count(statement, fresh, old) + count(statement, old, fresh);
                if (rows > 0) {
                    differing.add(table + " (" + rows + " rows)");
                }
            }
        }
        return differing;
    }

    private static long count(final Statement statement, final String these, final String without) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select count(*) from (" + these + " except all " + without + ") as differing")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Partitions are seen through their parent. */
    private static List<String> tables(final Statement statement) throws SQLException {
        final List<String> tables = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery("select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " where n.nspname = '" + KEPT + "' and c.relkind in ('r', 'p') and not c.relispartition"
                        + " and c.relname <> 'flyway_schema_history' order by 1")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /**
     * The new tables stay, the old ones go.
     *
     * @throws SQLException of the database
     */
    public void keep() throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + KEPT + " cascade");
        }
    }

    private static boolean exists(final Statement statement, final String schema) throws SQLException {
        try (ResultSet row = statement.executeQuery("select 1 from pg_namespace where nspname = '" + schema + "'")) {
            return row.next();
        }
    }
}
