package io.vexchange.web.shape;

import java.util.List;

/**
 * Every list.
 *
 * @param items the rows
 * @param nextCursor where the next page begins, null on the last
 * @param <T> a row's shape
 */
public record ListShape<T>(
        List<T> items, @Doc(nullable = true) String nextCursor) {
    /**
     * @param items all rows there are
     * @param <T> a row's shape
     * @return a list of one page
     */
    public static <T> ListShape<T> of(final List<T> items) {
        return new ListShape<>(items, null);
    }
}
