package io.vexchange.bench;

import java.util.Arrays;
import java.util.Locale;

/** A figure measured several times: its median and its ends. */
public final class Spread {
    private final double[] sorted;

    public Spread(final double... values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    public double median() {
        final int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Median, least and greatest, with two decimals. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f to %.2f, n=%d)",
                median(),
                sorted[0],
                sorted[sorted.length - 1],
                sorted.length);
    }
}
