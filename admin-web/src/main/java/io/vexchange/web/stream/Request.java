package io.vexchange.web.stream;

import io.vexchange.web.json.Json;
import io.vexchange.web.json.JsonNumber;
import io.vexchange.web.json.MalformedJsonException;
import io.vexchange.web.json.StrictJson;
import java.util.Map;
import java.util.Set;

/** What a client says in one frame. */
final class Request {
    private static final Set<String> KNOWN =
            Set.of("op", "id", "token", "channel", "symbol", "depth", "account", "afterEventSequence");

    private final Map<String, Object> members;

    private Request(final Map<String, Object> members) {
        this.members = members;
    }

    /**
     * @param text of the frame
     * @return what it says
     * @throws MalformedJsonException when it is no JSON object
     */
    static Request of(final String text) throws MalformedJsonException {
        return new Request(StrictJson.object(text));
    }

    /** @return the JSON text of the id, {@code null} without one */
    String id() {
        final Object id = members.get("id");
        if (id instanceof JsonNumber number) {
            return number.text();
        }
        if (id instanceof String text && text.length() <= 64) {
            final StringBuilder out = new StringBuilder();
            Json.quote(out, text);
            return out.toString();
        }
        return "null";
    }

    /** @return the name of a member that there is none of, or null */
    String unknown() {
        return members.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .orElse(null);
    }

    /** @return a text member, null when it is absent or no text */
    String text(final String name) {
        return members.get(name) instanceof String text ? text : null;
    }

    boolean has(final String name) {
        return members.get(name) != null;
    }

    /** @return a whole number; `absent` when it is not there; -1 when it is none */
    long whole(final String name, final long absent) {
        final Object value = members.get(name);
        if (value == null) {
            return absent;
        }
        return value instanceof JsonNumber number && number.text().matches("[0-9]{1,18}")
                ? Long.parseLong(number.text())
                : -1;
    }
}
