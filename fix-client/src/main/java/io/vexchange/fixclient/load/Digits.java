package io.vexchange.fixclient.load;

/** Whole numbers in a fixed number of digits. */
final class Digits {
    private Digits() {}

    /** Writes a number of at most {@code width} digits with leading zeros. */
    static void put(final byte[] text, final int at, final int width, final long number) {
        long rest = number;
        for (int i = at + width - 1; i >= at; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** Reads digits; -1 when there is anything else, nothing, or more than 18. */
    static long parse(final byte[] text, final int at, final int length) {
        if (length < 1 || length > 18) {
            return -1;
        }
        long number = 0;
        for (int i = at; i < at + length; i++) {
            final int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
