package io.vexchange.engine.model_check;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One SBE message as a value: a command, an event or a reply. Values are Long, String (characters of FIX, names of codes, var data), null
 * (an absent number) or a list of items (a group).
 */
final class Item {
    private final String type;
    private final Map<String, Object> fields = new TreeMap<>();

    Item(final String type) {
        this.type = type;
    }

    static Item of(final String type) {
        return new Item(type);
    }

    Item with(final String name, final Object value) {
        fields.put(name, value instanceof Number number ? (Object) number.longValue() : value);
        return this;
    }

    Item copy() {
        final Item copy = new Item(type);
        copy.fields.putAll(fields);
        return copy;
    }

    String type() {
        return type;
    }

    boolean is(final String name) {
        return type.equals(name);
    }

    Map<String, Object> fields() {
        return fields;
    }

    boolean has(final String name) {
        return fields.containsKey(name);
    }

    /** A number that may be absent. */
    Long number(final String name) {
        return (Long) fields.get(name);
    }

    long value(final String name) {
        final Long value = number(name);
        return value == null ? 0 : value;
    }

    int id(final String name) {
        return (int) value(name);
    }

    String text(final String name) {
        return Objects.requireNonNullElse((String) fields.get(name), "");
    }

    @SuppressWarnings("unchecked") // groups are always lists of items
    List<Item> group(final String name) {
        final Object value = fields.get(name);
        return value == null ? List.of() : (List<Item>) value;
    }

    /** In words: what is zero, empty or absent is left out. */
    @Override
    public String toString() {
        final StringBuilder words = new StringBuilder(type).append(" {");
        fields.forEach((name, value) -> {
            if (value != null
                    && !"".equals(value)
                    && !Long.valueOf(0).equals(value)
                    && !List.of().equals(value)) {
                words.append(words.charAt(words.length() - 1) == '{' ? "" : ", ")
                        .append(name)
                        .append('=')
                        .append(value);
            }
        });
        return words.append('}').toString();
    }
}
