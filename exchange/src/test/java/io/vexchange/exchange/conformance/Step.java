package io.vexchange.exchange.conformance;

import io.vexchange.exchange.e2e.FixMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a transcript: {@code ALPHA1 > D 11=a 55=ACME}.
 *
 * @param place file and line, for who reads a failure
 * @param session whose it is
 * @param verb {@code >}, {@code <} or a word
 * @param times how often, 1 unless it says {@code 500*D}
 * @param type 35, or what the word is about
 * @param fields in order
 */
record Step(String place, String session, String verb, int times, String type, List<FixMessage.Field> fields) {
    private static final Pattern LINE = Pattern.compile("(?:([A-Z][A-Z0-9]*) +)?(>|<|[a-z][a-z-]*)(?: +(.*))?");
    private static final Pattern REST = Pattern.compile("(?:([0-9]+)\\*)?([A-Za-z0-9_-]+)?(?: +|$)(.*)");
    private static final Pattern FIELD = Pattern.compile("([0-9]+)=(\"[^\"]*\"|\\S*)(?: +|$)");

    static Step of(final String place, final String line) {
        final Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(place + ": no line of a transcript: " + line);
        }
        final String session = matcher.group(1) == null ? "ALPHA1" : matcher.group(1);
        final String rest = matcher.group(3) == null ? "" : matcher.group(3).strip();
        if (!rest.isEmpty() && FIELD.matcher(rest).lookingAt()) {
            return new Step(place, session, matcher.group(2), 1, "", fields(place, rest));
        }
        final Matcher parts = REST.matcher(rest);
        if (!parts.matches()) {
            throw new IllegalArgumentException(place + ": what is " + rest);
        }
        final int times = parts.group(1) == null ? 1 : Integer.parseInt(parts.group(1));
        final String type = parts.group(2) == null ? "" : parts.group(2);
        return new Step(place, session, matcher.group(2), times, type, fields(place, parts.group(3)));
    }

    private static List<FixMessage.Field> fields(final String place, final String text) {
        final List<FixMessage.Field> fields = new ArrayList<>();
        final Matcher field = FIELD.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!field.find(at) || field.start() != at) {
                throw new IllegalArgumentException(place + ": no field: " + text.substring(at));
            }
            final String value = field.group(2);
            final boolean quoted = value.length() > 1 && value.startsWith("\"");
            fields.add(new FixMessage.Field(
                    Integer.parseInt(field.group(1)), quoted ? value.substring(1, value.length() - 1) : value));
            at = field.end();
        }
        return fields;
    }

    /** @return the value of a field, null when it is not there */
    String value(final int tag) {
        for (final FixMessage.Field each : fields) {
            if (each.tag() == tag) {
                return each.value();
            }
        }
        return null;
    }

    @Override
    public String toString() {
        final StringBuilder text = new StringBuilder(session).append(' ').append(verb);
        text.append(' ').append(times == 1 ? "" : times + "*").append(type);
        fields.forEach(each -> text.append(' ').append(each));
        return text.toString();
    }
}
