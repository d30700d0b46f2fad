package io.vexchange.store.projection;

import io.vexchange.store.projection.UpsertRows.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Some columns of rows that are there; the newest change a key counts. */
final class ChangedRows {
    private final String statement;
    private final Map<String, String[]> rows = new LinkedHashMap<>();

    /** @param columns the key first */
    ChangedRows(final String table, final String key, final List<Column> columns) {
        final Column keyColumn = columns.get(0);
        statement = "update exchange." + table + " set "
                + columns.stream()
                        .skip(1)
                        .map(column -> column.name() + " = ?::text::" + column.type())
                        .collect(Collectors.joining(", "))
                + " where " + key + " = ?::text::" + keyColumn.type();
    }

    /** @param values one a column, the key's first */
    void put(final String key, final String... values) {
        rows.put(key, values);
    }

    /** What was to be changed is written whole by somebody else. */
    void remove(final String key) {
        rows.remove(key);
    }

    void write(final Connection connection) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(statement)) {
            for (final String[] values : rows.values()) {
                for (int i = 1; i < values.length; i++) {
                    update.setString(i, values[i]);
                }
                update.setString(values.length, values[0]);
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
