package io.vexchange.exchange.venue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vexchange.exchange.config.VenueSeed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The JSON of directory entries: what gateways read and the engine does not. */
final class SeedProperties {
    static final String PASSWORD_HASH = "passwordHash";
    static final String TOKEN_HASH = "sha256";

    private static final ObjectMapper JSON = new ObjectMapper();

    private SeedProperties() {}

    static ObjectNode of(final VenueSeed.Participant participant) {
        return JSON.createObjectNode().put("name", participant.name());
    }

    /** Without the hash of the password. */
    static ObjectNode of(final VenueSeed.Session session) {
        final ObjectNode node = JSON.createObjectNode();
        node.putObject("throttle").put("perSecond", session.perSecond()).put("burst", session.burst());
        node.put("extensions", session.extensions()).put("nextExpected", session.nextExpected());
        add(node.putArray("addresses"), session.addresses());
        return node.put("cancelOnDisconnect", session.cancelOnDisconnect());
    }

    static ObjectNode of(final VenueSeed.User user, final String token) {
        final ObjectNode node = JSON.createObjectNode();
        node.put(TOKEN_HASH, sha256(token)).put("role", user.role().name());
        add(node.putArray("accounts"), user.accounts());
        node.putNull("expiresAt");
        node.putArray("addresses");
        return node.put("createdBy", "seed");
    }

    static ObjectNode empty() {
        return JSON.createObjectNode();
    }

    private static void add(final ArrayNode array, final List<String> texts) {
        texts.forEach(array::add);
    }

    /** Who did it, for the audit of the entry named. */
    static byte[] audit(final String id) {
        final ObjectNode node = JSON.createObjectNode();
        node.put("actor", "seed").putNull("role").putNull("source");
        node.put("channel", "CLI").putNull("requestId").put("reason", "seed");
        node.putObject("request").put("id", id);
        return bytes(node);
    }

    static byte[] bytes(final ObjectNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @return the properties of an entry without the hash of its password; an empty object for what is no JSON */
    static ObjectNode parse(final String properties) {
        try {
            final JsonNode node = JSON.readTree(properties);
            if (node instanceof ObjectNode object) {
                object.remove(PASSWORD_HASH);
                return object;
            }
        } catch (final JsonProcessingException e) {
            return empty();
        }
        return empty();
    }

    /** @return a text of the properties of an entry, empty when it is not there */
    static String text(final String properties, final String name) {
        try {
            return JSON.readTree(properties).path(name).asText("");
        } catch (final JsonProcessingException e) {
            return "";
        }
    }

    static String sha256(final String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
