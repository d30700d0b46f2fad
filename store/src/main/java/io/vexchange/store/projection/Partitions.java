package io.vexchange.store.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** Makes the partitions of {@code executions} that a batch needs, and the next one when the last is half full. */
final class Partitions {
    private static final long SIZE = 10_000_000;

    private final Set<Long> made = new HashSet<>();

    void ensure(final Connection connection, final long firstSequence, final long lastSequence) throws SQLException {
        for (long n = firstSequence / SIZE; n <= (lastSequence + SIZE / 2) / SIZE; n++) {
            if (made.contains(n)) {
                continue;
            }
            try (PreparedStatement make = connection.prepareStatement("select exchange.add_execution_partition(?)")) {
                make.setLong(1, n);
                make.execute();
            }
            connection.commit();
            made.add(n);
        }
    }
}
