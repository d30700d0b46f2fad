package io.vexchange.exchange.e2e;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One received FIX message; its fields keep their order. */
public record FixMessage(List<Field> fields) {
    private static final Set<Integer> TRANSMISSION = Set.of(8, 9, 10, 34, 43, 52, 97, 122);

    /** A tag and its value. */
    public record Field(int tag, String value) {
        @Override
        public String toString() {
            return tag + "=" + value;
        }
    }

    /** Of text that ends in SOH. */
    public static FixMessage of(final String text) {
        final List<Field> fields = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            final int equals = text.indexOf('=', at);
            final int end = text.indexOf('\u0001', equals);
            fields.add(new Field(Integer.parseInt(text.substring(at, equals)), text.substring(equals + 1, end)));
            at = end + 1;
        }
        return new FixMessage(List.copyOf(fields));
    }

    /** The first field with that tag; empty when it is not there. */
    public String get(final int tag) {
        for (final Field each : fields) {
            if (each.tag() == tag) {
                return each.value();
            }
        }
        return "";
    }

    public boolean has(final int tag, final String value) {
        return get(tag).equals(value);
    }

    public String type() {
        return get(35);
    }

    public int sequence() {
        return Integer.parseInt(get(34));
    }

    public BigDecimal number(final int tag) {
        return new BigDecimal(get(tag));
    }

    /** The code that begins Text (58). */
    public String code() {
        return get(58).replaceFirst(":.*", "");
    }

    /** ExecType and OrdStatus as in {@code F/2}. */
    public String state() {
        return get(150) + '/' + get(39);
    }

    /** What it says, without what belongs to its transmission. */
    public String content() {
        return fields.stream()
                .filter(each -> !TRANSMISSION.contains(each.tag()))
                .map(Field::toString)
                .collect(Collectors.joining("|"));
    }

    @Override
    public String toString() {
        return fields.stream().map(Field::toString).collect(Collectors.joining("|"));
    }
}
