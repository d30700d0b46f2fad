package io.vexchange.store.projection;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/** Rows for one table in COPY's text format. */
final class CopyRows {
    private final String statement;
    private final StringBuilder text = new StringBuilder(1 << 16);
    private int rows;

    CopyRows(final String table, final List<String> columns) {
        statement = "copy exchange." + table + " (" + String.join(", ", columns) + ") from stdin";
    }

    /** @param values one a column, null is NULL */
    void add(final String... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            append(values[i]);
        }
        text.append('\n');
        rows++;
    }

    private void append(final String value) {
        if (value == null) {
            text.append("\\N");
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            final char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    void write(final Connection connection) throws SQLException {
        if (rows == 0) {
            return;
        }
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement, new StringReader(text.toString()));
        } catch (final IOException e) {
            throw new SQLException("copy failed", "08006", e);
        }
    }
}
