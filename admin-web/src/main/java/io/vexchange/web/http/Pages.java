package io.vexchange.web.http;

import io.vexchange.web.shape.ListShape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Cuts lists that are in memory into pages. */
public final class Pages {
    private Pages() {}

    /**
     * A page of a directory list.
     *
     * @param call the list asked for
     * @param rows all of it, ascending by key
     * @param key of a row, unique
     * @param <T> a row's shape
     * @return the page
     */
    public static <T> ListShape<T> byKey(final Call call, final List<T> rows, final Function<T, String> key) {
        final String after = Cursor.key(call);
        final int limit = call.limit();
        final List<T> page = new ArrayList<>();
        for (final T row : rows) {
            if (after != null && key.apply(row).compareTo(after) <= 0) {
                continue;
            }
            if (page.size() == limit) {
                return new ListShape<>(page, Cursor.of(call, key.apply(page.get(limit - 1))));
            }
            page.add(row);
        }
        return ListShape.of(page);
    }

    /**
     * A page of a list of what happened.
     *
     * @param call the list asked for
     * @param rows all of it, newest first
     * @param id of a row, unique, growing with time
     * @param <T> a row's shape
     * @return the page
     */
    public static <T> ListShape<T> newestFirst(final Call call, final List<T> rows, final ToLongFunction<T> id) {
        final long before = Cursor.id(call);
        final int limit = call.limit();
        final List<T> page = new ArrayList<>();
        for (final T row : rows) {
            if (id.applyAsLong(row) >= before) {
                continue;
            }
            if (page.size() == limit) {
                return new ListShape<>(page, Cursor.of(call, Long.toString(id.applyAsLong(page.get(limit - 1)))));
            }
            page.add(row);
        }
        return ListShape.of(page);
    }
}
