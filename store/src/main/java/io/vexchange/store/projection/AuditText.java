package io.vexchange.store.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** JSON that came with a command or directory entry. What is none has no members. */
final class AuditText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode node;

    AuditText(final String text) {
        JsonNode parsed = MissingNode.getInstance();
        try {
            parsed = JSON.readTree(text);
        } catch (final JsonProcessingException e) {
            // the engine passes on what it was given
        }
        node = parsed;
    }

    /** @return a member as text, null where there is none */
    String text(final String name) {
        final JsonNode member = node.path(name);
        return member.isMissingNode() || member.isNull() ? null : Words.textOrNull(member.asText());
    }

    /** @return a member that is a whole number, null otherwise */
    String number(final String name) {
        final JsonNode member = node.path(name);
        return member.isInt() ? member.asText() : null;
    }

    /** @return a member as JSON, null where there is none; jsonb holds no NUL */
    String json(final String name) {
        final JsonNode member = node.path(name);
        return member.isMissingNode() || member.isNull()
                ? null
                : member.toString().replace("\\u0000", "\\uFFFD");
    }
}
