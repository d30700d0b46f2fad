package io.vexchange.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Admins make and change users, assets, firms, accounts, instruments, FIX sessions and tokens while the venue runs. */
class DirectoryTest {
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

    private static void refused(
            final int status, final String code, final String field, final LiveVenueRig.Reply reply) {
        assertThat(is(status, reply).get("code").asText()).isEqualTo(code);
        if (field != null) {
            assertThat(reply.json().get("fields").get(0).get("name").asText()).isEqualTo(field);
        }
    }

    @Test
    void shouldMakeAFirmThatTradesItsOwnInstrument() {
        is(201, admin("POST", "/assets", "id", "EUR", "scale", 6));
        is(201, admin("POST", "/assets", "id", "GOLD", "scale", 2));
        refused(409, "IN_USE", "id", admin("POST", "/assets", "id", "GOLD", "scale", 2));
        final JsonNode firm = is(201, admin("POST", "/participants", "id", "GAMMA", "name", "Gamma Trading"));
        assertThat(firm.get("selfTradePrevention").asText()).isEqualTo("CANCEL_NEWEST");
        is(201, admin("POST", "/accounts", "id", "GAMMA-A", "participant", "GAMMA"));
        final JsonNode made = is(201, rig.call("POST", "/instruments", "admin", instrument()));
        assertThat(made.get("phase").asText()).isEqualTo("CLOSED");
        assertThat(made.get("referencePrice").asText()).isEqualTo("1500.00");
        assertThat(made.get("staticCollarPercent").asText()).isEqualTo("10.5");
        assertThat(made.get("dynamicCollarPercent").isNull()).isTrue();
        assertThat(made.get("maxNotional").isNull()).isTrue();
        assertThat(made.get("takerFeeBp").asText()).isEqualTo("1.25");
        assertThat(made.get("updatedAt").asText()).endsWith("Z");
        is(201, admin("POST", "/accounts/GAMMA-A/deposits", "asset", "EUR", "amount", "100000", "reason", "wire"));
        is(201, admin("POST", "/users", "name", "carol", "role", "trader", "accounts", List.of("GAMMA-A")));
        final String token = is(201, admin("POST", "/tokens", "name", "carol's", "user", "carol"))
                .get("token")
                .asText();
        is(
                200,
                rig.call(
                        "PUT",
                        "/instruments/GOLD-EUR/phase",
                        "operator",
                        body("phase", "CONTINUOUS", "reason", "listing")));
        final JsonNode order = is(
                201,
                rig.callWith(
                        "POST",
                        "/orders",
                        token,
                        body(
                                "account",
                                "GAMMA-A",
                                "symbol",
                                "GOLD-EUR",
                                "side",
                                "BUY",
                                "orderType",
                                "LIMIT",
                                "quantity",
                                "0.50",
                                "price",
                                "1499.05")));
        assertThat(order.get("order").get("enteredBy").asText()).isEqualTo("REST:carol");
        final JsonNode disabled = is(200, admin("PATCH", "/participants/GAMMA", "enabled", false));
        assertThat(disabled.get("enabled").asBoolean()).isFalse();
        final JsonNode ended = is(
                200,
                rig.callWith("GET", "/orders/" + order.get("order").get("id").asText(), token, null));
        assertThat(ended.get("order").get("status").asText()).isEqualTo("CANCELED");
        assertThat(ended.get("order").get("code").asText()).isEqualTo("DISABLED");
    }

    private static Map<String, Object> instrument(final Object... more) {
        final Map<String, Object> it = body(
                "symbol", "GOLD-EUR",
                "base", "GOLD",
                "quote", "EUR",
                "tickSize", "0.050",
                "lotSize", "0.01",
                "minQuantity", "0.01",
                "maxQuantity", "1000",
                "referencePrice", "1500",
                "staticCollarPercent", "10.5",
                "protectionPercent", "3",
                "takerFeeBp", "1.25");
        it.putAll(body(more));
        return it;
    }

