package io.vexchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GapGuardTest {
    private final GapGuard guard = new GapGuard();

    @Test
    void shouldKeepABoundedNumberUntilTheGapIsFilled() {
        for (int number = 3; number < 3 + GapGuard.MOST_KEPT; number++) {
            assertThat(guard.admits("D", number, 2)).isTrue();
        }
        final int next = 3 + GapGuard.MOST_KEPT;
        assertThat(guard.admits("D", next, 2)).isFalse();
        assertThat(guard.admits("D", 2, 2)).isTrue();
        assertThat(guard.admits("A", next, 2)).isTrue();
        assertThat(guard.admits("5", next, 2)).isTrue();
        assertThat(guard.admits("D", next, 3)).as("it is not filled yet").isFalse();
        assertThat(guard.admits("D", next + 1, next)).as("it is filled").isTrue();
    }

    @Test
    void shouldBeginAnewWithAConnection() {
        for (int number = 3; number < 3 + GapGuard.MOST_KEPT; number++) {
            guard.admits("D", number, 2);
        }
        guard.begin();
        assertThat(guard.admits("D", 9_000, 2)).isTrue();
    }
}
