package io.vexchange.store.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.client.Decimals;
import io.vexchange.store.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BinaryRowsTest {
    private static final long SEED = 20261125;

    private final Random random = new Random(SEED);

    /** Numbers of all lengths, with zeros at their ends. */
    private long number() {
        final long value = random.nextLong() >> random.nextInt(64);
        return random.nextInt(4) == 0 ? value / 10_000 * 10_000 : value;
    }

    @Test
    void shouldBeReadAsTheDecimalsThatPeopleWrite() throws Exception {
        final BinaryRows rows = new BinaryRows(2);
        final List<String> expected = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            final long units = i < 50 ? i : number();
            final long mantissa = 1L + random.nextInt(random.nextInt(4) == 0 ? 1_000_000 : 10);
            final int decimals = random.nextInt(19);
            if (units == Decimals.ABSENT) {
                continue;
            }
            expected.add(Decimals.format(units, mantissa, decimals));
            rows.row().int4(expected.size()).numeric(units, mantissa, decimals);
        }
        for (final String each : List.of("0", "-0.5", "1000000000000000000000.00000001", "0.00010000", "99999999")) {
            expected.add(each);
            rows.row().int4(expected.size()).numeric(each);
        }
        assertThat(read(rows, "numeric", "v::text")).isEqualTo(expected);
    }

    @Test
    void shouldBeReadAsTheTimesAndTextsTheyAre() throws Exception {
        final BinaryRows times = new BinaryRows(2);
        times.row().int4(1).time(1_795_000_000_123_456L);
        times.row().int4(2).timeOrNone(0);
        assertThat(read(times, "timestamptz", "v at time zone 'UTC'"))
                .containsExactly("2026-11-18 11:06:40.123456", null);
        final BinaryRows dates = new BinaryRows(2);
        dates.row().int4(1).date(20261125);
        dates.row().int4(2).date(19991231);
        assertThat(read(dates, "date", "v::text")).containsExactly("2026-11-25", "1999-12-31");
        final BinaryRows texts = new BinaryRows(2);
        texts.row().int4(1).text("a\tb\\\n\"");
        texts.row().int4(2).text("größer \uD83D\uDE00");
        texts.row().int4(3).text(null);
        assertThat(read(texts, "text", "v")).containsExactly("a\tb\\\n\"", "größer \uD83D\uDE00", null);
        final BinaryRows json = new BinaryRows(2);
        json.row().int4(1).jsonb("{\"a\":[1]}");
        assertThat(read(json, "jsonb", "v ->> 'a'")).containsExactly("[1]");
    }

    private static List<String> read(final BinaryRows rows, final String type, final String shown) throws Exception {
        final List<String> found = new ArrayList<>();
        try (TestDatabase database = TestDatabase.create();
                Connection connection = database.asOwner();
                Statement statement = connection.createStatement()) {
            statement.execute("create temporary table given (n int, v " + type + ")");
            rows.copyIn(connection, "copy given from stdin (format binary)");
            try (ResultSet result = statement.executeQuery("select " + shown + " from given order by n")) {
                while (result.next()) {
                    found.add(result.getString(1));
                }
            }
        }
        return found;
    }
}
