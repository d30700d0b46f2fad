package io.vexchange.store.projection;

import io.vexchange.engine.client.Decimals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in COPY's binary format: numbers go to PostgreSQL as numbers, without being written and read as text. Columns are put in order,
 * each by the method of its type.
 */
final class BinaryRows {
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int CHUNK = 1 << 16;
    private static final int NULL = -1;
    private static final long MICROS_OF_2000 = 946_684_800_000_000L;
    private static final long DAY_OF_2000 = 10_957;
    private static final int BASE = 10_000;
    private static final int BASE_DIGITS = 4;
    private static final int NEGATIVE = 0x4000;
    private static final byte JSONB_VERSION = 1;
    private static final long[] POWERS = {1, 10, 100, 1_000};

    private final int columns;
    private final short[] digits = new short[16];
    private byte[] bytes = new byte[CHUNK];
    private int length;
    private int rows;

    BinaryRows(final int columns) {
        this.columns = columns;
    }

    boolean isEmpty() {
        return rows == 0;
    }

    /** Begins a row. */
    BinaryRows row() {
        room(Short.BYTES);
        putShort(columns);
        rows++;
        return this;
    }

    BinaryRows none() {
        room(Integer.BYTES);
        putInt(NULL);
        return this;
    }

    BinaryRows int8(final long value) {
        room(Integer.BYTES + Long.BYTES);
        putInt(Long.BYTES);
        putLong(value);
        return this;
    }

    /** 0 is NULL: no id is. */
    BinaryRows idOrNone(final long value) {
        return value == 0 ? none() : int8(value);
    }

    BinaryRows int4(final int value) {
        room(2 * Integer.BYTES);
        putInt(Integer.BYTES);
        putInt(value);
        return this;
    }

    BinaryRows bool(final boolean value) {
        room(Integer.BYTES + 1);
        putInt(1);
        bytes[length++] = (byte) (value ? 1 : 0);
        return this;
    }

    /** @param micros since 1970 */
    BinaryRows time(final long micros) {
        return int8(micros - MICROS_OF_2000);
    }

    /** @param micros since 1970; 0 and absent are NULL */
    BinaryRows timeOrNone(final long micros) {
        return micros == Decimals.ABSENT || micros == 0 ? none() : time(micros);
    }

    /** @param day as yyyymmdd */
    BinaryRows date(final int day) {
        final LocalDate date = LocalDate.of(day / 10_000, day / 100 % 100, day % 100);
        return int4((int) (date.toEpochDay() - DAY_OF_2000));
    }

    /** @param value null is NULL */
    BinaryRows text(final String value) {
        if (value == null) {
            return none();
        }
        final int count = value.length();
        room(Integer.BYTES + count);
        final int start = length;
        putInt(count);
        for (int i = 0; i < count; i++) {
            final char c = value.charAt(i);
            if (c >= 0x80) {
                length = start;
                return encoded(value);
            }
            bytes[length++] = (byte) c;
        }
        return this;
    }

    private BinaryRows encoded(final String value) {
        final byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES + utf8.length);
        putInt(utf8.length);
        put(utf8);
        return this;
    }

    /** @param value JSON; null is NULL */
    BinaryRows jsonb(final String value) {
        if (value == null) {
            return none();
        }
        final byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES + 1 + utf8.length);
        putInt(1 + utf8.length);
        bytes[length++] = JSONB_VERSION;
        put(utf8);
        return this;
    }

    /** @param units of {@code mantissa / 10^decimals}; absent is NULL */
    BinaryRows numeric(final long units, final long mantissa, final int decimals) {
        if (units == Decimals.ABSENT) {
            return none();
        }
        final long value = units * mantissa;
        if (Math.multiplyHigh(units, mantissa) != value >> 63) {
            return big(BigInteger.valueOf(units).multiply(BigInteger.valueOf(mantissa)), decimals);
        }
        return numeric(value, decimals);
    }

    /** @param value of {@code 10^-decimals} */
    private BinaryRows numeric(final long value, final int decimals) {
        final int groups = (decimals + BASE_DIGITS - 1) / BASE_DIGITS;
        final long factor = POWERS[groups * BASE_DIGITS - decimals];
        final long aligned = value * factor;
        if (Math.multiplyHigh(value, factor) != aligned >> 63 || aligned == Long.MIN_VALUE) {
            return big(BigInteger.valueOf(value), decimals);
        }
        int count = 0;
        int skipped = 0;
        for (long rest = Math.abs(aligned); rest != 0; rest /= BASE) {
            final short digit = (short) (rest % BASE);
            if (count == 0 && digit == 0) {
                skipped++;
            } else {
                digits[count++] = digit;
            }
        }
        putNumeric(count, count + skipped - groups - 1, aligned < 0, decimals);
        return this;
    }

    /** A number out of the range of a long: the slow way. */
    private BinaryRows big(final BigInteger value, final int decimals) {
        final int groups = (decimals + BASE_DIGITS - 1) / BASE_DIGITS;
        final BigInteger base = BigInteger.valueOf(BASE);
        BigInteger rest = value.abs().multiply(BigInteger.valueOf(POWERS[groups * BASE_DIGITS - decimals]));
        int count = 0;
        int skipped = 0;
        for (; rest.signum() != 0; rest = rest.divide(base)) {
            final short digit = rest.mod(base).shortValueExact();
            if (count == 0 && digit == 0) {
                skipped++;
            } else {
                digits[count++] = digit;
            }
        }
        putNumeric(count, count + skipped - groups - 1, value.signum() < 0, decimals);
        return this;
    }

    private void putNumeric(final int count, final int weight, final boolean isNegative, final int decimals) {
        room(Integer.BYTES + (4 + count) * Short.BYTES);
        putInt((4 + count) * Short.BYTES);
        putShort(count);
        putShort(count == 0 ? 0 : weight);
        putShort(isNegative ? NEGATIVE : 0);
        putShort(decimals);
        for (int i = count - 1; i >= 0; i--) {
            putShort(digits[i]);
        }
    }

    /** @param value a decimal as text; null is NULL */
    BinaryRows numeric(final String value) {
        if (value == null) {
            return none();
        }
        final BigDecimal decimal = new BigDecimal(value);
        return big(decimal.unscaledValue(), decimal.scale());
    }

    private void room(final int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    private void put(final byte[] source) {
        System.arraycopy(source, 0, bytes, length, source.length);
        length += source.length;
    }

    private void putShort(final int value) {
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
    }

    private void putInt(final int value) {
        putShort(value >>> 16);
        putShort(value);
    }

    private void putLong(final long value) {
        putInt((int) (value >>> 32));
        putInt((int) value);
    }

    /**
     * Sends all rows.
     *
     * @param statement {@code copy … from stdin (format binary)}
     */
    void copyIn(final Connection connection, final String statement) throws SQLException {
        final CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
        try {
            copy.writeToCopy(HEADER, 0, HEADER.length);
            for (int at = 0; at < length; at += CHUNK) {
                copy.writeToCopy(bytes, at, Math.min(CHUNK, length - at));
            }
            copy.writeToCopy(new byte[] {(byte) 0xFF, (byte) 0xFF}, 0, Short.BYTES);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