    @Test
    void shouldTellEveryWrongMemberOfAnInstrument() {
        is(201, admin("POST", "/assets", "id", "EUR", "scale", 3));
        is(201, admin("POST", "/assets", "id", "GOLD", "scale", 1));
        final LiveVenueRig.Reply reply = rig.call(
                "POST",
                "/instruments",
                "admin",
                instrument(
                        "minQuantity", "0.015",
                        "referencePrice", "0",
                        "takerFeeBp", "1.255",
                        "makerFeeBp", "-2",
                        "volatilityAuctionSeconds", -1));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().get("fields").findValuesAsText("name"))
                .contains(
                        "tickSize",
                        "lotSize",
                        "minQuantity",
                        "referencePrice",
                        "takerFeeBp",
                        "volatilityAuctionSeconds");
        refused(422, "MISSING_FIELD", "symbol", admin("POST", "/instruments", "base", "ACME"));
    }

    @Test
    void shouldChangeAnInstrumentAndKeepWhatIsLeftOut() {
        refused(422, "REASON_REQUIRED", "reason", admin("PATCH", "/instruments/ACME", "maxQuantity", "500"));
        final JsonNode changed = is(
                200,
                admin(
                        "PATCH",
                        "/instruments/ACME",
                        "maxQuantity",
                        "500",
                        "staticCollarPercent",
                        null,
                        "makerFeeBp",
                        "-0.5",
                        "reason",
                        "test"));
        assertThat(changed.get("maxQuantity").asText()).isEqualTo("500");
        assertThat(changed.get("minQuantity").asText()).isEqualTo("1");
        assertThat(changed.get("staticCollarPercent").isNull()).isTrue();
        assertThat(changed.get("makerFeeBp").asText()).isEqualTo("-0.50");
        refused(422, "QTY_INVALID", null, rig.order("alpha", "BUY", "501", "99.00"));
        refused(409, "IN_USE", null, admin("PATCH", "/instruments/ACME", "tickSize", "0.05", "reason", "test"));
        refused(404, "UNKNOWN_SYMBOL", null, admin("PATCH", "/instruments/NOPE", "reason", "test"));
        refused(
                422,
                "UNKNOWN_FIELD",
                "symbol",
                admin("PATCH", "/instruments/ACME", "symbol", "OTHER", "reason", "test"));
        final JsonNode disabled = is(200, admin("PATCH", "/instruments/ACME", "enabled", false, "reason", "delisted"));
        assertThat(disabled.get("enabled").asBoolean()).isFalse();
        refused(422, "DISABLED", null, rig.order("alpha", "BUY", "1", "99.00"));
    }

    @Test
    void shouldKeepTheLastAdmin() {
        refused(409, "IN_USE", null, admin("PATCH", "/users/admin", "enabled", false));
        refused(409, "IN_USE", null, admin("PATCH", "/users/admin", "role", "operator"));
        is(201, admin("POST", "/users", "name", "root", "role", "admin", "password", "a sentence nobody guesses"));
        assertThat(is(200, admin("PATCH", "/users/admin", "role", "operator"))
                        .get("role")
                        .asText())
                .isEqualTo("operator");
        refused(403, "FORBIDDEN", null, rig.get("/users", "admin"));
    }

    @Test
    void shouldRefuseUsersThatCannotBe() {
        refused(409, "IN_USE", "name", admin("POST", "/users", "name", "alpha", "role", "trader"));
        refused(422, "INVALID_FIELD", "role", admin("POST", "/users", "name", "dave", "role", "boss"));
        refused(422, "INVALID_FIELD", "name", admin("POST", "/users", "name", "da ve", "role", "viewer"));
        refused(
                422,
                "INVALID_FIELD",
                "password",
                admin("POST", "/users", "name", "dave", "role", "viewer", "password", "demo"));
        refused(
                422,
                "INVALID_FIELD",
                "accounts",
                admin("POST", "/users", "name", "dave", "role", "viewer", "accounts", List.of("ALPHA-A")));
        refused(
                422,
                "INVALID_FIELD",
                "accounts",
                admin("POST", "/users", "name", "dave", "role", "trader", "accounts", List.of("NOPE")));
        refused(404, "NOT_FOUND", null, admin("PATCH", "/users/nobody", "enabled", true));
    }

    @Test
    void shouldShrinkTokensWithTheirUser() {
        is(200, admin("PATCH", "/users/alpha", "accounts", List.of("ALPHA-B")));
        final JsonNode who = is(200, rig.get("/session", "alpha"));
        assertThat(who.get("accounts").toString()).isEqualTo("[\"ALPHA-B\"]");
        is(200, admin("PATCH", "/users/alpha", "enabled", false));
        assertThat(rig.get("/session", "alpha").status()).isEqualTo(401);
    }

    @Test
    void shouldShowATokenOnceAndWhenItWasRevoked() {
        final JsonNode made = is(201, admin("POST", "/tokens", "name", "bot", "user", "alpha"));
        final String secret = made.get("token").asText();
        final String id = made.get("id").asText();
        is(200, rig.callWith("GET", "/session", secret, null));
        final JsonNode listed =
                is(200, rig.get("/tokens?limit=1", "admin")).get("items").get(0);
        assertThat(listed.get("token").isNull()).isTrue();
        assertThat(listed.get("lastUsedAt").asText()).endsWith("Z");
        assertThat(listed.get("revokedAt").isNull()).isTrue();
        final JsonNode revoked = is(200, rig.call("DELETE", "/tokens/" + id, "admin", null));
        assertThat(revoked.get("revokedAt").asText()).endsWith("Z");
        assertThat(rig.callWith("GET", "/session", secret, null).status()).isEqualTo(401);
    }

    @Test
    void shouldNotLetATokenOfWhoEngagedReleaseASwitch() {
        final String secret = is(201, admin("POST", "/tokens", "name", "mine", "user", "operator"))
                .get("token")
                .asText();
        final String id = is(
                        201, admin("POST", "/kill-switches", "scope", "ACCOUNT", "target", "ALPHA-A", "reason", "x"))
                .get("id")
                .asText();
        final String path = "/kill-switches/" + id + "/release";
        refused(403, "SECOND_USER_REQUIRED", null, admin("POST", path, "reason", "x"));
        refused(403, "SECOND_USER_REQUIRED", null, rig.callWith("POST", path, secret, body("reason", "x")));
        is(200, rig.call("POST", path, "operator", body("reason", "x")));
        refused(409, "ALREADY_RELEASED", null, rig.call("POST", path, "operator", body("reason", "x")));
    }

    @Test
    void shouldMakeAFixSession() {
        final JsonNode made = is(
                201,
                admin(
                        "POST",
                        "/fix/sessions",
                        "id",
                        "ALPHA9",
                        "participant",
                        "ALPHA",
                        "role",
                        "ORDER_ENTRY",
                        "accounts",
                        List.of("ALPHA-A"),
                        "defaultAccount",
                        "ALPHA-A",
                        "password",
                        "secret of alpha",
                        "throttle",
                        Map.of("perSecond", 10, "burst", 20),
                        "cancelOnDisconnect",
                        "SESSION"));
        assertThat(made.get("cancelOnDisconnect").asText()).isEqualTo("SESSION");
        assertThat(made.get("enabled").asBoolean()).isTrue();
        is(204, admin("PUT", "/fix/sessions/ALPHA9/credentials", "password", "another secret"));
        assertThat(is(200, rig.get("/fix/sessions/ALPHA9", "operator")).toString())
                .doesNotContain("secret", "argon2");
        refused(
                422,
                "INVALID_FIELD",
                "accounts",
                admin(
                        "POST",
                        "/fix/sessions",
                        "id",
                        "ALPHA8",
                        "participant",
                        "ALPHA",
                        "role",
                        "ORDER_ENTRY",
                        "accounts",
                        List.of("BETA-A"),
                        "password",
                        "secret of alpha"));
        refused(
                422,
                "MISSING_FIELD",
                "throttle.burst",
                admin(
                        "POST",
                        "/fix/sessions",
                        "id",
                        "ALPHA8",
                        "participant",
                        "ALPHA",
                        "role",
                        "ORDER_ENTRY",
                        "password",
                        "secret of alpha",
                        "throttle",
                        Map.of("perSecond", 10)));
        final JsonNode disabled =
                is(200, rig.call("POST", "/fix/sessions/ALPHA9/disable", "operator", body("reason", "x")));
        assertThat(disabled.get("enabled").asBoolean()).isFalse();
        assertThat(is(200, rig.call("POST", "/fix/sessions/ALPHA9/enable", "operator", body("reason", "x")))
                        .get("enabled")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void shouldKeepOperatorsOutOfTheDirectory() {
        for (final String path :
                List.of("/assets", "/participants", "/accounts", "/instruments", "/users", "/tokens")) {
            refused(403, "FORBIDDEN", null, rig.call("POST", path, "operator", body()));
        }
    }
}
