package io.vexchange.web.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The JSON that directory entries carry for gateways. */
final class Properties {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Properties() {}

    /**
     * @param text of an entry, may be null or empty
     * @return its members, none when it is no object
     */
    static ObjectNode of(final String text) {
        try {
            return text != null && !text.isEmpty() && JSON.readTree(text) instanceof ObjectNode object
                    ? object
                    : JSON.createObjectNode();
        } catch (final JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    /** @return members as the text of an entry */
    static String text(final Map<String, Object> members) {
        return JSON.valueToTree(members).toString();
    }
}
