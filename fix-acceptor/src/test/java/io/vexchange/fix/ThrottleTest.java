package io.vexchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void shouldFillContinuouslyUpToTheBurst() {
        final Throttle throttle = new Throttle(10, 20, 0);
        assertThat(throttle.take(20, 0)).isTrue();
        assertThat(throttle.take(1, 0)).isFalse();
        assertThat(throttle.take(1, SECOND / 10 - 1)).isFalse();
        assertThat(throttle.take(1, SECOND / 10)).isTrue();
        assertThat(throttle.take(21, 100 * SECOND)).isFalse();
        assertThat(throttle.take(20, 100 * SECOND)).isTrue();
    }

    @Test
    void shouldTakeAllOrNothing() {
        final Throttle throttle = new Throttle(1, 9, 0);
        assertThat(throttle.take(10, 0)).isFalse();
        assertThat(throttle.take(9, 0)).isTrue();
    }

    @Test
    void shouldNotThrottleAtRateZero() {
        final Throttle throttle = new Throttle(0, 0, 0);
        assertThat(throttle.take(1_000_000, 0)).isTrue();
        for (int i = 0; i < 100_000; i++) {
            assertThat(throttle.isAbuse(i * SECOND / 1_000)).isFalse();
        }
    }

    /** @return the second in which it was called abuse, -1 = never in ten */
    private static int abusedAfter(final int perSecondSent, final int quietSecond) {
        final Throttle throttle = new Throttle(10, 20, 0);
        for (int second = 0; second < 10; second++) {
            for (int i = 0; i < (second == quietSecond ? 1 : perSecondSent); i++) {
                if (throttle.isAbuse(second * SECOND + i * SECOND / 1_000)) {
                    return second;
                }
            }
        }
        return -1;
    }

    @Test
    void shouldCallFiveSecondsBeyondFiveTimesTheRateAbuse() {
        assertThat(abusedAfter(51, -1)).isEqualTo(5);
        assertThat(abusedAfter(50, -1)).isEqualTo(-1);
        assertThat(abusedAfter(51, 3)).isEqualTo(9);
        assertThat(abusedAfter(51, 4)).isEqualTo(-1);
    }
}
