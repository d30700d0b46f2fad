package io.vexchange.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;

/** What a failure of the database means. */
public final class SqlFailures {
    private static final String QUERY_CANCELED = "57014";
    private static final List<String> TRANSIENT = List.of("08", "57P", "53", "40001", "40P01");

    private SqlFailures() {}

    /**
     * @param failure of a statement or connection
     * @return whether the same may succeed later: the server is away, ending, starting, full, or it was a matter of concurrency
     */
    public static boolean isTransient(final SQLException failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLTransientConnectionException) {
                return true;
            }
            if (each instanceof SQLException sql && sql.getSQLState() != null) {
                final String state = sql.getSQLState();
                return TRANSIENT.stream().anyMatch(state::startsWith);
            }
        }
        return false;
    }

    /**
     * @param failure of a statement
     * @return whether the server ended it because it took too long
     */
    public static boolean isTimeout(final SQLException failure) {
        return QUERY_CANCELED.equals(failure.getSQLState());
    }
}
