package io.vexchange.engine.model_check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.vexchange.engine.EngineLimits;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Seeded random runs of the engine beside the naive model. {@code -Dseed=N} repeats one, {@code -Dminutes=N} goes on with new seeds for so
 * long; otherwise the seeds from 1 on for about twenty seconds.
 */
final class ModelCheckTest {
    private static final long SECONDS = 18;
    private static final int LENGTH = 400;

    @Test
    void shouldTellWhatTheRulesSay() {
        final Long only = Long.getLong("seed");
        if (only != null) {
            check(only);
            return;
        }
        final Long minutes = Long.getLong("minutes");
        final long first = minutes == null ? 1 : System.currentTimeMillis() << 20;
        final Duration budget = minutes == null ? Duration.ofSeconds(SECONDS) : Duration.ofMinutes(minutes);
        final long end = System.nanoTime() + budget.toNanos();
        long seed = first;
        while (System.nanoTime() < end) {
            check(seed++);
        }
        assertThat(seed)
                .as("runs in %d s", TimeUnit.NANOSECONDS.toSeconds(budget.toNanos()))
                .isGreaterThan(first);
    }

    private static void check(final long seed) {
        final String story = new Run(seed, LENGTH, outboxBound -> new EngineSubject(limits(outboxBound))).failure();
        if (story != null) {
            fail(story);
        }
    }

    private static EngineLimits limits(final long outboxBound) {
        return new EngineLimits(outboxBound, 100_000, 100_000, NaiveVenue.GTC_DAYS);
    }
}
