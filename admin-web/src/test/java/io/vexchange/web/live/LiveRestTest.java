package io.vexchange.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vexchange.web.http.Operation;
import io.vexchange.web.live.LiveVenueRig.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** REST on the real engine core. */
class LiveRestTest {
    private final LiveVenueRig venue = new LiveVenueRig();

    @AfterEach
    void end() {
        venue.close();
    }

    private static void problem(final Reply reply, final int status, final String code) {
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.raw().headers().firstValue("content-type")).hasValue("application/problem+json");
    }

    private static List<String> texts(final JsonNode rows, final String name) {
        final List<String> texts = new ArrayList<>();
        rows.forEach(row -> texts.add(row.get(name).asText()));
        return texts;
    }

    @Test
    void shouldEnterARestingOrder() {
        final Reply reply = venue.order("alpha", "BUY", "10", "99.00");
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(201);
        final JsonNode order = reply.json().get("order");
        assertThat(order.get("status").asText()).isEqualTo("NEW");
        assertThat(order.get("leavesQuantity").asText()).isEqualTo("10");
        assertThat(order.get("workingPrice").asText()).isEqualTo("99.00");
        assertThat(order.get("enteredBy").asText()).isEqualTo("REST:alpha");
        assertThat(order.get("participant").asText()).isEqualTo("ALPHA");
        assertThat(order.get("avgPrice").isNull()).isTrue();
        assertThat(texts(reply.json().get("executions"), "execType")).containsExactly("NEW");
        final String path = reply.raw().headers().firstValue("location").orElseThrow();
        assertThat(path).isEqualTo("/api/v1/orders/" + order.get("id").asText());
        assertThat(reply.raw().headers().firstValue("vex-event-sequence"))
                .hasValue(reply.json().get("eventSequence").asText());
        final JsonNode book = venue.get("/instruments/ACME/book", "viewer").json();
        assertThat(book.get("bids").toString())
                .isEqualTo("[{\"price\":\"99.00\",\"quantity\":\"10\",\"orderCount\":1}]");
        assertThat(venue.get("/orders/" + order.get("id").asText(), "alpha")
                        .json()
                        .get("order"))
                .isEqualTo(order);
        final JsonNode balances =
                venue.get("/accounts/ALPHA-A/balances", "alpha").json().get("items");
        assertThat(balances.get(1).get("asset").asText()).isEqualTo("USD");
        assertThat(balances.get(1).get("held").asText()).isEqualTo("990.099000");
    }

    @Test
    void shouldAnswerWithTheFillsOfAnImmediateOrder() {
        venue.order("beta", "SELL", "4", "100.00");
        final Reply reply = venue.order("alpha", "BUY", "10", "100.00", "timeInForce", "IOC");
        assertThat(reply.status()).isEqualTo(201);
        final JsonNode order = reply.json().get("order");
        assertThat(List.of(
                        order.get("filledQuantity").asText(),
                        order.get("leavesQuantity").asText(),
                        order.get("canceledQuantity").asText(),
                        order.get("status").asText(),
                        order.get("avgPrice").asText()))
                .containsExactly("4", "0", "6", "CANCELED", "100.000000");
        final JsonNode executions = reply.json().get("executions");
        assertThat(texts(executions, "execType")).containsExactly("NEW", "TRADE", "CANCELED");
        final JsonNode fill = executions.get(1);
        assertThat(fill.get("lastPrice").asText()).isEqualTo("100.00");
        assertThat(fill.get("liquidity").asText()).isEqualTo("REMOVED");
        assertThat(fill.get("fee").asText()).isEqualTo("0.040000");
        assertThat(fill.get("seq").asLong()).isPositive();
        final JsonNode trades =
                venue.get("/instruments/ACME/trades", "viewer").json().get("items");
        assertThat(trades.get(0).get("id")).isEqualTo(fill.get("tradeId"));
        assertThat(trades.get(0).get("aggressorSide").asText()).isEqualTo("BUY");
        final JsonNode stats = venue.get("/instruments/ACME/stats", "viewer").json();
        assertThat(stats.get("last").asText()).isEqualTo("100.00");
        assertThat(stats.get("lowerCollar").asText()).isEqualTo("90.00");
        // an ended order is still found without the history
        venue.history.isAway = true;
        final Reply found = venue.get("/orders/" + order.get("id").asText(), "alpha");
        assertThat(texts(found.json().get("executions"), "execType")).containsExactly("NEW", "TRADE", "CANCELED");
    }

    @Test
    void shouldAnswerARepeatWithTheOneOrder() {
        final String id = LiveVenueRig.freshId();
        final Reply first = venue.order("alpha", "BUY", "10", "100.00", "clientOrderId", id);
        venue.order("beta", "SELL", "4", "100.00");
        final Reply second = venue.order("alpha", "BUY", "10.0", "100", "clientOrderId", id);
        assertThat(List.of(first.status(), second.status())).containsExactly(201, 200);
        assertThat(second.json().get("order").get("id"))
                .isEqualTo(first.json().get("order").get("id"));
        assertThat(second.json().get("order").get("filledQuantity").asText()).isEqualTo("4");
        assertThat(second.json().get("executions")).isEmpty();
        final Reply third = venue.order("alpha", "BUY", "10", "99.99", "clientOrderId", id);
        problem(third, 409, "DUPLICATE_CLORDID");
        assertThat(third.json().get("order").get("id"))
                .isEqualTo(first.json().get("order").get("id"));
        assertThat(third.json().get("order").get("filledQuantity").asText()).isEqualTo("4");
    }

    @Test
    void shouldTellRefusalsWithTheEnginesCodes() {
        final String id = LiveVenueRig.freshId();
        final Reply collar = venue.order("alpha", "BUY", "10", "500.00", "clientOrderId", id);
        problem(collar, 422, "PRICE_COLLAR");
        assertThat(collar.json().get("order").get("status").asText()).isEqualTo("REJECTED");
        problem(venue.order("alpha", "BUY", "10", "500.00", "clientOrderId", id), 422, "PRICE_COLLAR");
        problem(venue.order("alpha", "BUY", "10", "99.005"), 422, "PRICE_TICK");
        problem(venue.order("alpha", "BUY", "10.5", "99.00"), 422, "QTY_LOT");
        problem(venue.order("alpha", "BUY", "0", "99.00"), 422, "QTY_INVALID");
        problem(venue.order("alpha", "BUY", "10", "99.00", "symbol", "NOPE"), 422, "UNKNOWN_SYMBOL");
        problem(venue.order("alpha", "BUY", "10", null), 422, "MISSING_FIELD");
        problem(venue.order("alpha", "BUY", "10", "99.00", "side", "buy"), 422, "INVALID_FIELD");
        problem(venue.order("alpha", "BUY", "10", "99.00", "colour", "red"), 422, "UNKNOWN_FIELD");
        problem(venue.order("alpha", "BUY", "10", "99.00", "clientOrderId", "a b"), 422, "INVALID_FIELD");
        problem(venue.order("alpha", "BUY", "10", "1e2"), 422, "INVALID_FIELD");
        problem(venue.order("alpha", "BUY", "10", "99.00", "orderType", "MARKET"), 422, "INVALID_FIELD");
    }

    @Test
    void shouldKeepTradersToTheirAccountsAndStaffFromTrading() {
        problem(venue.order("alpha", "BUY", "1", "99.00", "account", "BETA-A"), 403, "ACCOUNT_NOT_ALLOWED");
        problem(venue.order("admin", "BUY", "1", "99.00", "account", "ALPHA-A"), 403, "FORBIDDEN");
        final Reply theirs = venue.order("beta", "BUY", "1", "99.00");
        final String path = "/orders/" + theirs.json().get("order").get("id").asText();
        problem(venue.get(path, "alpha"), 404, "UNKNOWN_ORDER");
        problem(venue.call("DELETE", path, "alpha", null), 404, "UNKNOWN_ORDER");
        problem(venue.call("PATCH", path, "alpha", Map.of("quantity", "2")), 404, "UNKNOWN_ORDER");
        problem(venue.get("/orders?account=BETA-A", "alpha"), 403, "ACCOUNT_NOT_ALLOWED");
        problem(venue.get("/accounts/BETA-A/balances", "alpha"), 404, "NOT_FOUND");
        problem(venue.call("DELETE", "/orders?account=BETA-A", "alpha", null), 403, "ACCOUNT_NOT_ALLOWED");
        assertThat(venue.get(path, "viewer").status()).isEqualTo(200);
        assertThat(texts(venue.get("/accounts", "alpha").json().get("items"), "id"))
                .containsExactly("ALPHA-A", "ALPHA-B");
        assertThat(texts(venue.get("/participants", "alpha").json().get("items"), "id"))
                .containsExactly("ALPHA");
        assertThat(venue.get("/orders?open=true", "alpha").json().get("items")).isEmpty();
    }

    @Test
    void shouldReplaceAndCancel() {
        final Reply entered = venue.order("alpha", "BUY", "10", "99.00");
        final String path = "/orders/" + entered.json().get("order").get("id").asText();
        final Reply replaced = venue.call("PATCH", path, "alpha", Map.of("price", "99.10", "clientOrderId", "w-new"));
        assertThat(replaced.status()).as(replaced.raw().body()).isEqualTo(200);
        assertThat(replaced.json().get("order").get("price").asText()).isEqualTo("99.10");
        assertThat(replaced.json().get("order").get("clientOrderId").asText()).isEqualTo("w-new");
        assertThat(texts(replaced.json().get("executions"), "execType")).containsExactly("REPLACED");
        problem(venue.call("PATCH", path, "alpha", Map.of("price", "500.00")), 422, "PRICE_COLLAR");
        problem(venue.call("PATCH", path, "alpha", Map.of("price", "99.001")), 422, "PRICE_TICK");
        problem(venue.call("PATCH", path, "alpha", "{\"price\":null}"), 422, "INVALID_FIELD");
        final Reply canceled = venue.call("DELETE", path, "alpha", null);
        assertThat(canceled.json().get("order").get("status").asText()).isEqualTo("CANCELED");
        assertThat(canceled.json().get("order").get("canceledQuantity").asText())
                .isEqualTo("10");
        final Reply late = venue.call("DELETE", path, "alpha", null);
        problem(late, 409, "TOO_LATE");
        assertThat(late.json().get("order").get("status").asText()).isEqualTo("CANCELED");
    }

    @Test
    void shouldCancelByFilters() {
        final List<String> mine = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            mine.add(venue.order("alpha", "BUY", "1", "99.00")
                    .json()
                    .get("order")
                    .get("id")
                    .asText());
        }
        venue.order("alpha", "SELL", "1", "101.00");
        final Reply other = venue.order("alpha", "BUY", "1", "99.00", "account", "ALPHA-B");
        venue.order("beta", "BUY", "1", "99.00");
        problem(venue.call("DELETE", "/orders", "alpha", null), 400, "FILTER_REQUIRED");
        problem(venue.call("DELETE", "/orders?account=ALPHA-A&simbol=ACME", "alpha", null), 400, "UNKNOWN_PARAMETER");
        final Reply reply = venue.call("DELETE", "/orders?account=ALPHA-A&symbol=ACME&side=BUY", "alpha", null);
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(200);
        assertThat(reply.json().get("affectedOrders").asInt()).isEqualTo(3);
        final List<String> ids = new ArrayList<>();
        reply.json().get("orderIds").forEach(id -> ids.add(id.asText()));
        assertThat(ids).containsExactlyInAnyOrderElementsOf(mine);
        problem(venue.call("DELETE", "/orders?all=true", "operator", null), 422, "REASON_REQUIRED");
        assertThat(venue.get("/orders?open=true", "viewer").json().get("items")).hasSize(3);
        assertThat(venue.call("DELETE", "/orders?all=true", "alpha", null)
                        .json()
                        .get("affectedOrders")
                        .asInt())
                .isEqualTo(2);
        final Reply byId =
                venue.get("/orders/" + other.json().get("order").get("id").asText(), "alpha");
        assertThat(byId.json().get("order").get("status").asText()).isEqualTo("CANCELED");
        final Reply rest = venue.call("DELETE", "/orders?all=true&reason=end", "operator", null);
        assertThat(rest.json().get("affectedOrders").asInt()).isEqualTo(1);
    }

    @Test
    void shouldListWhatIsPastPageByPage() {
        for (int i = 0; i < 5; i++) {
            venue.order("alpha", "BUY", "1", "99.00");
        }
        venue.order("beta", "BUY", "1", "99.00");
        final List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            final Reply page = venue.get("/orders?limit=2" + cursor, "alpha");
            assertThat(page.status()).as(page.raw().body()).isEqualTo(200);
            seen.addAll(texts(page.json().get("items"), "id"));
            final JsonNode next = page.json().get("nextCursor");
            cursor = next.isNull() ? null : "&cursor=" + next.asText();
        } while (cursor != null);
        assertThat(seen).hasSize(5).isSortedAccordingTo((a, b) -> Long.compare(Long.parseLong(b), Long.parseLong(a)));
        assertThat(venue.get("/executions?afterEventSequence=0", "alpha").json().get("items"))
                .hasSize(5);
        problem(venue.get("/orders?status=OPEN", "alpha"), 400, "INVALID_PARAMETER");
        venue.history.isAway = true;
        final Reply away = venue.get("/orders", "alpha");
        problem(away, 503, "STORE_UNAVAILABLE");
        assertThat(away.raw().headers().firstValue("retry-after")).hasValue("5");
        assertThat(venue.get("/orders?open=true", "alpha").json().get("items")).hasSize(5);
    }

    @Test
    void shouldSetPhasesWithAReason() {
        problem(venue.call("PUT", "/instruments/ACME/phase", "alpha", Map.of("phase", "HALTED")), 403, "FORBIDDEN");
        problem(
                venue.call("PUT", "/instruments/ACME/phase", "operator", Map.of("phase", "HALTED")),
                422,
                "REASON_REQUIRED");
        final Reply halted =
                venue.call("PUT", "/instruments/ACME/phase", "operator", Map.of("phase", "HALTED", "reason", "news"));
        assertThat(halted.status()).as(halted.raw().body()).isEqualTo(200);
        assertThat(halted.json().get("phase").asText()).isEqualTo("HALTED");
        assertThat(halted.json().get("setBy").asText()).isEqualTo("operator");
        assertThat(halted.json().get("reason").asText()).isEqualTo("news");
        problem(venue.order("alpha", "BUY", "1", "99.00"), 422, "HALTED");
        assertThat(venue.get("/instruments/ACME", "viewer").json().get("phase").asText())
                .isEqualTo("HALTED");
        venue.call("PUT", "/instruments/*/phase", "operator", Map.of("phase", "CONTINUOUS", "reason", "over"));
        assertThat(venue.order("alpha", "BUY", "1", "99.00").status()).isEqualTo(201);
        problem(
                venue.call("PUT", "/instruments/NOPE/phase", "operator", Map.of("phase", "HALTED", "reason", "x")),
                404,
                "UNKNOWN_SYMBOL");
    }

    @Test
    void shouldEngageAndReleaseKillSwitchesByTwoUsers() {
        venue.order("alpha", "BUY", "1", "99.00");
        final Map<String, Object> request = Map.of("scope", "ACCOUNT", "target", "ALPHA-A", "reason", "limit");
        final Reply engaged = venue.call("POST", "/kill-switches", "admin", request);
        assertThat(engaged.status()).as(engaged.raw().body()).isEqualTo(201);
        assertThat(engaged.json().get("canceledOrders").asInt()).isEqualTo(1);
        assertThat(engaged.json().get("engagedBy").asText()).isEqualTo("admin");
        assertThat(venue.call("POST", "/kill-switches", "admin", request).status())
                .isEqualTo(200);
        problem(venue.order("alpha", "BUY", "1", "99.00"), 422, "KILL_SWITCH");
        final String path = "/kill-switches/" + engaged.json().get("id").asText();
        problem(venue.call("POST", path + "/release", "admin", Map.of("reason", "x")), 403, "SECOND_USER_REQUIRED");
        final Reply released = venue.call("POST", path + "/release", "operator", Map.of("reason", "x"));
        assertThat(released.json().get("state").asText()).isEqualTo("RELEASED");
        assertThat(released.json().get("releasedBy").asText()).isEqualTo("operator");
        problem(venue.call("POST", path + "/release", "operator", Map.of("reason", "x")), 409, "ALREADY_RELEASED");
        problem(venue.call("DELETE", path, "admin", null), 405, "METHOD_NOT_ALLOWED");
        assertThat(venue.get("/kill-switches", "viewer").json().get("items")).hasSize(1);
    }

    @Test
    void shouldMoveMoneyOnceAReference() {
        final Map<String, Object> request =
                Map.of("asset", "USD", "amount", "12.34", "reason", "wire", "reference", "wire-881");
        final Reply first = venue.call("POST", "/accounts/ALPHA-A/deposits", "admin", request);
        assertThat(first.status()).as(first.raw().body()).isEqualTo(201);
        assertThat(first.json().get("balance").get("total").asText()).isEqualTo("1000000012.340000");
        assertThat(first.json().get("entry").get("change").asText()).isEqualTo("12.340000");
        assertThat(venue.call("POST", "/accounts/ALPHA-A/deposits", "admin", request)
                        .status())
                .isEqualTo(200);
        problem(
                venue.call(
                        "POST",
                        "/accounts/ALPHA-A/deposits",
                        "admin",
                        Map.of("asset", "USD", "amount", "1", "reason", "wire", "reference", "wire-881")),
                409,
                "REFERENCE_USED");
        problem(
                venue.call(
                        "POST",
                        "/accounts/ALPHA-A/withdrawals",
                        "admin",
                        Map.of("asset", "USD", "amount", "9000000000", "reason", "x")),
                409,
                "NOT_COVERED");
        problem(
                venue.call(
                        "POST",
                        "/accounts/ALPHA-A/deposits",
                        "admin",
                        Map.of("asset", "USD", "amount", "-1", "reason", "x")),
                422,
                "INVALID_FIELD");
        problem(
                venue.call(
                        "POST",
                        "/accounts/ALPHA-A/deposits",
                        "operator",
                        Map.of("asset", "USD", "amount", "1", "reason", "x")),
                403,
                "FORBIDDEN");
    }

    @Test
    void shouldMakeAndRevokeTokens() {
        final Reply made = venue.call(
                "POST",
                "/tokens",
                "admin",
                Map.of("name", "risk bot", "user", "alpha", "accounts", List.of("ALPHA-B")));
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        final String secret = made.json().get("token").asText();
        assertThat(venue.get("/tokens", "admin").raw().body())
                .doesNotContain(secret)
                .doesNotContain("sha256");
        assertThat(made.json().get("accounts").toString()).isEqualTo("[\"ALPHA-B\"]");
        final String id = made.json().get("id").asText();
        assertThat(venue.call("DELETE", "/tokens/" + id, "admin", null)
                        .json()
                        .get("enabled")
                        .asBoolean())
                .isFalse();
        problem(
                venue.call("POST", "/tokens", "admin", Map.of("name", "x", "user", "viewer", "role", "admin")),
                422,
                "INVALID_FIELD");
        problem(venue.get("/tokens", "operator"), 403, "FORBIDDEN");
    }

    @Test
    void shouldSayWhatIsSurelyNotTakenAndWhatIsUnknown() {
        venue.engine.away(true);
        problem(venue.order("alpha", "BUY", "1", "99.00"), 503, "NO_LEADER");
        venue.engine.away(false);
        venue.engine.silent(true);
        final String id = LiveVenueRig.freshId();
        problem(venue.order("alpha", "BUY", "1", "99.00", "clientOrderId", id), 504, "OUTCOME_UNKNOWN");
        venue.engine.silent(false);
        assertThat(venue.order("alpha", "BUY", "1", "99.00", "clientOrderId", id)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void shouldAnswerEveryOperationWithoutAFaultOfItsOwn() {
        for (final Operation operation : venue.web.operations().all()) {
            final String path = operation
                    .path()
                    .substring("/api/v1".length())
                    .replace("{symbol}", "ACME")
                    .replace("/accounts/{id}", "/accounts/ALPHA-A")
                    .replace("/sessions/{id}", "/sessions/ALPHA1")
                    .replace("/users/{id}", "/users/beta")
                    .replace("{id}", "1");
            for (final String user : List.of("viewer", "alpha", "operator", "admin")) {
                final Reply reply = venue.call(operation.verb(), path, user, operation.request() == null ? null : "{}");
                assertThat(reply.status())
                        .as(user + " " + operation.name() + " " + reply.raw().body())
                        .isLessThan(500);
            }
        }
    }
}
