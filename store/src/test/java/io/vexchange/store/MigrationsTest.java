package io.vexchange.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vexchange.store.postgres.Credentials;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MigrationsTest {
    private static final String REFERENCE = """
            insert into assets values ('USD', 1, 6, now(), 1), ('ACME', 2, 0, now(), 2);
            insert into instruments values ('ACME', 1, 'ACME', 'USD', true, 'CONTINUOUS', 0.01, 1, 2, 1, 1, 0, 1, 1000, null, 100.00, 10,
                null, 3, 0, 0, 1, 1, now(), 3);
            insert into accounts values ('ALPHA-A', 1, 'ALPHA', 'CASH', true, now(), now(), 4);
            insert into executions (event_sequence, order_id, client_order_id, account, participant, symbol, side, exec_type, order_status,
                quantity, leaves_quantity, filled_quantity, at)
                values (5, 1, 'a', 'ALPHA-A', 'ALPHA', 'ACME', 'BUY', 'NEW', 'NEW', 10, 10, 0, now());
            insert into ledger_entries (event_sequence, line, debit_account, credit_account, asset, amount, type, at)
                values (6, 1, 'VEX-EXTERNAL', 'ALPHA-A', 'USD', 1, 'DEPOSIT', now());
            """;
    private static final String ORDER = """
            insert into orders (id, client_order_id, account, participant, symbol, side, order_type, time_in_force, price, stop_price,
                working_price, quantity, filled_quantity, leaves_quantity, canceled_quantity, visible_quantity, post_only, avg_price,
                status, entered_by, created_at, updated_at, event_sequence)
            values (1, 'a', 'ALPHA-A', 'ALPHA', 'ACME', 'BUY', %s, 'ALPHA1', now(), now(), 5)
            """;

    private static TestDatabase database;

    @BeforeAll
    static void create() throws Exception {
        database = TestDatabase.create();
        try (Connection connection = database.asWriter();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = exchange");
            statement.execute(REFERENCE);
        }
    }

    @AfterAll
    static void drop() throws Exception {
        database.close();
    }

    private static void asWriter(final String sql) throws SQLException {
        execute(database.asWriter(), sql);
    }

    private static void execute(final Connection made, final String sql) throws SQLException {
        try (Connection connection = made;
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = exchange; begin read write");
            statement.execute(sql);
            statement.execute("rollback");
        }
    }

    @Test
    void shouldDoNothingTheSecondTime() throws SQLException {
        final List<String> before = database.rows("select count(*) from exchange.flyway_schema_history");
        Migrations.apply(database.settings());
        assertThat(database.rows("select count(*) from exchange.flyway_schema_history"))
                .isEqualTo(before);
    }

    @Test
    void shouldWorkForOneUserWithoutRoles() throws Exception {
        try (TestDatabase other = TestDatabase.create()) {
            try (Connection connection = other.asOwner();
                    Statement statement = connection.createStatement()) {
                statement.execute("drop schema exchange cascade");
            }
            final Credentials owner = other.settings().owner();
            final String url = other.settings().url() + "?user=" + owner.user() + "&password=" + owner.password();
            Migrations.apply(new DatabaseSettings(url, Credentials.OF_URL, Credentials.OF_URL, Credentials.OF_URL));
            assertThat(other.rows("select last_event_sequence, log_id from exchange.projection"))
                    .containsExactly("0|null");
        }
    }

    @Test
    void shouldCommentEachTableAndColumn() throws SQLException {
        assertThat(database.rows("""
                        select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
                        where c.relnamespace = 'exchange'::regnamespace and c.relkind in ('r', 'p', 'v') and a.attnum >= 0
                          and not c.relispartition and c.relname <> 'flyway_schema_history'
                          and (col_description(c.oid, a.attnum) is null or obj_description(c.oid) is null)
                        """)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update orders set status = 'FILLED'",
                "delete from executions",
                "create table exchange.mine (i int)",
                "insert into projection select * from projection",
                "select exchange.add_execution_partition(5)"
            })
    void shouldLetTheReaderOnlyRead(final String sql) {
        assertThatThrownBy(() -> execute(database.asReader(), sql)).hasMessageContaining("permission denied");
    }

    @Test
    void shouldLetTheReaderReadAll() throws SQLException {
        try (Connection connection = database.asReader();
                Statement statement = connection.createStatement()) {
            for (final String table : database.rows(
                    "select relname from pg_class where relnamespace = 'exchange'::regnamespace and relkind in ('r', 'p', 'v')")) {
                assertThatCode(() -> statement.execute("select * from " + table))
                        .as(table)
                        .doesNotThrowAnyException();
            }
            assertThatThrownBy(() -> statement.execute("select nextval('nothing')"))
                    .hasMessageContaining("does not exist");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from executions",
                "delete from ledger_entries",
                "drop table orders",
                "update executions set code = ''"
            })
    void shouldNotLetTheWriterChangeHistory(final String sql) {
        assertThatThrownBy(() -> asWriter(sql)).isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update executions set code = 'X'",
                "delete from executions",
                "delete from executions_0",
                "update ledger_entries set amount = 2",
                "delete from ledger_entries"
            })
    void shouldKeepHistoryEvenFromTheOwner(final String sql) {
        assertThatThrownBy(() -> execute(database.asOwner(), sql)).hasMessageContaining("its rows are history");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'LIMIT', 'DAY', null, null, null, 10, 0, 10, 0, 10, false, null, 'NEW'",
                "'STOP', 'DAY', null, null, null, 10, 0, 10, 0, 0, false, null, 'NEW'",
                "'MARKET', 'DAY', null, 5, null, 10, 0, 10, 0, 0, false, null, 'NEW'",
                "'LIMIT', 'DAY', 99, null, 99, 10, 3, 8, 0, 8, false, 99, 'PARTIALLY_FILLED'",
                "'LIMIT', 'DAY', 99, null, 99, 10, -1, 11, 0, 8, false, null, 'NEW'",
                "'LIMIT', 'DAY', 99, null, 99, 10, 0, 10, 0, 10, false, 99, 'NEW'",
                "'LIMIT', 'DAY', 99, null, null, 10, 10, 0, 0, 0, false, null, 'FILLED'",
                "'LIMIT', 'DAY', 99, null, 99, 10, 0, 0, 10, 0, false, null, 'CANCELED'",
                "'LIMIT', 'DAY', 99, null, null, 10, 0, 0, 10, 0, false, null, 'NEW'",
                "'LIMIT', 'SOON', 99, null, 99, 10, 0, 10, 0, 10, false, null, 'NEW'",
                "'LIMITED', 'DAY', 99, null, 99, 10, 0, 10, 0, 10, false, null, 'NEW'"
            })
    void shouldRefuseAnOrderThatCannotBe(final String values) {
        assertThatThrownBy(() -> asWriter(ORDER.formatted(values))).hasMessageContaining("violates check constraint");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'LIMIT', 'DAY', 99, null, 99, 10, 0, 10, 0, 10, false, null, 'NEW'",
                "'LIMIT', 'DAY', null, null, null, -5, 0, 0, -5, 0, false, null, 'REJECTED'",
                "'STOP', 'GTC', null, 105, null, 10, 0, 10, 0, 0, false, null, 'NEW'",
                "'MARKET', 'IOC', null, null, null, 10, 4, 0, 6, 0, false, 99.5, 'CANCELED'"
            })
    void shouldTakeAnOrderThatCanBe(final String values) {
        assertThatCode(() -> asWriter(ORDER.formatted(values))).doesNotThrowAnyException();
    }

    @Test
    void shouldShowTheWorkingOrdersAsTheBook() throws SQLException {
        try (Connection connection = database.asOwner();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set search_path = exchange");
            final String order = "'LIMIT', 'DAY', 99, null, 99.00, 10, 0, 10, 0, %d, false, null, 'NEW'";
            statement.execute(ORDER.formatted(order.formatted(10)));
            statement.execute(ORDER.formatted(order.formatted(4)).replace("(1, 'a'", "(2, 'b'"));
            try (var found = statement.executeQuery(
                    "select symbol, side, price, total_quantity, displayed_quantity, order_count from order_book")) {
                assertThat(found.next()).isTrue();
                assertThat(List.of(
                                found.getString(1),
                                found.getString(2),
                                found.getString(3),
                                found.getInt(4),
                                found.getInt(5),
                                found.getInt(6)))
                        .containsExactly("ACME", "BUY", "99.00", 20, 14, 2);
                assertThat(found.next()).isFalse();
            }
            connection.rollback();
        }
    }

    @Test
    void shouldMakePartitionsAsTheWriter() throws SQLException {
        try (Connection connection = database.asWriter();
                Statement statement = connection.createStatement()) {
            statement.execute("select exchange.add_execution_partition(1)");
            statement.execute("select exchange.add_execution_partition(1)");
        }
        assertThat(database.rows("select count(*) from pg_inherits where inhparent = 'exchange.executions'::regclass"))
                .containsExactly("2");
        try (Connection connection = database.asReader();
                Statement statement = connection.createStatement()) {
            assertThatCode(() -> statement.execute("select * from executions_1"))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void shouldSayWhenNobodyAnswers() {
        final DatabaseSettings away = new DatabaseSettings(
                "jdbc:postgresql://127.0.0.1:1/none?user=a&password=geheim",
                Credentials.OF_URL,
                Credentials.OF_URL,
                Credentials.OF_URL);
        assertThatThrownBy(() -> Migrations.apply(away))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageNotContaining("geheim");
    }
}
