package io.vexchange.engine.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    @ParameterizedTest
    @CsvSource({
        "99.00, 9900",
        "0099., 9900",
        ".5, 50",
        "007, 700",
        "-0, 0",
        "-1.25, -125",
        "99.0000000000000000000000000000, 9900",
        "92233720368547758.07, 9223372036854775807"
    })
    void shouldReadWhatIsANumber(final String text, final long hundredths) {
        assertThat(Decimals.parse(text, 1, 2)).isEqualTo(hundredths);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "-.", "+1", "1e3", " 1", "1 ", "1,0", "1.2.3", "--1", "NaN", "0x1", "١"})
    void shouldRefuseWhatIsNone(final String text) {
        assertThat(Decimals.parse(text, 1, 2)).isEqualTo(Decimals.NOT_A_NUMBER);
    }

    @Test
    void shouldTellMultiplesFromRange() {
        assertThat(Decimals.parse("99.005", 1, 2)).isEqualTo(Decimals.NOT_A_MULTIPLE);
        assertThat(Decimals.parse("99." + "0".repeat(38) + "1", 1, 2)).isEqualTo(Decimals.NOT_A_MULTIPLE);
        assertThat(Decimals.parse("0.03", 5, 2)).isEqualTo(Decimals.NOT_A_MULTIPLE);
        assertThat(Decimals.parse("0.35", 5, 2)).isEqualTo(7);
        assertThat(Decimals.parse("92233720368547758.08", 1, 2)).isEqualTo(Decimals.OUT_OF_RANGE);
        assertThat(Decimals.parse("18446744073709551626", 1, 0)).isEqualTo(Decimals.OUT_OF_RANGE);
        assertThat(Decimals.parse("1" + "0".repeat(30), 1, 4)).isEqualTo(Decimals.OUT_OF_RANGE);
    }

    @Property
    void shouldComeBackFromItsText(
            @ForAll @LongRange(min = -1_000_000_000_000_000L, max = 1_000_000_000_000_000L) final long units,
            @ForAll @LongRange(min = 1, max = 9_000) final long mantissa,
            @ForAll @IntRange(max = 18) final int decimals) {
        final String text = Decimals.format(units, mantissa, decimals);
        final BigInteger product = BigInteger.valueOf(units).multiply(BigInteger.valueOf(mantissa));
        assertThat(text).isEqualTo(new BigDecimal(product, decimals).toPlainString());
        assertThat(Decimals.parse(text, mantissa, decimals)).isEqualTo(units);
    }

    @Property
    void shouldFormatEveryLong(@ForAll final long units, @ForAll @LongRange(min = 1) final long mantissa) {
        final BigInteger product = BigInteger.valueOf(units).multiply(BigInteger.valueOf(mantissa));
        assertThat(Decimals.format(units, mantissa, 3)).isEqualTo(new BigDecimal(product, 3).toPlainString());
    }

    @Property
    void shouldAverageHalfEven(
            @ForAll @LongRange(min = 0) final long value,
            @ForAll @LongRange(min = 1) final long lots,
            @ForAll @LongRange(min = 1, max = 1_000_000) final long mantissa) {
        final String expected = new BigDecimal(BigInteger.valueOf(value).multiply(BigInteger.valueOf(mantissa)), 2)
                .divide(BigDecimal.valueOf(lots), 6, RoundingMode.HALF_EVEN)
                .toPlainString();
        assertThat(Decimals.formatAverage(value, lots, mantissa, 2)).isEqualTo(expected);
    }

    @Test
    void shouldAverageNothingAsZero() {
        assertThat(Decimals.formatAverage(0, 0, 1, 2)).isEqualTo("0.000000");
        assertThat(Decimals.formatAverage(25, 2, 1, 2)).isEqualTo("0.125000");
    }
}
