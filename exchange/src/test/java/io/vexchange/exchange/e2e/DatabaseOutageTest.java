package io.vexchange.exchange.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL is killed while the venue trades: no order waits for it, and its tables come to agree with what was told. */
@Tag("slow")
@Timeout(300)
class DatabaseOutageTest {
    private static final int ORDERS_BEFORE = 20;
    private static final int ORDERS_AFTER = 80;

    @TempDir
    private Path temporary;

    private LiveVenue venue;
    private final FixClient alpha = new FixClient("ALPHA1");
    private final FixClient beta = new FixClient("BETA1");
    private final Told told = new Told();

    @AfterEach
    void end() throws Exception {
        alpha.close();
        beta.close();
        if (venue != null) {
            venue.close();
        }
    }

    @Test
    void shouldTradeOnWithoutItsDatabase() throws Exception {
        venue = new LiveVenue(temporary.resolve("data")).start();
        alpha.listen(told::take);
        beta.listen(told::take);
        alpha.logOn(venue.fix(), true);
        beta.logOn(venue.fix(), true);
        venue.awaitUp();
        trade(0, ORDERS_BEFORE);

        final List<ProcessHandle> killed = venue.postmaster();
        assertThat(killed).hasSize(1);
        killed.get(0).destroyForcibly();
        killed.get(0).onExit().get(30, TimeUnit.SECONDS);
        trade(ORDERS_BEFORE, ORDERS_BEFORE + ORDERS_AFTER);

        assertThat(venue.isAlive()).isTrue();
        Awaitility.await("the tables as told")
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(rows()).isEqualTo(wanted()));
        assertThat(venue.sql("select count(*) from trades"))
                .containsExactly(Integer.toString(told.fills().size() / 2));
        assertThat(venue.postmaster()).hasSize(1).doesNotContain(killed.get(0));
        venue.awaitUp();
        assertThat(told.faults()).isEmpty();
        assertThat(alpha.faults()).isEmpty();
        assertThat(beta.faults()).isEmpty();
    }

    /** Each order is answered before the next is sent: bids rest, every second is hit in part, every third is cancelled. */
    private void trade(final int from, final int to) {
        for (int i = from; i < to; i++) {
            alpha.limit("a" + i, "ALPHA-A", "ACME", "1", "3", "99.00");
            alpha.report("a" + i, "0/0");
            if (i % 2 == 0) {
                beta.limit("b" + i, "BETA-A", "ACME", "2", "2", "99.00");
                beta.report("b" + i, "F/2");
            }
            if (i % 3 == 0) {
                final String cancel = "c" + i;
                alpha.send("F", "11=" + cancel, "41=a" + i, "1=ALPHA-A", "55=ACME", "54=1", "60=" + FixClient.utc());
                alpha.take("the answer to " + cancel, each -> each.has(11, cancel));
            }
        }
    }

    private Map<Long, String> wanted() {
        final Map<Long, String> wanted = new TreeMap<>();
        told.orders().forEach((id, order) -> wanted.put(id, order.row()));
        return wanted;
    }

    private Map<Long, String> rows() throws Exception {
        final Map<Long, String> found = new TreeMap<>();
        for (final String each :
                venue.sql("select id, status, trim_scale(filled_quantity), trim_scale(leaves_quantity),"
                        + " event_sequence from orders")) {
            final int bar = each.indexOf('|');
            found.put(Long.parseLong(each.substring(0, bar)), each.substring(bar + 1));
        }
        return found;
    }
}
