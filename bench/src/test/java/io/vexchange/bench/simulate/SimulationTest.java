package io.vexchange.bench.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Simulated nodes lose nothing; nodes with a mistake are found out. */
final class SimulationTest {
    private static final int SEEDS = 20;
    private static final int STEPS = 1_000;
    private static final int SEEDS_OF_A_MISTAKE = 60;

    @Test
    void shouldLoseNothingThatWasAcknowledged() {
        long restarts = 0;
        long snapshots = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            final Simulation simulation = new Simulation(seed);
            simulation.run(STEPS);
            restarts += simulation.restarts();
            snapshots += simulation.snapshots();
        }
        assertThat(restarts).as("starts").isGreaterThan(10 * SEEDS);
        assertThat(snapshots).as("snapshots").isGreaterThan(10 * SEEDS);
    }

    @Test
    void shouldRunTheSameForTheSameSeed() {
        final long digest = new Simulation(7).run(STEPS);

        assertThat(new Simulation(7).run(STEPS)).isEqualTo(digest);
        assertThat(new Simulation(8).run(STEPS)).isNotEqualTo(digest);
    }

    @ParameterizedTest
    @EnumSource(value = Faults.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void shouldFindTheMistakeOfANode(final Faults faults) {
        assertThatThrownBy(() -> {
                    for (int seed = 1; seed <= SEEDS_OF_A_MISTAKE; seed++) {
                        new Simulation(seed, faults).run(STEPS);
                    }
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("seed=");
    }
}
