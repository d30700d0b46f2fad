package io.vexchange.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The integer formulas beside exact decimals. */
final class MoneyMathTest {
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);
    private final Random random = new Random(1);

    private long number() {
        return (random.nextLong() >>> 1) >>> random.nextInt(62);
    }

    @Test
    void shouldTruncateFeesTowardsZero() {
        for (int i = 0; i < 100_000; i++) {
            final long value = number() >>> 1;
            final int rate = random.nextInt(2_000_001) - 1_000_000;
            final long exact = BigDecimal.valueOf(value)
                    .multiply(BigDecimal.valueOf(rate))
                    .divide(BigDecimal.valueOf(1_000_000), 0, RoundingMode.DOWN)
                    .longValueExact();
            assertThat(Fees.of(value, rate)).as("%d at %d", value, rate).isEqualTo(exact);
        }
    }

    @Test
    void shouldSeeEveryProductThatPassesSixtyThreeBits() {
        for (int i = 0; i < 100_000; i++) {
            final long lots = number();
            final long ticks = number();
            final long units = 1 + (number() >>> 20);
            final BigInteger exact =
                    BigInteger.valueOf(lots).multiply(BigInteger.valueOf(ticks)).multiply(BigInteger.valueOf(units));
            final BigInteger tickLots = BigInteger.valueOf(lots).multiply(BigInteger.valueOf(ticks));
            final boolean fits = exact.compareTo(LARGEST) <= 0 && tickLots.compareTo(LARGEST) <= 0;
            assertThat(Holds.value(lots, ticks, units)).isEqualTo(fits ? exact.longValueExact() : Holds.TOO_MUCH);
        }
    }

    @Test
    void shouldRoundBoundsTowardsThePrice() {
        for (int i = 0; i < 100_000; i++) {
            final long ticks = 1 + number();
            final int basisPoints = random.nextInt(20_000);
            final BigInteger distance = BigInteger.valueOf(ticks)
                    .multiply(BigInteger.valueOf(basisPoints))
                    .divide(BigInteger.valueOf(10_000));
            final BigInteger above = BigInteger.valueOf(ticks).add(distance).min(LARGEST);
            assertThat(Bounds.above(ticks, basisPoints)).isEqualTo(above.longValueExact());
            if (distance.compareTo(LARGEST) < 0) {
                assertThat(Bounds.below(ticks, basisPoints))
                        .isEqualTo(BigInteger.valueOf(ticks).subtract(distance).longValueExact());
            } else {
                assertThat(Bounds.below(ticks, basisPoints)).isLessThan(1);
            }
        }
    }
}
