package io.vexchange.engine.model_check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compares what was told with what the model says: every field the model names, in order. */
final class Comparison {
    private static final String ENTRY_ID = "entryId";
    private final Map<Long, Long> entryIds = new HashMap<>();

    /** Null when they agree. */
    String difference(final List<Item> expected, final List<Item> told) {
        for (int i = 0; i < Math.max(expected.size(), told.size()); i++) {
            final Item wanted = i < expected.size() ? expected.get(i) : null;
            final Item got = i < told.size() ? told.get(i) : null;
            if (wanted == null || got == null || !wanted.type().equals(got.type())) {
                return "item " + (i + 1) + "\n  expected " + wanted + "\n  got      " + got;
            }
            final String fields = fields(wanted, got);
            if (!fields.isEmpty()) {
                return "item " + (i + 1) + fields + "\n  expected " + wanted + "\n  got      " + got;
            }
        }
        return null;
    }

    private String fields(final Item wanted, final Item got) {
        final StringBuilder differences = new StringBuilder();
        wanted.fields().forEach((name, value) -> {
            final Object actual = got.fields().get(name);
            if (!agree(name, value, actual)) {
                differences
                        .append(' ')
                        .append(name)
                        .append(": ")
                        .append(value)
                        .append(" is ")
                        .append(actual)
                        .append(';');
            }
        });
        return differences.toString();
    }

    private boolean agree(final String name, final Object wanted, final Object got) {
        if (name.equals(ENTRY_ID) && wanted instanceof Long id && id < 0) {
            return isSameEntry(id, (Long) got);
        }
        if (wanted instanceof List<?> list) {
            return got instanceof List<?> other && list.toString().equals(other.toString());
        }
        return Objects.equals(wanted, got);
    }

    /** After a refill the entry has an id the model does not know: new the first time, the same from then on. */
    private boolean isSameEntry(final long name, final long id) {
        final Long known = entryIds.putIfAbsent(name, id);
        return known == null
                ? entryIds.values().stream().filter(each -> each == id).count() == 1
                : known == id;
    }
}
