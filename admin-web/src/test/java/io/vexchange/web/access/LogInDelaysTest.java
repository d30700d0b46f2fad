package io.vexchange.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Wrong passwords cost ever more time, right ones none. */
class LogInDelaysTest {
    private final AtomicLong now = new AtomicLong(5);
    private final LogInDelays delays = new LogInDelays(now::get);

    private static long millis(final long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    private LogInDelays.Turn next() {
        return delays.begin("alpha", "127.0.0.1");
    }

    @Test
    void shouldDoubleTheDelayFromAQuarterOfASecondToThirty() {
        final long[] wanted = {250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000};
        for (final long each : wanted) {
            final LogInDelays.Turn turn = next();
            assertThat(millis(turn.waitNanos())).isZero();
            assertThat(millis(turn.delayNanos())).isEqualTo(each);
            now.addAndGet(turn.delayNanos());
        }
    }

    @Test
    void shouldLetAttemptsAtOnceTakeTurns() {
        next();
        final LogInDelays.Turn second = next();
        assertThat(millis(second.waitNanos())).isEqualTo(250);
        assertThat(millis(next().waitNanos())).isEqualTo(750);
    }

    @Test
    void shouldRefuseWhoWouldWaitOverThirtySeconds() {
        LogInDelays.Turn turn = next();
        int taken = 1;
        while (turn != null && taken < 20) {
            turn = next();
            taken++;
        }
        assertThat(turn).isNull();
        assertThat(taken).isEqualTo(8);
    }

    @Test
    void shouldForgetFailuresOnceThePasswordWasRight() {
        now.addAndGet(next().delayNanos());
        now.addAndGet(next().delayNanos());
        next();
        delays.right("alpha", "127.0.0.1");
        assertThat(next()).isEqualTo(new LogInDelays.Turn(0, TimeUnit.MILLISECONDS.toNanos(250)));
    }

    @Test
    void shouldNotDelayOtherUsersAndAddresses() {
        next();
        assertThat(delays.begin("beta", "127.0.0.1").waitNanos()).isZero();
        assertThat(delays.begin("alpha", "10.0.0.1").waitNanos()).isZero();
    }
}
