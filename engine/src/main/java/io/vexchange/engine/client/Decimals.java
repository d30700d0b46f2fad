package io.vexchange.engine.client;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Exact decimals as text, to and from whole numbers of a unit {@code mantissa * 10^-decimals}: ticks, lots, minor units. Nothing is ever
 * rounded but the average price, and no {@code double} is used.
 */
public final class Decimals {
    /** The protocol's absent number. */
    public static final long ABSENT = Long.MIN_VALUE;
    /** Result of {@link #parse}: the text is no decimal. */
    public static final long NOT_A_NUMBER = Long.MIN_VALUE + 1;
    /** Result of {@link #parse}: a number, but no multiple of the unit. */
    public static final long NOT_A_MULTIPLE = Long.MIN_VALUE + 2;
    /** Result of {@link #parse}: a number beyond 63 bits. */
    public static final long OUT_OF_RANGE = Long.MIN_VALUE + 3;

    private static final int AVERAGE_MORE_DECIMALS = 4;
    private static final int MAX_DECIMALS = 18;
    private static final long[] POWERS_OF_TEN = new long[MAX_DECIMALS + 1];

    static {
        POWERS_OF_TEN[0] = 1;
        for (int i = 1; i <= MAX_DECIMALS; i++) {
            POWERS_OF_TEN[i] = POWERS_OF_TEN[i - 1] * 10;
        }
    }

    private Decimals() {}

    /**
     * @param result of {@link #parse}
     * @return true when it is a number of units
     */
    public static boolean isNumber(final long result) {
        return result > OUT_OF_RANGE;
    }

    /**
     * Reads a decimal: digits with at most one point and an optional {@code -} before them. {@code 007}, {@code .5}, {@code 5.} and
     * trailing zeros are numbers; a plus sign, an exponent or a blank is not.
     *
     * @param text what was entered
     * @param mantissa of the unit, greater than 0
     * @param decimals of the unit, 0 to 18
     * @return whole units, or one of the result codes above
     */
    public static long parse(final CharSequence text, final long mantissa, final int decimals) {
        final int length = text.length();
        int index = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        final boolean isNegative = index == 1;
        long value = 0;
        int digits = 0;
        int fraction = -1;
        boolean overflows = false;
        boolean isFiner = false;
        for (; index < length; index++) {
            final char c = text.charAt(index);
            if (c == '.' && fraction < 0) {
                fraction = 0;
            } else if (c >= '0' && c <= '9') {
                digits++;
                if (fraction >= decimals) {
                    isFiner |= c != '0';
                } else {
                    overflows |= value > (Long.MAX_VALUE - (c - '0')) / 10;
                    value = value * 10 + (c - '0');
                    fraction += fraction < 0 ? 0 : 1;
                }
            } else {
                return NOT_A_NUMBER;
            }
        }
        if (digits == 0) {
            return NOT_A_NUMBER;
        }
        for (int missing = decimals - Math.max(fraction, 0); missing > 0 && !overflows && value != 0; missing--) {
            overflows = value > Long.MAX_VALUE / 10;
            value *= 10;
        }
        if (overflows) {
            return OUT_OF_RANGE;
        }
        if (isFiner || value % mantissa != 0) {
            return NOT_A_MULTIPLE;
        }
        final long units = value / mantissa;
        return isNegative ? -units : units;
    }

    /**
     * @param units whole units
     * @param mantissa of the unit
     * @param decimals of the unit, 0 to 18
     * @return the exact decimal with that many decimals
     */
    public static String format(final long units, final long mantissa, final int decimals) {
        final StringBuilder out = new StringBuilder(24);
        append(out, units, mantissa, decimals);
        return out.toString();
    }

    /**
     * Money in minor units.
     *
     * @param minorUnits an amount
     * @param scale of the asset, 0 to 18
     * @return the exact decimal with that many decimals
     */
    public static String formatMoney(final long minorUnits, final int scale) {
        return format(minorUnits, 1, scale);
    }

    /**
     * As {@link #format}, without allocation for products within 63 bits.
     *
     * @param out is appended to
     * @param units whole units
     * @param mantissa of the unit
     * @param decimals of the unit, 0 to 18
     */
    public static void append(final StringBuilder out, final long units, final long mantissa, final int decimals) {
        final long value = units * mantissa;
        if (Math.multiplyHigh(units, mantissa) != value >> 63 || value == Long.MIN_VALUE) {
            out.append(new BigDecimal(BigInteger.valueOf(units).multiply(BigInteger.valueOf(mantissa)), decimals)
                    .toPlainString());
            return;
        }
        if (value < 0) {
            out.append('-');
        }
        final long magnitude = Math.abs(value);
        if (decimals == 0) {
            out.append(magnitude);
            return;
        }
        final long power = POWERS_OF_TEN[decimals];
        out.append(magnitude / power).append('.');
        final long rest = magnitude % power;
        for (int i = decimals - 1; i > 0 && rest < POWERS_OF_TEN[i]; i--) {
            out.append('0');
        }
        out.append(rest);
    }

    /**
     * The average price of fills, with four decimals more than the tick, half-even.
     *
     * @param filledValue sum of lots * ticks
     * @param filledLots 0: the result is 0
     * @param tickMantissa of the tick
     * @param tickDecimals of the tick, 0 to 14
     * @return a decimal
     */
    public static String formatAverage(
            final long filledValue, final long filledLots, final long tickMantissa, final int tickDecimals) {
        final StringBuilder out = new StringBuilder(24);
        appendAverage(out, filledValue, filledLots, tickMantissa, tickDecimals);
        return out.toString();
    }

    /**
     * As {@link #formatAverage}, without allocation while the intermediate products are within 63 bits.
     *
     * @param out is appended to
     * @param filledValue sum of lots * ticks
     * @param filledLots 0: the result is 0
     * @param tickMantissa of the tick
     * @param tickDecimals of the tick, 0 to 14
     */
    public static void appendAverage(
            final StringBuilder out,
            final long filledValue,
            final long filledLots,
            final long tickMantissa,
            final int tickDecimals) {
        final int decimals = tickDecimals + AVERAGE_MORE_DECIMALS;
        if (filledLots == 0) {
            append(out, 0, 1, decimals);
            return;
        }
        final long factor = tickMantissa * POWERS_OF_TEN[AVERAGE_MORE_DECIMALS];
        final long product = filledValue * factor;
        if (Math.multiplyHigh(filledValue, factor) == product >> 63 && filledLots < Long.MAX_VALUE / 2) {
            append(out, halfEven(product, filledLots), 1, decimals);
        } else {
            final BigDecimal numerator = new BigDecimal(
                    BigInteger.valueOf(filledValue).multiply(BigInteger.valueOf(tickMantissa)), tickDecimals);
            out.append(numerator
                    .divide(BigDecimal.valueOf(filledLots), decimals, RoundingMode.HALF_EVEN)
                    .toPlainString());
        }
    }

    private static long halfEven(final long dividend, final long divisor) {
        final long quotient = dividend / divisor;
        final long doubled = Math.abs(dividend % divisor) * 2;
        final boolean away = doubled > divisor || (doubled == divisor && (quotient & 1) != 0);
        return away ? quotient + (dividend < 0 ? -1 : 1) : quotient;
    }
}
