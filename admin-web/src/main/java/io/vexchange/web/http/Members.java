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
import java.util.LinkedHashMap;
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
    private static final int MAX_REASON = 256;
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");

    private final Map<String, Object> values;
    private final String prefix;
    private final Faults faults;

    /** The faults of a body and all objects in it. */
    private static final class Faults {
        private final List<FieldFault> all = new ArrayList<>();
        private ProblemKind worst;
    }

    /**
     * @param values the parsed object
     * @param shape record whose components are the members it may have
     */
    public Members(final Map<String, Object> values, final Class<?> shape) {
        this(values, shape, "", new Faults());
    }

    private Members(final Map<String, Object> values, final Class<?> shape, final String prefix, final Faults faults) {
        this.values = values;
        this.prefix = prefix;
        this.faults = faults;
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
     * @param name of a member
     * @return true when it is given as null
     */
    public boolean isNull(final String name) {
        return values.containsKey(name) && values.get(name) == null;
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
     * The reason of an act that may go without.
     *
     * @return it, or null when it is absent, null or at fault
     */
    public String optionalReason() {
        return text("reason", MAX_REASON);
    }

    /** @return the reason of an act, or null when it is at fault */
    public String reason() {
        return reason(MAX_REASON);
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
     * @param name of a text member
     * @param form the whole of it
     * @param detail what it should be, for people
     * @return it, or null when it is absent, null or at fault
     */
    public String text(final String name, final Pattern form, final String detail) {
        final String text = text(name, 256);
        if (text != null && !form.matcher(text).matches()) {
            fault(Problems.INVALID_FIELD, name, detail);
            return null;
        }
        return text;
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
     * @param name of a member that is an object
     * @param shape record of its members
     * @return its members, or null when it is absent, null or at fault
     */
    public Members object(final String name, final Class<?> shape) {
        final Object value = values.get(name);
        return value == null ? null : nested(value, name, shape);
    }

    /**
     * @param name of a member that is a list of objects
     * @param shape record of the members of each
     * @return them, or null when it is absent, null or at fault
     */
    public List<Members> objects(final String name, final Class<?> shape) {
        final Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Collection<?> items)) {
            fault(Problems.INVALID_FIELD, name, "not a list");
            return null;
        }
        final List<Members> all = new ArrayList<>();
        for (final Object item : items) {
            final Members each = nested(item, name + '[' + all.size() + ']', shape);
            if (each == null) {
                return null;
            }
            all.add(each);
        }
        return all;
    }

    /**
     * @param name of a member that is an object whose keys are names
     * @param shape record of the members of each
     * @return them by name, or null when it is absent, null or at fault
     */
    public Map<String, Members> objectsByName(final String name, final Class<?> shape) {
        final Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Map<?, ?> items)) {
            fault(Problems.INVALID_FIELD, name, "not an object");
            return null;
        }
        final Map<String, Members> all = new LinkedHashMap<>();
        for (final Map.Entry<?, ?> item : items.entrySet()) {
            final Members each = nested(item.getValue(), name + '.' + item.getKey(), shape);
            if (each != null) {
                all.put((String) item.getKey(), each);
            }
        }
        return all;
    }

    @SuppressWarnings("unchecked") // objects are parsed with texts as keys
    private Members nested(final Object value, final String name, final Class<?> shape) {
        if (!(value instanceof Map<?, ?>)) {
            fault(Problems.INVALID_FIELD, name, "not an object");
            return null;
        }
        return new Members((Map<String, Object>) value, shape, prefix + name + '.', faults);
    }

    /**
     * What was sent, for the audit.
     *
     * @param secrets members that are left out
     * @return plain values by member
     */
    public Map<String, Object> given(final String... secrets) {
        final Map<String, Object> given = new LinkedHashMap<>(values);
        given.keySet().removeAll(List.of(secrets));
        given.remove("reason");
        given.replaceAll((name, value) -> plain(value));
        return given;
    }

    private static Object plain(final Object value) {
        if (value instanceof JsonNumber number) {
            return number.text();
        }
        if (value instanceof Map<?, ?> members) {
            final Map<String, Object> plain = new LinkedHashMap<>();
            members.forEach((name, each) -> plain.put((String) name, plain(each)));
            return plain;
        }
        return value instanceof Collection<?> items
                ? items.stream().map(Members::plain).collect(Collectors.toCollection(ArrayList::new))
                : value;
    }

    /**
     * Notes a fault.
     *
     * @param kind of it
     * @param name of the member
     * @param detail for people
     */
    public void fault(final ProblemKind kind, final String name, final String detail) {
        faults.all.add(new FieldFault(prefix + name, kind.code(), detail));
        if (faults.worst == null) {
            faults.worst = kind;
        }
    }

    /** @return whether a fault is noted */
    public boolean hasFaults() {
        return !faults.all.isEmpty();
    }

    /** @throws ProblemException with every fault noted, when there is one */
    public void check() {
        if (!faults.all.isEmpty()) {
            throw ProblemException.ofFields(faults.worst, faults.all);
        }
    }
}
