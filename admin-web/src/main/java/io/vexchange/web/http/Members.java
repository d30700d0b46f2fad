package io.vexchange.web.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vexchange.web.json.JsonNumber;
import io.vexchange.web.json.Times;
import io.vexchange.web.problem.FieldFault;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.ProblemKind;
import io.vexchange.web.problem.Problems;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The members of a request body, read one by one; every fault is collected, and {@link #check()} tells them all. A member that is not in
 * the request's record is one of them.
 */
public final class Members {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,60})?");
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");

    private final Map<String, Object> values;
    private final List<FieldFault> faults = new ArrayList<>();
    private ProblemKind worst;

    /**
     * @param values the parsed object
     * @param shape record whose components are the members it may have
     */
    public Members(final Map<String, Object> values, final Class<?> shape) {
        this.values = values;
        final Set<String> known =
                Arrays.stream(shape.getRecordComponents()).map(Members::name).collect(Collectors.toSet());
        for (final String name : values.keySet()) {
            if (!known.contains(name)) {
                fault(Problems.UNKNOWN_FIELD, name, "there is no such member");
            }
        }
    }

    /** @return the member's name in JSON; some are no names in Java */
    static String name(final RecordComponent component) {
        final JsonProperty other = component.getAccessor().getAnnotation(JsonProperty.class);
        return other == null ? component.getName() : other.value();
    }

    /**
     * @param name of a member
     * @return true when it is given, be it as null
     */
    public boolean has(final String name) {
        return values.containsKey(name);
    }

    /**
     * Null is refused for what is given.
     *
     * @param names all of them may be absent
     */
    public void refuseNull(final String... names) {
        for (final String name : names) {
            if (values.containsKey(name) && values.get(name) == null) {
                fault(Problems.INVALID_FIELD, name, "null is not taken; leave it out to keep it");
            }
        }
    }

    /**
     * @param names none of them may be absent or null
     */
    public void require(final String... names) {
        for (final String name : names) {
            if (values.get(name) == null) {
                fault(Problems.MISSING_FIELD, name, name + " is required");
            }
        }
    }

    /**
     * @param name of a text member
     * @param maxLength characters
     * @return it, or null when it is absent, null or at fault
     */
    public String text(final String name, final int maxLength) {
        final Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            fault(Problems.INVALID_FIELD, name, "not a string");
            return null;
        }
        if (text.length() > maxLength) {
            fault(Problems.INVALID_FIELD, name, "length=" + text.length() + " is over " + maxLength);
            return null;
        }
        if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            fault(Problems.INVALID_FIELD, name, "a control character");
            return null;
        }
        return text;
    }

    /**
     * The reason of an act.
     *
     * @param maxLength characters
     * @return it, or null when it is at fault
     */
    public String reason(final int maxLength) {
        final String reason = text("reason", maxLength);
        if (values.get("reason") == null || (reason != null && reason.isBlank())) {
            fault(Problems.REASON_REQUIRED, "reason", "this act needs a reason");
        }
        return reason;
    }

    /**
     * @param name of a decimal member, a string of digits or a JSON number taken as its digits
     * @return its digits, or null when it is absent, null or at fault
     */
    public String decimal(final String name) {
        final Object value = values.get(name);
        if (value == null) {
            return null;
        }
        final String digits;
        if (value instanceof JsonNumber number) {
            digits = number.text();
        } else if (value instanceof String text) {
            digits = text;
        } else {
            fault(Problems.INVALID_FIELD, name, "not a decimal number");
            return null;
        }
        if (!DECIMAL.matcher(digits).matches()) {
            fault(Problems.INVALID_FIELD, name, "not a plain decimal number such as 99.50");
            return null;
        }
        return digits;
    }

    /**
     * @param name of a member that is a word of an enumeration
     * @param words its enumeration
     * @param <E> the enumeration
     * @return it, or null when it is absent, null or at fault
     */
    public <E extends Enum<E>> E word(final String name, final Class<E> words) {
        final String text = text(name, 64);
        if (text == null) {
            return null;
        }
        for (final E word : words.getEnumConstants()) {
            if (word.name().equals(text)) {
                return word;
            }
        }
        fault(Problems.INVALID_FIELD, name, "not one of " + Arrays.toString(words.getEnumConstants()));
        return null;
    }

    /**
     * @param name of a member that is true or false
     * @return it, or null when it is absent, null or at fault
     */
    public Boolean flag(final String name) {
        final Object value = values.get(name);
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        fault(Problems.INVALID_FIELD, name, "not true or false");
        return null;
    }

    /**
     * @param name of a whole number
     * @param min least
     * @param max greatest
     * @return it, or null when it is absent, null or at fault
     */
    public Long integer(final String name, final long min, final long max) {
        final Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonNumber number && INTEGER.matcher(number.text()).matches()) {
            final long whole = Long.parseLong(number.text());
            if (whole >= min && whole <= max) {
                return whole;
            }
        }
        fault(Problems.INVALID_FIELD, name, "not a whole number from " + min + " to " + max);
        return null;
    }

    /**
     * @param name of a time
     * @return microseconds since the epoch, or null when it is absent, null or at fault
     */
    public Long timeMicros(final String name) {
        final String text = text(name, 40);
        if (text == null) {
            return null;
        }
        try {
            return Times.micros(text);
        } catch (final IllegalArgumentException e) {
            fault(Problems.INVALID_FIELD, name, e.getMessage());
            return null;
        }
    }

    /**
     * @param name of a list of texts
     * @param maxLength characters of each
     * @return it, or null when it is absent, null or at fault
     */
    public List<String> texts(final String name, final int maxLength) {
        final Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Collection<?> items)
                || !items.stream().allMatch(item -> item instanceof String text && text.length() <= maxLength)) {
            fault(Problems.INVALID_FIELD, name, "not a list of strings of at most " + maxLength);
            return null;
        }
        return items.stream().map(String.class::cast).toList();
    }

    /**
     * Notes a fault.
     *
     * @param kind of it
     * @param name of the member
     * @param detail for people
     */
    public void fault(final ProblemKind kind, final String name, final String detail) {
        faults.add(new FieldFault(name, kind.code(), detail));
        if (worst == null) {
            worst = kind;
        }
    }

    /** @throws ProblemException with every fault noted, when there is one */
    public void check() {
        if (!faults.isEmpty()) {
            throw ProblemException.ofFields(worst, faults);
        }
    }
}
