package io.vexchange.exchange.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two firms trade by FIX; the reports, the tables and the WebSocket tell the same story. */
@Tag("slow")
@Timeout(300)
class TradingTest {
    private static final String MONEY = "select asset, sum(total) from balances group by asset order by asset";

    @TempDir
    private Path temporary;

    private LiveVenue venue;
    private final FixClient alpha = new FixClient("ALPHA1");
    private final FixClient beta = new FixClient("BETA1");

    @AfterEach
    void end() throws Exception {
        alpha.close();
        beta.close();
        if (venue != null) {
            venue.close();
        }
    }

    @Test
    void shouldTellTheSameStoryEverywhere() throws Exception {
        venue = new LiveVenue(temporary.resolve("data")).start();
        assertThat(alpha.logOn(venue.fix(), true).get(141)).isEqualTo("Y");
        beta.logOn(venue.fix(), true);
        venue.awaitUp();
        final List<String> moneyBefore = venue.sql(MONEY);

        try (LiveFrames frames = new LiveFrames(venue.web())) {
            frames.send("{\"op\":\"subscribe\",\"channel\":\"book\",\"symbol\":\"ACME\",\"depth\":10}");
            final JsonNode snapshot = frames.take("book snapshot", each -> is(each, "snapshot", "book"));
            assertThat(snapshot.get("bids")).isEmpty();
            assertThat(snapshot.get("asks")).isEmpty();
            frames.send("{\"op\":\"subscribe\",\"channel\":\"trades\",\"symbol\":\"ACME\",\"id\":\"t\"}");
            frames.take("subscribed", each -> each.path("id").asText().equals("t"));

            alpha.limit("a-1", "ALPHA-A", "ACME", "1", "10", "100.00");
            final FixMessage resting = alpha.report("a-1", "0/0");
            assertThat(resting.number(151)).isEqualByComparingTo("10");
            final JsonNode delta = frames.take("book delta", each -> is(each, "delta", "book"));
            assertThat(delta.get("prevSeq").asLong())
                    .isEqualTo(snapshot.get("seq").asLong());
            assertThat(delta.get("bids").get(0).get("price").asText()).isEqualTo("100.00");
            assertThat(delta.get("bids").get(0).get("quantity").asText()).isEqualTo("10");

            beta.limit("b-1", "BETA-A", "ACME", "2", "4", "100.00");
            final FixMessage taken = beta.report("b-1", "F/2");
            final FixMessage made = alpha.report("a-1", "F/1");
            assertThat(taken.get(527)).isEqualTo(made.get(527));
            assertThat(made.number(31)).isEqualByComparingTo("100");
            assertThat(made.number(32)).isEqualByComparingTo("4");
            assertThat(made.number(151)).isEqualByComparingTo("6");
            final JsonNode trade =
                    frames.take("trade", each -> is(each, "trade", "trades")).get("data");
            assertThat(new BigDecimal(trade.get("price").asText())).isEqualByComparingTo("100");
            assertThat(new BigDecimal(trade.get("quantity").asText())).isEqualByComparingTo("4");
            assertThat(trade.get("id").asText()).isEqualTo(made.get(527));
            frames.take("the rest of the level", each -> level(each, "6"));
            venue.awaitSql(
                    "select symbol, side, price::numeric(9,2), total_quantity::int, order_count from order_book",
                    "ACME|BUY|100.00|6|1");

            alpha.send("F", "11=a-2", "41=a-1", "1=ALPHA-A", "55=ACME", "54=1", "38=10", "60=" + FixClient.utc());
            final FixMessage cancelled = alpha.report("a-2", "4/4");
            assertThat(cancelled.get(41)).isEqualTo("a-1");
            assertThat(cancelled.number(151)).isZero();
            frames.take("an empty level", each -> level(each, "0"));
            agree(resting.get(37), taken.get(37), made.get(527), cancelled.get(17));
        }
        assertThat(venue.sql(MONEY)).as("money is conserved").isEqualTo(moneyBefore);
        assertThat(alpha.faults()).isEmpty();
        assertThat(beta.faults()).isEmpty();
    }

    private void agree(final String bid, final String ask, final String trade, final String last) throws Exception {
        venue.awaitSql("select last_event_sequence >= " + last + " from projection", "t");
        venue.awaitSql(
                "select id, account, status, quantity::int, filled_quantity::int, leaves_quantity::int,"
                        + " canceled_quantity::int from orders order by id",
                bid + "|ALPHA-A|CANCELED|10|4|0|6",
                ask + "|BETA-A|FILLED|4|4|0|0");
        venue.awaitSql(
                "select id, price::numeric(9,2), quantity::int, aggressor_side, status, buy_order_id, sell_order_id"
                        + " from trades",
                trade + "|100.00|4|SELL|EXECUTED|" + bid + '|' + ask);
        venue.awaitSql(
                "select order_id, exec_type, order_status from executions where order_id = " + bid
                        + " order by event_sequence",
                bid + "|NEW|NEW",
                bid + "|TRADE|PARTIALLY_FILLED",
                bid + "|CANCELED|CANCELED");
        venue.awaitSql("select count(*) from order_book", "0");
        venue.awaitSql(
                "select account, total::bigint, held::bigint from balances where asset = 'ACME'"
                        + " and account in ('ALPHA-A', 'BETA-A') order by account",
                "ALPHA-A|10000004|0",
                "BETA-A|9999996|0");
        venue.awaitSql("select count(*) from balances where held <> 0", "0");
    }

    private static boolean is(final JsonNode frame, final String type, final String channel) {
        return frame.path("type").asText().equals(type)
                && frame.path("channel").asText().equals(channel);
    }

    /** Whether it says that at the only bid now stands so much. */
    private static boolean level(final JsonNode frame, final String quantity) {
        return is(frame, "delta", "book")
                && frame.path("bids").size() == 1
                && frame.get("bids").get(0).get("quantity").asText().equals(quantity);
    }
}
