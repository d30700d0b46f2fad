package io.vexchange.store.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Where the database is. Each transaction moves it from exactly where its writer believed it to be, so no event is written twice and no
 * second writer goes unnoticed.
 *
 * @param logId identity of the log the tables show, null before the first event
 * @param sequence newest event they show
 */
record Fence(UUID logId, long sequence) {
    static Fence read(final Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select log_id, last_event_sequence from exchange.projection");
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("exchange.projection is empty", "02000");
            }
            return new Fence(row.getObject(1, UUID.class), row.getLong(2));
        }
    }

    /** @return false: the database is somewhere else */
    static boolean move(
            final Connection connection, final UUID logId, final long from, final long to, final int behaviourVersion)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update exchange.projection set log_id = ?,"
                + " last_event_sequence = ?, behaviour_version = ?, updated_at = clock_timestamp()"
                + " where last_event_sequence = ? and (log_id = ? or log_id is null)")) {
            update.setObject(1, logId);
            update.setLong(2, to);
            update.setInt(3, behaviourVersion);
            update.setLong(4, from);
            update.setObject(5, logId);
            return update.executeUpdate() == 1;
        }
    }
}
