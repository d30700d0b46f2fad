package io.vexchange.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An operator busts and corrects trades. */
class TradeActTest {
    private static final String BUST = "/bust";
    private static final String CORRECT = "/correct";

    private final LiveVenueRig rig = new LiveVenueRig();

    @AfterEach
    void end() {
        rig.close();
    }

    private String trade() {
        rig.order("beta", "SELL", "5", "100.00");
        final JsonNode answer = rig.order("alpha", "BUY", "5", "100.00").json();
        return answer.get("executions").get(1).get("tradeId").asText();
    }

    private LiveVenueRig.Reply act(final String trade, final String act, final Map<String, Object> body) {
        return rig.call("POST", "/trades/" + trade + act, "operator", body);
    }

    private static void refused(final int status, final String code, final LiveVenueRig.Reply reply) {
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
    }

    private String total(final String account, final String asset) {
        for (final JsonNode row :
                rig.get("/accounts/" + account + "/balances", "viewer").json().get("items")) {
            if (row.get("asset").asText().equals(asset)) {
                return row.get("total").asText();
            }
        }
        throw new AssertionError("no balance");
    }

    @Test
    void shouldBustATradeOnce() {
        final String usd = total("ALPHA-A", "USD");
        final String acme = total("BETA-A", "ACME");
        final String trade = trade();
        assertThat(total("ALPHA-A", "USD")).isNotEqualTo(usd);
        final LiveVenueRig.Reply reply = act(trade, BUST, Map.of("reason", "wrong price"));
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(200);
        final JsonNode it = reply.json().get("trade");
        assertThat(it.get("status").asText()).isEqualTo("BUSTED");
        assertThat(it.get("price").asText()).isEqualTo("100.00");
        assertThat(it.get("quantity").asText()).isEqualTo("5");
        assertThat(it.get("reason").asText()).isEqualTo("wrong price");
        assertThat(it.get("buyAccount").asText()).isEqualTo("ALPHA-A");
        assertThat(it.get("executedAt").asText()).isLessThan(it.get("updatedAt").asText());
        final JsonNode executions = reply.json().get("executions");
        assertThat(executions.findValuesAsText("side")).containsExactly("BUY", "SELL");
        assertThat(executions.findValuesAsText("execType")).containsExactly("TRADE_CANCEL", "TRADE_CANCEL");
        assertThat(executions.get(0).get("refExecutionId").isNull()).isFalse();
        assertThat(reply.json().get("negativeAccounts")).isEmpty();
        assertThat(reply.raw().headers().firstValue("Vex-Event-Sequence")).isPresent();
        assertThat(total("ALPHA-A", "USD")).isEqualTo(usd);
        assertThat(total("BETA-A", "ACME")).isEqualTo(acme);
        final JsonNode print = rig.get("/instruments/ACME/trades", "viewer")
                .json()
                .get("items")
                .get(0);
        assertThat(print.get("status").asText()).isEqualTo("BUSTED");
        assertThat(print.get("executedAt").asText())
                .isEqualTo(it.get("executedAt").asText());
        refused(409, "TRADE_BUSTED", act(trade, BUST, Map.of("reason", "again")));
        refused(409, "TRADE_BUSTED", act(trade, CORRECT, Map.of("reason", "again", "price", "99.00")));
    }

    @Test
    void shouldCorrectPriceAndQuantity() {
        final String trade = trade();
        final LiveVenueRig.Reply reply =
                act(trade, CORRECT, Map.of("reason", "agreed", "price", "99.00", "quantity", "4"));
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(200);
        final JsonNode it = reply.json().get("trade");
        assertThat(it.get("status").asText()).isEqualTo("CORRECTED");
        assertThat(it.get("price").asText()).isEqualTo("99.00");
        assertThat(it.get("quantity").asText()).isEqualTo("4");
        assertThat(it.get("originalPrice").asText()).isEqualTo("100.00");
        assertThat(it.get("originalQuantity").asText()).isEqualTo("5");
        assertThat(it.get("value").asText()).isEqualTo("396.000000");
        assertThat(reply.json().get("executions").findValuesAsText("execType"))
                .containsExactly("TRADE_CORRECT", "TRADE_CORRECT");
    }

    @Test
    void shouldNameWhoCannotPayBack() {
        final String trade = trade();
        final Map<String, Object> all = Map.of("asset", "USD", "amount", balanceOf("BETA-A"), "reason", "all of it");
        assertThat(rig.call("POST", "/accounts/BETA-A/withdrawals", "admin", all)
                        .status())
                .isEqualTo(201);
        final LiveVenueRig.Reply reply = act(trade, BUST, Map.of("reason", "wrong price"));
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(200);
        assertThat(reply.json().get("negativeAccounts").toString()).isEqualTo("[\"BETA-A\"]");
    }

    private String balanceOf(final String account) {
        return total(account, "USD");
    }

    @Test
    void shouldShowPositionsAndOpenOrdersWithoutTheTables() {
        final String first = trade();
        trade();
        final String open = rig.order("alpha", "BUY", "2", "99.00")
                .json()
                .get("order")
                .get("id")
                .asText();
        act(first, BUST, Map.of("reason", "wrong price"));
        await().atMost(Duration.ofSeconds(10)).until(() -> rig.live.positions().isComplete());
        rig.history.isAway = true;
        final JsonNode row = rig.get("/accounts/ALPHA-A/positions", "alpha")
                .json()
                .get("items")
                .get(0);
        assertThat(row.get("netQuantity").asText()).isEqualTo("5");
        assertThat(row.get("boughtQuantity").asText()).isEqualTo("5");
        assertThat(row.get("averagePrice").asText()).isEqualTo("100.000000");
        assertThat(row.get("openBuyQuantity").asText()).isEqualTo("2");
        assertThat(rig.get("/orders/" + open, "alpha").status()).isEqualTo(200);
        assertThat(rig.get("/orders", "alpha").status()).isEqualTo(503);
    }

    @Test
    void shouldRefuseWhatMakesNoSense() {
        final String trade = trade();
        refused(422, "REASON_REQUIRED", act(trade, BUST, Map.of()));
        refused(422, "REASON_REQUIRED", act(trade, CORRECT, Map.of("price", "99.00")));
        refused(422, "MISSING_FIELD", act(trade, CORRECT, Map.of("reason", "x")));
        refused(422, "INVALID_FIELD", act(trade, CORRECT, Map.of("reason", "x", "quantity", "6")));
        refused(422, "INVALID_FIELD", act(trade, CORRECT, Map.of("reason", "x", "quantity", "0")));
        refused(422, "PRICE_TICK", act(trade, CORRECT, Map.of("reason", "x", "price", "99.001")));
        refused(422, "QTY_LOT", act(trade, CORRECT, Map.of("reason", "x", "quantity", "0.5")));
        for (final String unknown : new String[] {"999", "abc", "0", "99999999999999999999"}) {
            refused(404, "UNKNOWN_TRADE", act(unknown, BUST, Map.of("reason", "x")));
            refused(404, "UNKNOWN_TRADE", act(unknown, CORRECT, Map.of("reason", "x", "price", "99.00")));
        }
        refused(403, "FORBIDDEN", rig.call("POST", "/trades/" + trade + BUST, "alpha", Map.of("reason", "x")));
        refused(403, "FORBIDDEN", rig.call("POST", "/trades/" + trade + BUST, "viewer", Map.of("reason", "x")));
    }
}
