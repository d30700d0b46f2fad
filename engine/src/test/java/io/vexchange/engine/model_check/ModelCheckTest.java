package io.vexchange.engine.model_check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.vexchange.engine.EngineLimits;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Seeded random runs of the engine beside the naive model. {@code -Dseed=N} repeats one, {@code -Dminutes=N} goes on with new seeds for so
 * long; otherwise the seeds from 1 on for about twenty seconds.
 */
final class ModelCheckTest {
    private static final int SEEDS = 32;
    private static final int LENGTH = 400;

    /** The same runs each time; {@code -Dminutes=} goes on from a seed of its own, {@code -Dseed=} repeats one. */
    @Test
    void shouldTellWhatTheRulesSay() {
        final Long only = Long.getLong("seed");
        if (only != null) {
            check(only);
            return;
        }
        final Long minutes = Long.getLong("minutes");
        if (minutes == null) {
            for (long seed = 1; seed <= SEEDS; seed++) {
                check(seed);
            }
            return;
        }
        final long first = System.currentTimeMillis() << 20;
        final long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
        long seed = first;
        while (System.nanoTime() < end) {
            check(seed++);
        }
        assertThat(seed).as("runs in %d min", minutes).isGreaterThan(first);
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
