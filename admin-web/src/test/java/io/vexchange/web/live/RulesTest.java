package io.vexchange.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Limits, fee tiers, schedules, announcements and cancel-afters are set and shown. */
class RulesTest {
    private final LiveVenueRig rig = new LiveVenueRig();

    @AfterEach
    void end() {
        rig.close();
    }

    private static Map<String, Object> body(final Object... members) {
        final Map<String, Object> body = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            body.put((String) members[i], members[i + 1]);
        }
        return body;
    }

    private LiveVenueRig.Reply admin(final String verb, final String path, final Object... members) {
        return rig.call(verb, path, "admin", body(members));
    }

    private static JsonNode is(final int status, final LiveVenueRig.Reply reply) {
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(status);
        return reply.json();
    }

    private static void refused(final int status, final String code, final LiveVenueRig.Reply reply) {
        assertThat(is(status, reply).get("code").asText()).isEqualTo(code);
    }

    @Test
    void shouldLimitAnAccountAndShowWhatItUses() {
        rig.order("alpha", "BUY", "3", "99.00");
        final JsonNode set = is(
                200,
                admin(
                        "PUT",
                        "/accounts/ALPHA-A/limits",
                        "maxOrderQuantity",
                        "10",
                        "maxOpenNotional",
                        "1000.50",
                        "maxOpenOrders",
                        5,
                        "instruments",
                        Map.of("ACME", Map.of("maxPosition", "100")),
                        "reason",
                        "review"));
        assertThat(set.get("maxOrderQuantity").asText()).isEqualTo("10");
        assertThat(set.get("maxOpenNotional").asText()).isEqualTo("1000.5");
        assertThat(set.get("maxOpenOrders").asLong()).isEqualTo(5);
        assertThat(set.get("maxPosition").isNull()).isTrue();
        assertThat(set.get("instruments").toString()).isEqualTo("{\"ACME\":{\"maxPosition\":\"100\"}}");
        assertThat(set.get("usage").get("openOrders").asInt()).isEqualTo(1);
        assertThat(set.get("usage").get("openNotional").asText()).isEqualTo("297.000000");
        refused(422, "QTY_INVALID", rig.order("alpha", "BUY", "11", "99.00"));
        refused(422, "OPEN_NOTIONAL", rig.order("alpha", "BUY", "8", "99.00"));
        assertThat(is(200, rig.get("/accounts/ALPHA-A/limits", "alpha"))).isEqualTo(set);
        assertThat(rig.get("/accounts/ALPHA-A/limits", "beta").status()).isEqualTo(404);
        is(200, admin("PUT", "/accounts/ALPHA-A/limits", "reason", "none"));
        is(201, rig.order("alpha", "BUY", "11", "99.00"));
    }

    @Test
    void shouldLimitAFirm() {
        is(200, admin("PUT", "/participants/ALPHA/limits", "maxOpenOrders", 1, "reason", "review"));
        is(201, rig.order("alpha", "BUY", "1", "99.00"));
        refused(422, "OPEN_ORDERS", rig.order("alpha", "BUY", "1", "99.00", "account", "ALPHA-B"));
        final JsonNode shown = is(200, rig.get("/participants/ALPHA/limits", "viewer"));
        assertThat(shown.get("participant").asText()).isEqualTo("ALPHA");
        assertThat(shown.get("account").isNull()).isTrue();
        assertThat(shown.get("usage").get("openOrders").asInt()).isEqualTo(1);
    }

    @Test
    void shouldRefuseLimitsThatMakeNoSense() {
        final String path = "/accounts/ALPHA-A/limits";
        refused(422, "REASON_REQUIRED", admin("PUT", path, "maxOpenOrders", 1));
        refused(422, "INVALID_FIELD", admin("PUT", path, "maxPosition", "-1", "reason", "x"));
        refused(422, "MISSING_FIELD", admin("PUT", path, "orderBurst", 5, "reason", "x"));
        refused(
                422,
                "UNKNOWN_SYMBOL",
                admin("PUT", path, "instruments", Map.of("NOPE", Map.of("maxPosition", "1")), "reason", "x"));
        refused(422, "UNKNOWN_FIELD", admin("PUT", path, "usage", Map.of(), "reason", "x"));
        refused(404, "NOT_FOUND", admin("PUT", "/accounts/NOPE/limits", "reason", "x"));
        refused(403, "FORBIDDEN", rig.call("PUT", path, "operator", body("reason", "x")));
    }

    @Test
    void shouldGiveAnAccountAFeeTierFromTheNextDay() {
        final Map<String, Object> rates =
                Map.of("ACME", Map.of("makerFeeBp", "-0.10", "takerFeeBp", "0.8", "auctionFeeBp", "0"));
        final JsonNode made = is(201, admin("POST", "/fee-tiers", "id", "gold", "rates", rates));
        assertThat(made.get("rates").get("ACME").get("takerFeeBp").asText()).isEqualTo("0.80");
        refused(409, "IN_USE", admin("POST", "/fee-tiers", "id", "gold"));
        refused(409, "IN_USE", admin("POST", "/fee-tiers", "id", "standard"));
        refused(
                422,
                "INVALID_FIELD",
                admin(
                        "PUT",
                        "/fee-tiers/gold",
                        "reason",
                        "x",
                        "rates",
                        Map.of("ACME", Map.of("makerFeeBp", "-1", "takerFeeBp", "0.8", "auctionFeeBp", "0"))));
        final JsonNode account = is(200, admin("PATCH", "/accounts/ALPHA-A", "feeTier", "gold"));
        assertThat(account.get("feeTier").asText()).isEqualTo("standard");
        assertThat(account.get("nextFeeTier").asText()).isEqualTo("gold");
        refused(422, "INVALID_FIELD", admin("PATCH", "/accounts/ALPHA-A", "feeTier", "silver"));
        assertThat(is(200, rig.get("/fee-tiers", "viewer")).get("items")).hasSize(1);
    }

    @Test
    void shouldAnnounceAndWithdraw() {
        final JsonNode made = is(
                201,
                rig.call(
                        "POST",
                        "/announcements",
                        "operator",
                        body("text", "The venue stops", "at", "2036-11-22T21:00:00Z", "severity", "WARNING")));
        assertThat(made.get("announcedBy").asText()).isEqualTo("operator");
        assertThat(made.get("at").asText()).isEqualTo("2036-11-22T21:00:00.000000Z");
        assertThat(made.get("severity").asText()).isEqualTo("WARNING");
        assertThat(made.get("active").asBoolean()).isTrue();
        assertThat(is(200, rig.get("/announcements", "alpha")).get("items")).hasSize(1);
        final String path = "/announcements/" + made.get("id").asText();
        assertThat(is(200, rig.call("DELETE", path, "operator", null))
                        .get("active")
                        .asBoolean())
                .isFalse();
        refused(404, "NOT_FOUND", rig.call("DELETE", "/announcements/99", "operator", null));
        refused(422, "INVALID_FIELD", rig.call("POST", "/announcements", "operator", body("text", " ")));
        refused(
                422,
                "INVALID_FIELD",
                rig.call("POST", "/announcements", "operator", body("text", "x", "severity", "LOUD")));
        refused(403, "FORBIDDEN", rig.call("POST", "/announcements", "alpha", body("text", "x")));
    }

    @Test
    void shouldPromiseToCancelAfter() {
        final String path = "/accounts/ALPHA-A/cancel-after";
        final JsonNode set = is(200, rig.call("PUT", path, "alpha", body("seconds", 60)));
        assertThat(set.get("seconds").asLong()).isEqualTo(60);
        assertThat(set.get("expiresAt").asText()).endsWith("Z");
        assertThat(is(200, rig.call("PUT", path, "alpha", body("seconds", 0)))
                        .get("expiresAt")
                        .isNull())
                .isTrue();
        refused(422, "INVALID_FIELD", rig.call("PUT", path, "alpha", body("seconds", 4)));
        refused(422, "INVALID_FIELD", rig.call("PUT", path, "alpha", body("seconds", 3_601)));
        refused(404, "NOT_FOUND", rig.call("PUT", path, "beta", body("seconds", 60)));
        refused(403, "FORBIDDEN", rig.call("PUT", path, "operator", body("seconds", 60)));
    }

    @Test
    void shouldRefuseASchedulesNonsense() {
        final String path = "/instruments/ACME/schedule";
        final List<Object> days = List.of(Map.of(
                "days", List.of("MON"), "changes", List.of(Map.of("time", "09:00:00", "phase", "OPENING_AUCTION"))));
        refused(422, "REASON_REQUIRED", admin("PUT", path, "timeZone", "UTC", "days", days));
        refused(422, "INVALID_FIELD", admin("PUT", path, "timeZone", "Mars/Base", "days", days, "reason", "x"));
        refused(
                422,
                "INVALID_FIELD",
                admin(
                        "PUT",
                        path,
                        "timeZone",
                        "UTC",
                        "reason",
                        "x",
                        "days",
                        List.of(Map.of("days", List.of("MONDAY"), "changes", List.of()))));
        refused(
                422,
                "INVALID_FIELD",
                admin("PUT", path, "timeZone", "UTC", "days", days, "holidays", List.of("25.12.2026"), "reason", "x"));
        final JsonNode none = is(200, rig.get(path, "alpha"));
        assertThat(none.toString()).isEqualTo("{\"timeZone\":\"UTC\",\"days\":[],\"holidays\":[]}");
    }

    @Test
    void shouldKeepTheTextOfAnOrder() {
        final JsonNode order = is(201, rig.order("alpha", "BUY", "1", "99.00", "text", "for the pension fund"));
        assertThat(order.get("order").get("text").asText()).isEqualTo("for the pension fund");
        assertThat(is(200, rig.get("/orders?open=true", "alpha"))
                        .get("items")
                        .get(0)
                        .get("text")
                        .asText())
                .isEqualTo("for the pension fund");
        refused(422, "INVALID_FIELD", rig.order("alpha", "BUY", "1", "99.00", "text", "für die Kasse"));
        refused(422, "INVALID_FIELD", rig.order("alpha", "BUY", "1", "99.00", "text", "x".repeat(65)));
    }

    @Test
    void shouldRepeatAnOrderWhateverItsText() {
        final LiveVenueRig.Reply first = rig.order("alpha", "BUY", "1", "99.00", "clientOrderId", "t-1", "text", "a");
        final LiveVenueRig.Reply again = rig.order("alpha", "BUY", "1", "99.00", "clientOrderId", "t-1", "text", "b");
        is(201, first);
        assertThat(is(200, again).get("order").get("text").asText()).isEqualTo("a");
    }

    @Test
    void shouldWriteOrdersAsCsv() {
        rig.order("alpha", "BUY", "1", "99.00", "text", "=cmd, \"quoted\"");
        rig.order("alpha", "BUY", "2", "98.00");
        final LiveVenueRig.Reply reply = rig.csv("/orders?account=ALPHA-A", "alpha");
        assertThat(reply.raw().headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/csv");
        final String[] lines = reply.raw().body().split("\r\n", -1);
        assertThat(lines).hasSize(4);
        assertThat(lines[0]).startsWith("id,client_order_id,account,participant,symbol,side,order_type,");
        assertThat(lines[1]).contains(",98.00,");
        assertThat(lines[2]).contains(",\"'=cmd, \"\"quoted\"\"\",");
        assertThat(rig.csv("/orders?open=true&account=ALPHA-A", "alpha")
                        .raw()
                        .body()
                        .split("\r\n", -1))
                .hasSize(4);
        assertThat(rig.csv("/executions?account=ALPHA-A", "alpha").raw().body()).startsWith("id,event_sequence,");
        assertThat(rig.csv("/orders?limit=1", "alpha").status()).isEqualTo(400);
        rig.history.isAway = true;
        assertThat(rig.csv("/trades", "alpha").status()).isEqualTo(503);
    }
}
