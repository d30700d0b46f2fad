package io.vexchange.fixclient.load;

import java.util.List;
import java.util.stream.Collectors;

/** A JSON object, member by member. Strings are ASCII as FIX has them. */
final class JsonText {
    private final StringBuilder members = new StringBuilder();

    JsonText put(final String name, final String value) {
        return member(name, quoted(value));
    }

    JsonText put(final String name, final long value) {
        return member(name, Long.toString(value));
    }

    JsonText put(final String name, final double value) {
        return member(name, Double.isFinite(value) ? Double.toString(value) : "null");
    }

    JsonText put(final String name, final boolean value) {
        return member(name, Boolean.toString(value));
    }

    JsonText put(final String name, final List<String> values) {
        return member(name, values.stream().map(JsonText::quoted).collect(Collectors.joining(",", "[", "]")));
    }

    JsonText put(final String name, final JsonText object) {
        return member(name, object.toString());
    }

    JsonText putObjects(final String name, final List<JsonText> objects) {
        return member(name, objects.stream().map(JsonText::toString).collect(Collectors.joining(",", "[", "]")));
    }

    private JsonText member(final String name, final String value) {
        members.append(members.isEmpty() ? "" : ",")
                .append(quoted(name))
                .append(':')
                .append(value);
        return this;
    }

    private static String quoted(final String text) {
        if (text == null) {
            return "null";
        }
        final StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    @Override
    public String toString() {
        return "{" + members + "}";
    }
}
