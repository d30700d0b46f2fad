package io.vexchange.store.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows for one table of which only the newest a key counts, written by one statement. The last column is {@code event_sequence}; an older
 * row never replaces a newer one.
 */
final class UpsertRows {
    /** A column, its type, and how it is made of the text given. */
    record Column(String name, String type) {
        static List<Column> list(final String spec) {
            return spec.lines()
                    .map(line -> line.strip().split(" ", 2))
                    .map(words -> new Column(words[0], words[1]))
                    .toList();
        }
    }

    private final String statement;
    private final int columns;
    private final Map<String, String[]> rows = new LinkedHashMap<>();

    UpsertRows(final String table, final List<String> keys, final List<Column> columns) {
        this(table, keys, columns, "true");
    }

    /** @param condition on {@code r}, which of the rows are written */
    UpsertRows(final String table, final List<String> keys, final List<Column> columns, final String condition) {
        this.columns = columns.size();
        final String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        final String values = columns.stream().map(UpsertRows::value).collect(Collectors.joining(", "));
        final String arrays =
                IntStream.range(0, columns.size()).mapToObj(i -> "?").collect(Collectors.joining(", "));
        final String changes = columns.stream()
                .map(Column::name)
                .filter(name -> !keys.contains(name))
                .map(name -> name + " = excluded." + name)
                .collect(Collectors.joining(", "));
        statement =
                "insert into exchange." + table + " as t (" + names + ") select " + values + " from unnest(" + arrays
                        + ") as r(" + names + ") where " + condition + " on conflict (" + String.join(", ", keys)
                        + ") do update set " + changes + " where t.event_sequence < excluded.event_sequence";
    }

    private static String value(final Column column) {
        return column.type().equals("text[]")
                ? "string_to_array(r." + column.name() + ", ',')"
                : "r." + column.name() + "::" + column.type();
    }

    void put(final String key, final String... values) {
        rows.put(key, values);
    }

    String[] get(final String key) {
        return rows.get(key);
    }

    void write(final Connection connection) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(statement)) {
            for (int column = 0; column < columns; column++) {
                final String[] values = new String[rows.size()];
                int row = 0;
                for (final String[] each : rows.values()) {
                    values[row++] = each[column];
                }
                insert.setArray(column + 1, connection.createArrayOf("text", values));
            }
            insert.executeUpdate();
        }
    }
}
