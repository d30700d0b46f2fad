package io.vexchange.fix;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vexchange.engine.client.Session;
import io.vexchange.engine.model.SessionRole;
import java.util.ArrayList;
import java.util.List;

/**
 * A session of the directory as a gateway uses it.
 *
 * @param sessionId of the directory, the ownerId of its orders
 * @param name SenderCompID
 * @param participantId its firm
 * @param role what it may do
 * @param enabled it may log on
 * @param defaultAccountId of orders without Account
 * @param accountIds it may use
 * @param passwordHash Argon2's encoded form, null when it has none
 * @param perSecond requests a second, 0 = no throttle
 * @param burst requests at once
 * @param extensions the venue's extensions are sent without asking
 * @param nextExpected 789 is required and used
 * @param addresses it may come from, empty = any
 * @param cancelScope N, S or Y, unless 8013 says otherwise
 */
record SessionConfig(
        int sessionId,
        String name,
        int participantId,
        SessionRole role,
        boolean enabled,
        int defaultAccountId,
        List<Integer> accountIds,
        String passwordHash,
        int perSecond,
        int burst,
        boolean extensions,
        boolean nextExpected,
        List<String> addresses,
        char cancelScope) {
    private static final int DEFAULT_PER_SECOND = 100;
    private static final int DEFAULT_BURST = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    static SessionConfig of(final Session session) {
        final JsonNode properties = json(session.properties());
        final JsonNode throttle = properties.path("throttle");
        final List<String> addresses = new ArrayList<>();
        properties.path("addresses").forEach(each -> addresses.add(each.asText()));
        final String scope = properties.path("cancelOnDisconnect").asText("N");
        return new SessionConfig(
                session.id(),
                session.name(),
                session.participantId(),
                session.role(),
                session.enabled(),
                session.defaultAccountId(),
                session.accountIds(),
                properties.path("passwordHash").asText(null),
                throttle.path("perSecond").asInt(DEFAULT_PER_SECOND),
                throttle.path("burst").asInt(DEFAULT_BURST),
                properties.path("extensions").asBoolean(false),
                properties.path("nextExpected").asBoolean(false),
                addresses,
                scopeOf(scope));
    }

    /** The directory's words and FIX's characters alike. */
    private static char scopeOf(final String word) {
        switch (word) {
            case "S", "SESSION" -> {
                return 'S';
            }
            case "Y", "ACCOUNT", "ACCOUNTS" -> {
                return 'Y';
            }
            default -> {
                return 'N';
            }
        }
    }

    /** @return the word of the directory and the console */
    static String wordOf(final char scope) {
        return scope == 'S' ? "SESSION" : scope == 'Y' ? "ACCOUNT" : "NONE";
    }

    private static JsonNode json(final String text) {
        try {
            return JSON.readTree(text == null || text.isEmpty() ? "{}" : text);
        } catch (final JsonProcessingException e) {
            throw new IllegalStateException("properties of a session are no JSON", e);
        }
    }
}
