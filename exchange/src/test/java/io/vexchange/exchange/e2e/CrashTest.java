package io.vexchange.exchange.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL of all processes under load: what was told stays true, nothing happens twice, and what is owed comes. */
@Tag("slow")
@Timeout(400)
class CrashTest {
    private static final int KILLS = 2;
    private static final int LEAST_REPORTS = 200;
    private static final String MINE = " where account in ('LOAD-1', 'LOAD-2')";
    private static final String ROWS = "select id, status, trim_scale(filled_quantity), trim_scale(leaves_quantity),"
            + " event_sequence from orders" + MINE;

    @TempDir
    private Path temporary;

    private LiveVenue venue;
    private final FixClient first = new FixClient("LOAD1");
    private final FixClient second = new FixClient("LOAD2");
    private final Told told = new Told();

    @AfterEach
    void end() throws Exception {
        first.close();
        second.close();
        if (venue != null) {
            venue.close();
        }
    }

    @Test
    void shouldLoseNothingAndRepeatNothing() throws Exception {
        venue = new LiveVenue(temporary.resolve("data")).start();
        first.logOn(venue.fix(), true);
        second.logOn(venue.fix(), true);
        for (int kill = 1; kill <= KILLS; kill++) {
            floodAndKill(kill);
            final Map<Long, Told.Order> toldBefore = told.orders();
            venue.start();
            assertThat(first.logOn(venue.fix(), false).get(141)).isNotEqualTo("Y");
            assertThat(second.logOn(venue.fix(), false).get(141)).isNotEqualTo("Y");
            venue.awaitUp();
            tradeOn(kill);
            nothingToldIsLost(toldBefore);
            everythingIsTold();
        }
        assertThat(told.faults()).isEmpty();
        assertThat(first.faults()).isEmpty();
        assertThat(second.faults()).isEmpty();
        eachFillOnce();
    }

    private void floodAndKill(final int kill) throws Exception {
        final int before = told.sequences().size();
        final long beganNanos = System.nanoTime();
        final Flood one = new Flood(first, "LOAD-1", "x" + kill + '-', told).start();
        final Flood two = new Flood(second, "LOAD-2", "y" + kill + '-', told).start();
        Awaitility.await("three seconds of load")
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        System.nanoTime() - beganNanos > Duration.ofSeconds(3).toNanos()
                                && told.sequences().size() > before + LEAST_REPORTS);
        venue.killAll();
        one.stop();
        two.stop();
        first.awaitEnd();
        second.awaitEnd();
        first.forget();
        second.forget();
    }

    /** Both sessions go on. */
    private void tradeOn(final int kill) {
        first.limit("on-" + kill, "LOAD-1", "BTC-USD", "1", "0.001", "45000.00");
        first.report("on-" + kill, "0/0");
        second.limit("on-" + kill, "LOAD-2", "BTC-USD", "2", "0.001", "45000.00");
        second.report("on-" + kill, "F/2");
        first.report("on-" + kill, "F/2");
    }

    private Map<Long, String> rows() throws Exception {
        final Map<Long, String> found = new TreeMap<>();
        for (final String each : venue.sql(ROWS)) {
            final int bar = each.indexOf('|');
            found.put(Long.parseLong(each.substring(0, bar)), each.substring(bar + 1));
        }
        return found;
    }

    /** Each order the clients knew of stands in the table as told, or later, once the projection has caught up. */
    private void nothingToldIsLost(final Map<Long, Told.Order> toldBefore) {
        Awaitility.await("the tables hold what was told")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    final Map<Long, String> rows = rows();
                    final List<String> wrong = new ArrayList<>();
                    toldBefore.forEach((id, order) -> {
                        final String row = rows.get(id);
                        if (row == null || !isSameOrLater(row.split("\\|", -1), order)) {
                            wrong.add(id + ": told " + order + ", table " + row);
                        }
                    });
                    assertThat(wrong.size())
                            .as(
                                    "of %s orders told, for example %s",
                                    toldBefore.size(), wrong.stream().limit(5).toList())
                            .isZero();
                });
    }

    private static boolean isSameOrLater(final String[] row, final Told.Order order) {
        final long sequence = Long.parseLong(row[3]);
        if (sequence == order.eventSequence()) {
            return String.join("|", row).equals(order.row());
        }
        return sequence > order.eventSequence() && Long.parseLong(row[1]) >= Long.parseLong(order.filled());
    }

    /** The sessions get every report the engine made, and what they were told is what the table says. */
    private void everythingIsTold() {
        Awaitility.await("reports that are owed")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    final Set<Long> made = new TreeSet<>();
                    venue.sql("select event_sequence from executions" + MINE)
                            .forEach(each -> made.add(Long.parseLong(each)));
                    final Set<Long> heard = told.sequences();
                    final Set<Long> owed = new TreeSet<>(made);
                    owed.removeAll(heard);
                    heard.removeAll(made);
                    assertThat(owed).as("made, not told").isEmpty();
                    assertThat(heard).as("told, not in the table").isEmpty();
                });
        Awaitility.await("the tables as told")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    final Map<Long, String> wanted = new TreeMap<>();
                    told.orders().forEach((id, order) -> wanted.put(id, order.row()));
                    final Map<Long, String> differing = new HashMap<>(rows());
                    differing.entrySet().removeAll(wanted.entrySet());
                    assertThat(differing).isEmpty();
                    assertThat(rows()).hasSameSizeAs(wanted);
                });
    }

    private void eachFillOnce() throws Exception {
        final Set<String> traded = new TreeSet<>();
        for (final String each :
                venue.sql("select buy_order_id || '/' || id, sell_order_id || '/' || id from trades")) {
            traded.addAll(List.of(each.split("\\|", -1)));
        }
        assertThat(told.fills()).hasSizeGreaterThan(KILLS).isEqualTo(traded);
        assertThat(venue.sql("select count(*) from orders o where filled_quantity <> (select coalesce(sum(quantity), 0)"
                        + " from trades where o.id in (buy_order_id, sell_order_id))"))
                .as("orders not filled by their trades")
                .containsExactly("0");
    }
}
