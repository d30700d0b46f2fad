package io.vexchange.store.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** New rows for one table. */
final class CopyRows {
    private final String statement;
    private final BinaryRows rows;

    CopyRows(final String table, final List<String> columns) {
        statement = "copy exchange." + table + " (" + String.join(", ", columns) + ") from stdin (format binary)";
        rows = new BinaryRows(columns.size());
    }

    /** @return the row to fill, column by column */
    BinaryRows row() {
        return rows.row();
    }

    void write(final Connection connection) throws SQLException {
        if (!rows.isEmpty()) {
            rows.copyIn(connection, statement);
        }
    }
}
