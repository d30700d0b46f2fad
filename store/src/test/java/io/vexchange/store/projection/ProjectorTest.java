package io.vexchange.store.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.vexchange.store.DataSources;
import io.vexchange.store.TestDatabase;
import io.vexchange.store.query.FillQuery;
import io.vexchange.store.query.FillRow;
import io.vexchange.store.query.LedgerQuery;
import io.vexchange.store.query.OrderQuery;
import io.vexchange.store.query.OrderRow;
import io.vexchange.store.query.Queries;
import io.vexchange.store.query.TradeQuery;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectorTest {
    private static final int EVENTS_A_TRADE = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private TestDatabase database;
    private HikariDataSource writer;

    @BeforeEach
    void open() throws Exception {
        database = TestDatabase.create();
        writer = DataSources.writer(database.settings());
    }

    @AfterEach
    void close() throws Exception {
        writer.close();
        database.close();
    }

    private Projector projector(final FakeEngine engine) {
        return projector(engine, new PastSample(List.of()));
    }

    private Projector projector(final FakeEngine engine, final EventHistory history) {
        return new Projector(database.settings(), writer, engine::connect, history, cause -> {
            throw new AssertionError(cause);
        });
    }

    private void assertWholeAndOnce(final int trades) throws Exception {
        final int first = SampleEvents.directoryEvents();
        final long last = first + (long) EVENTS_A_TRADE * trades;
        assertThat(database.rows("select last_event_sequence from exchange.projection"))
                .containsExactly("" + last);
        assertThat(database.rows("select count(*), count(distinct event_sequence) from exchange.executions"))
                .containsExactly(4 * trades + "|" + 4 * trades);
        assertThat(database.rows("select count(*), sum(filled_quantity), sum(leaves_quantity) from exchange.orders"))
                .containsExactly(2 * trades + "|" + 2 * trades + "|0");
        assertThat(database.rows("select count(*), sum(value) from exchange.trades"))
                .containsExactly(trades + "|" + 100 * trades + ".000000");
        assertThat(database.rows("select count(*) from exchange.ledger_entries"))
                .containsExactly("" + (3 * trades + 2));
        // whatever the ledger moved is what the balances show
        assertThat(database.rows("select b.account, b.asset from exchange.balances b where b.total <>"
                        + " (select coalesce(sum(case when l.credit_account = b.account then amount else 0 end"
                        + " - case when l.debit_account = b.account then amount else 0 end), 0)"
                        + " from exchange.ledger_entries l where l.asset = b.asset)"))
                .isEmpty();
    }

    @Test
    void shouldWriteEachEventOnceAcrossRestarts() throws Exception {
        final int trades = 2_000;
        final FakeEngine engine = new FakeEngine(SampleEvents.of(trades), 1);
        final long last = SampleEvents.directoryEvents() + (long) EVENTS_A_TRADE * trades;
        try (Projector projector = projector(engine)) {
            projector.start(10_000);
            await().atMost(PATIENCE).until(() -> projector.sequence() > last / 3);
            projector.close(0);
        }
        // the engine has not heard of the last commit
        engine.consumed = Math.max(0, engine.consumed - 100);
        try (Projector projector = projector(engine)) {
            projector.start(10_000);
            await().atMost(PATIENCE).until(() -> projector.sequence() == last);
        }
        assertThat(engine.consumed).isEqualTo(last);
        assertWholeAndOnce(trades);
    }

    @Test
    void shouldWriteEachEventOnceAlthoughTheServerIsKilled() throws Exception {
        final int trades = 12_000;
        final FakeEngine engine = new FakeEngine(SampleEvents.of(trades), 5);
        final long last = SampleEvents.directoryEvents() + (long) EVENTS_A_TRADE * trades;
        final long restarts = TestDatabase.server().restarts();
        try (Projector projector = projector(engine)) {
            projector.start(10_000);
            await().pollInterval(Duration.ofMillis(1)).atMost(PATIENCE).until(() -> projector.sequence() > 2_000);
            TestDatabase.killServer();
            await().atMost(PATIENCE).until(() -> projector.sequence() == last);
            assertThat(projector.state()).isEqualTo(ProjectorState.FOLLOWING);
        }
        assertThat(TestDatabase.server().restarts()).isGreaterThan(restarts);
        assertWholeAndOnce(trades);
    }

    @Test
    void shouldRefuseAnotherLogsDatabase() throws Exception {
        final FakeEngine engine = new FakeEngine(SampleEvents.of(1), 1);
        try (Projector projector = projector(engine)) {
            projector.start(10_000);
            await().atMost(PATIENCE)
                    .until(() -> projector.sequence() == SampleEvents.of(1).size());
        }
        engine.logId = new UUID(1, 1);
        try (Projector projector = projector(engine)) {
            assertThatThrownBy(() -> projector.start(10_000))
                    .isInstanceOf(ProjectionMismatchException.class)
                    .hasMessageContaining("this log is " + engine.logId);
        }
    }

    @Test
    void shouldRefuseADatabaseThatIsBehindWhatTheEngineKeeps() throws Exception {
        final FakeEngine engine = new FakeEngine(SampleEvents.of(1), 1);
        engine.consumed = 5;
        try (Projector projector = projector(engine)) {
            assertThatThrownBy(() -> projector.start(10_000))
                    .isInstanceOf(ProjectionMismatchException.class)
                    .hasMessageContaining("which keeps its events only after 5: there is no log");
        }
    }

    @Test
    void shouldCatchUpFromTheLogWhatTheEngineHasLetGo() throws Exception {
        final int trades = 1_500;
        final List<byte[]> events = SampleEvents.of(trades);
        final FakeEngine engine = new FakeEngine(events, 5);
        engine.consumed = events.size() - 700L;
        try (Projector projector = projector(engine, new PastSample(events))) {
            projector.start(10_000);
            await().atMost(PATIENCE).until(() -> projector.sequence() == events.size());
            assertThat(projector.state()).isEqualTo(ProjectorState.FOLLOWING);
        }
        assertThat(engine.consumed).isEqualTo(events.size());
        assertWholeAndOnce(trades);
    }

    @Test
    void shouldMakeAllTablesAgainAndFindThemEqual() throws Exception {
        final List<byte[]> events = SampleEvents.withActs();
        final FakeEngine engine = new FakeEngine(events, 5);
        try (Projector projector = projector(engine)) {
            projector.start(10_000);
            await().atMost(PATIENCE).until(() -> projector.sequence() == events.size());
        }
        final Rebuild rebuild = new Rebuild(database.settings(), writer);
        assertThat(rebuild.position()).isEqualTo(new Rebuild.Position(FakeEngine.LOG, events.size()));
        assertThat(rebuild.make(FakeEngine.LOG, 1, new PastSample(events), Long.MAX_VALUE))
                .isEqualTo(events.size());
        assertThat(rebuild.differences()).isEmpty();
        assertThat(rebuild.restore()).isTrue();
        try (Connection connection = database.asOwner();
                Statement statement = connection.createStatement()) {
            statement.execute("update exchange.orders set price = price + 1 where id = 1");
        }
        final Rebuild again = new Rebuild(database.settings(), writer);
        again.make(FakeEngine.LOG, 1, new PastSample(events), Long.MAX_VALUE);
        assertThat(again.differences()).containsExactly("orders (2 rows)");
        again.keep();
        assertThat(database.rows("select price from exchange.orders where id = 1"))
                .containsExactly("100.00");
        assertThat(again.restore()).isFalse();
    }

    @Test
    void shouldBeReadAsTheApiShowsIt() throws Exception {
        final FakeEngine engine = new FakeEngine(SampleEvents.of(3), 5);
        try (Projector projector = projector(engine);
                HikariDataSource reader = DataSources.reader(database.settings())) {
            projector.start(10_000);
            await().atMost(PATIENCE)
                    .until(() -> projector.sequence() == SampleEvents.of(3).size());
            final Queries queries = new Queries(reader);
            final var mine = new OrderQuery(List.of("ALPHA-A"), null, null, null, null, null, null, null);
            assertThat(queries.orders(mine, Long.MAX_VALUE, 2)).extracting("id").containsExactly("5", "3");
            assertThat(queries.orders(mine, 3, 2)).extracting("id").containsExactly("1");
            final var both = new OrderQuery(List.of("ALPHA-A", "ALPHA-B"), null, null, null, null, null, null, null);
            final List<OrderRow> all = queries.orders(both, Long.MAX_VALUE, 10);
            assertThat(all).extracting("id").containsExactly("6", "5", "4", "3", "2", "1");
            assertThat(queries.orders(both, 5, 2)).extracting("id").containsExactly("4", "3");
            final String id = all.get(3).clientOrderId();
            final var byId = new OrderQuery(null, null, null, null, id, null, null, null);
            assertThat(queries.orders(byId, Long.MAX_VALUE, 10))
                    .extracting("id")
                    .contains("3");
            final long third = micros(all.get(3).createdAt());
            final var since = new OrderQuery(null, null, null, null, null, null, third, null);
            final var before = new OrderQuery(null, null, null, null, null, null, null, third);
            assertThat(queries.orders(since, Long.MAX_VALUE, 10))
                    .containsExactlyElementsOf(all.stream()
                            .filter(each -> micros(each.createdAt()) >= third)
                            .toList());
            assertThat(queries.orders(before, Long.MAX_VALUE, 10))
                    .containsExactlyElementsOf(all.stream()
                            .filter(each -> micros(each.createdAt()) < third)
                            .toList());
            final var never = new OrderQuery(null, null, null, null, null, null, Long.MAX_VALUE / 2_000, null);
            assertThat(queries.orders(never, Long.MAX_VALUE, 10)).isEmpty();
            assertThat(queries.trades(
                            new TradeQuery(List.of("ALPHA-A", "ALPHA-B"), null, null, null, null, null),
                            Long.MAX_VALUE,
                            10))
                    .extracting("id")
                    .containsExactly("3", "2", "1");
            assertThat(queries.order(1).avgPrice()).isEqualTo("100.000000");
            assertThat(queries.order(1).enteredBy()).isEqualTo("ALPHA1");
            assertThat(queries.trade(3).sellFee()).isEqualTo("0.010000");
            final var ledger = new LedgerQuery("ALPHA-B", List.of("USD"), null, null, null);
            assertThat(queries.ledger(ledger, Long.MAX_VALUE, Integer.MAX_VALUE, 2))
                    .extracting("type", "change", "balanceAfter")
                    .containsExactly(
                            tuple("FEE", "-0.010000", "299.970000"), tuple("TRADE", "100.000000", "299.980000"));
            assertThat(queries.candles("ACME", 60, null, null, 10, Long.MAX_VALUE))
                    .extracting("open", "volume", "trades")
                    .containsExactly(tuple("100.00", "3", 3));
            assertThat(queries.positions("ALPHA-A")).extracting("netQuantity").containsExactly("3");
            assertThat(queries.position()).isEqualTo(projector.sequence());
            final List<FillRow> fills = queries.fills(fills(List.of("ALPHA-A"), null), 10);
            assertThat(fills)
                    .extracting("account", "side", "price", "quantity", "status")
                    .containsOnly(tuple("ALPHA-A", "BUY", "100.00", "1", "EXECUTED"))
                    .hasSize(3);
            assertThat(queries.fills(fills(List.of("ALPHA-A"), null), 2)).hasSize(2);
            assertThat(queries.fills(fills(List.of("ALPHA-A"), fills.get(1).executionId()), 10))
                    .containsExactly(fills.get(1));
            assertThat(queries.fills(fills(List.of(), null), 10)).isEmpty();
        }
    }

    private static long micros(final String time) {
        return java.time.temporal.ChronoUnit.MICROS.between(java.time.Instant.EPOCH, java.time.Instant.parse(time));
    }

    private static FillQuery fills(final List<String> accounts, final Long executionId) {
        return new FillQuery(accounts, null, null, "ACME", null, executionId, null, null, null, null);
    }

    @Test
    void shouldPostWhatABustAndACorrectionTakeBack() throws Exception {
        final FakeEngine engine = new FakeEngine(SampleEvents.withActs(), 5);
        try (Projector projector = projector(engine);
                HikariDataSource reader = DataSources.reader(database.settings())) {
            projector.start(10_000);
            await().atMost(PATIENCE)
                    .until(() -> projector.sequence() == SampleEvents.withActs().size());
            final Queries queries = new Queries(reader);
            assertThat(queries.trade(1).status()).isEqualTo("BUSTED");
            assertThat(queries.fills(fills(List.of("ALPHA-B"), null), 10))
                    .extracting("status", "price", "fee")
                    .startsWith(tuple("BUSTED", "100.00", "0.010000"), tuple("CORRECTED", "101.00", "0.010100"));
            assertThat(queries.trade(2))
                    .extracting("status", "price", "originalPrice", "sellFee", "reason")
                    .containsExactly("CORRECTED", "101.00", "100.00", "0.010100", "fat finger");
            final var dollars = new LedgerQuery("ALPHA-B", List.of("USD"), null, null, null);
            assertThat(queries.ledger(dollars, Long.MAX_VALUE, Integer.MAX_VALUE, 6))
                    .extracting("type", "change", "balanceAfter")
                    .containsExactly(
                            tuple("BUST", "0.010000", "100.989900"),
                            tuple("BUST", "-100.000000", "100.979900"),
                            tuple("CORRECTION", "-0.010100", "200.979900"),
                            tuple("CORRECTION", "101.000000", "200.990000"),
                            tuple("CORRECTION", "0.010000", "99.990000"),
                            tuple("CORRECTION", "-100.000000", "99.980000"));
            final var shares = new LedgerQuery("ALPHA-A", List.of("ACME"), null, null, null);
            assertThat(queries.ledger(shares, Long.MAX_VALUE, Integer.MAX_VALUE, 3))
                    .extracting("type", "change", "balanceAfter")
                    .containsExactly(
                            tuple("BUST", "-1", "1"), tuple("CORRECTION", "1", "2"), tuple("CORRECTION", "-1", "1"));
            assertThat(queries.candles("ACME", 60, null, null, 10, Long.MAX_VALUE))
                    .extracting("volume", "close")
                    .containsExactly(tuple("1", "101.00"));
        }
    }

    @Test
    void shouldShowWhatStaffHasSet() throws Exception {
        final FakeEngine engine = new FakeEngine(SampleEvents.withActs(), 5);
        try (Projector projector = projector(engine)) {
            projector.start(10_000);
            await().atMost(PATIENCE)
                    .until(() -> projector.sequence() == SampleEvents.withActs().size());
        }
        assertThat(database.rows("select scope, target, max_order_quantity, max_open_orders,"
                        + " max_position_by_symbol ->> 'ACME' from exchange.limits"))
                .containsExactly("ACCOUNT|ALPHA-A|500.50|9|700.00");
        assertThat(database.rows("select id, rates -> 'ACME' ->> 'makerFeeBp' from exchange.fee_tiers"))
                .containsExactly("gold|-0.25");
        assertThat(database.rows("select fee_tier, next_fee_tier from exchange.accounts where id = 'ALPHA-A'"))
                .containsExactly("null|gold");
        assertThat(database.rows(
                        "select symbol, schedule ->> 'timeZone', changes -> 0 ->> 'phase' from exchange.schedules"))
                .containsExactly("ACME|UTC|CLOSING_AUCTION");
        assertThat(database.rows("select text, severity, active from exchange.announcements"))
                .containsExactly("maintenance|WARNING|t");
        assertThat(database.rows("select reference_price from exchange.instruments"))
                .containsExactly("102.50");
        assertThat(database.rows(
                        "select working_price, visible_quantity, leaves_quantity from exchange.orders where id = 9"))
                .containsExactly("99.50|5|5");
    }
}
