package io.vexchange.exchange.conformance;

import io.vexchange.exchange.e2e.FixMessage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the values of one transcript mean. ClOrdIDs (11 and 41) get the transcript's own
 * ending, as ids are spent for the day. {@code $name} is the value that was seen first under that name, {@code n#} counts, {@code now+5s}
 * is a time, {@code today+1} a date. In what is expected {@code *} stands for any text and {@code ~} for "not there".
 */
final class Words {
    private static final Pattern TIME = Pattern.compile("now([+-][0-9]+)s");
    private static final Pattern DATE = Pattern.compile("today([+-][0-9]+)?");
    private static final Pattern NAME = Pattern.compile("\\$([a-z][a-z0-9]*)([+-][0-9]+)?");

    private final String ending;
    private final Map<String, String> seen = new HashMap<>();

    Words(final int transcript) {
        ending = "." + transcript;
    }

    private String id(final int tag, final String value, final int count) {
        if (tag != 11 && tag != 41) {
            return value.replace("#", Integer.toString(count));
        }
        final boolean plain = value.isEmpty() || "NONE".equals(value) || "*~".contains(value) || value.startsWith("=");
        final String counted = value.replace("#", Integer.toString(count));
        return plain || value.startsWith("$") ? counted.replaceFirst("^=", "") : counted + ending;
    }

    List<FixMessage.Field> toSend(final Step step, final int count) {
        return step.fields().stream()
                .map(each -> new FixMessage.Field(each.tag(), sent(step, each, count)))
                .toList();
    }

    private String sent(final Step step, final FixMessage.Field field, final int count) {
        final String value = field.value();
        if ("now".equals(value)) {
            return Wire.utc(Instant.now());
        }
        final Matcher time = TIME.matcher(value);
        if (time.matches()) {
            return Wire.utc(Instant.now().plusSeconds(Long.parseLong(time.group(1))));
        }
        final Matcher date = DATE.matcher(value);
        if (date.matches()) {
            final int days = date.group(1) == null ? 0 : Integer.parseInt(date.group(1));
            return DateTimeFormatter.BASIC_ISO_DATE.format(
                    Instant.now().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(days));
        }
        final Matcher name = NAME.matcher(value);
        if (name.matches()) {
            return named(step, name);
        }
        return id(field.tag(), value, count);
    }

    /** @return what was seen under that name */
    String seen(final Step step, final String name) {
        final String value = seen.get(name);
        if (value == null) {
            throw new IllegalArgumentException(step.place() + ": nothing was seen as $" + name);
        }
        return value;
    }

    private String named(final Step step, final Matcher name) {
        final String value = seen(step, name.group(1));
        return name.group(2) == null ? value : Long.toString(Long.parseLong(value) + Long.parseLong(name.group(2)));
    }

    /** @return what is wrong with the message, null when it is as the step says */
    String fault(final Step step, final FixMessage message, final int count) {
        if (!message.type().equals(step.type())) {
            return "35=" + step.type();
        }
        final Map<Integer, Integer> times = new HashMap<>();
        for (final FixMessage.Field each : step.fields()) {
            final int which = times.merge(each.tag(), 1, Integer::sum);
            final String value = nth(message, each.tag(), which);
            if (!fits(step, each, value, count)) {
                return each + (value == null ? ", which is not there" : ", which is " + value);
            }
        }
        return null;
    }

    /** A tag that a line names twice is that of a group's first and second entry. */
    private static String nth(final FixMessage message, final int tag, final int which) {
        return message.fields().stream()
                .filter(each -> each.tag() == tag)
                .skip(which - 1L)
                .map(FixMessage.Field::value)
                .findFirst()
                .orElse(null);
    }

    private boolean fits(final Step step, final FixMessage.Field field, final String value, final int count) {
        final String wanted = field.value();
        if ("~".equals(wanted)) {
            return value == null;
        }
        if (value == null) {
            return false;
        }
        final Matcher name = NAME.matcher(wanted);
        if (name.matches()) {
            if (name.group(2) == null && !seen.containsKey(name.group(1))) {
                seen.put(name.group(1), value);
            }
            return named(step, name).equals(value);
        }
        final String text = id(field.tag(), wanted, count);
        return text.contains("*") ? value.matches(glob(text)) : text.equals(value);
    }

    private static String glob(final String text) {
        return "\\Q" + text.replace("*", "\\E.*\\Q") + "\\E";
    }
}
