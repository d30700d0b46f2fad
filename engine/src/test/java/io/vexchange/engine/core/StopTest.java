package io.vexchange.engine.core;

import static io.vexchange.engine.core.TestVenue.ALPHA;
import static io.vexchange.engine.core.TestVenue.BETA;
import static io.vexchange.engine.core.TestVenue.GAMMA;
import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.model.Phase;
import org.junit.jupiter.api.Test;

final class StopTest {
    private final TestVenue venue = new TestVenue();

    private void print(final long ticks) {
        venue.order(BETA).sell(1).at(ticks).send();
        venue.order(GAMMA).buy(1).at(ticks).send();
    }

    @Test
    void shouldWaitUntilAPrintReachesIt() {
        final long stop = venue.order(ALPHA).buy(5).stop(10_020).enter();
        assertThat(venue.reports().get(0).flags() & 4).isEqualTo(4);
        print(10_019);
        venue.order(BETA).sell(1).at(10_020).send();
        venue.order(BETA).sell(9).at(10_025).send();
        assertThat(venue.order(GAMMA).buy(1).at(10_020).send())
                .endsWith(
                        stop + " L/0 open 5",
                        "5 F/1 5@10025 open 4",
                        stop + " F/2 5@10025 open 0",
                        "trade 5@10025",
                        "book ~ 5 4@10025");
    }

    @Test
    void shouldTriggerAtOnceWhenTheReferenceHasReachedIt() {
        venue.order(BETA).sell(5).at(10_020).send();
        assertThat(venue.order(ALPHA).buy(1).stop(10_000).send())
                .startsWith("2 0/0 open 1", "2 L/0 open 1")
                .contains("2 F/2 1@10020 open 0");
    }

    @Test
    void shouldRestAsALimitOrderAfterTheTrigger() {
        final long stop = venue.order(ALPHA).buy(5).stopLimit(10_020, 10_015).enter();
        print(10_020);
        assertThat(venue.order(BETA).sell(5).at(10_015).send()).contains(stop + " F/2 5@10015 open 0");
    }

    @Test
    void shouldLookAtEveryPrintOfASweep() {
        final long stop = venue.order(ALPHA).buy(1).stop(10_015).enter();
        venue.order(BETA).sell(1).at(10_030).send();
        venue.order(BETA).buy(1).at(10_020).send();
        venue.order(BETA).buy(1).at(10_010).send();
        assertThat(venue.order(GAMMA).sell(2).at(10_010).send())
                .contains(stop + " L/0 open 1", stop + " F/2 1@10030 open 0");
    }

    @Test
    void shouldTriggerTheNearestFirstThenByTime() {
        final long far = venue.order(ALPHA).buy(1).stop(10_020).enter();
        final long near = venue.order(GAMMA).buy(1).stop(10_010).enter();
        final long later = venue.order(ALPHA).buy(1).stop(10_010).enter();
        for (final long ticks : new long[] {10_020, 10_030, 10_040, 10_050}) {
            venue.order(BETA).sell(1).at(ticks).send();
        }
        assertThat(venue.order(GAMMA).buy(1).at(10_020).send())
                .containsSubsequence(
                        near + " F/2 1@10030 open 0", later + " F/2 1@10040 open 0", far + " F/2 1@10050 open 0");
    }

    @Test
    void shouldNotBuyBeyondWhatItsHoldCovers() {
        final long stop = venue.order(ALPHA).buy(2).stop(10_010).enter();
        venue.order(BETA).sell(1).at(10_010).send();
        venue.order(BETA).sell(1).at(10_311).send();
        assertThat(venue.order(GAMMA).buy(1).at(10_010).send()).endsWith(stop + " 4/4 open 0 COVER_EXCEEDED");
    }

    @Test
    void shouldKeepItsPlaceWhenItShrinksAndLoseItWithAnotherStopPrice() {
        final long one = venue.order(ALPHA).buy(2).stop(10_010).enter();
        final long two = venue.order(GAMMA).buy(1).stop(10_010).enter();
        assertThat(venue.replace(ALPHA, one).lots(1).send()).containsExactly(one + " 5/0 open 1");
        venue.replace(GAMMA, two).stop(10_011).send();
        venue.replace(GAMMA, two).stop(10_010).send();
        venue.order(BETA).sell(1).at(10_010).send();
        venue.order(BETA).sell(9).at(10_020).send();
        assertThat(venue.order(GAMMA).buy(1).at(10_010).send())
                .containsSubsequence(one + " L/0 open 1", two + " L/0 open 1");
    }

    @Test
    void shouldTriggerWhenAReplaceBringsItIntoReach() {
        final long stop = venue.order(ALPHA).buy(1).stop(10_010).enter();
        assertThat(venue.replace(ALPHA, stop).stop(10_000).send())
                .startsWith(stop + " 5/0 open 1", stop + " L/0 open 1");
    }

    @Test
    void shouldTurnIntoAStopLimitWhileItWaits() {
        final long stop = venue.order(ALPHA).buy(1).stop(10_010).enter();
        assertThat(venue.replace(ALPHA, stop).type('4').at(10_020).send()).containsExactly(stop + " 5/0 open 1");
        assertThat(venue.reports().get(0).orderType()).isEqualTo((short) '4');
    }

    @Test
    void shouldBeTestedAgainWhenTheMarketOpens() {
        final long stop = venue.order(ALPHA).sell(1).stop(9_990).enter();
        assertThat(venue.phase(Phase.HALTED)).containsExactly("phase 1 6");
        assertThat(venue.phase(Phase.CONTINUOUS)).containsExactly("phase 1 4");
        print(9_990);
        assertThat(venue.status(ALPHA, "c1")).containsExactly(stop + " I/4 open 0 NO_LIQUIDITY");
    }

    @Test
    void shouldBeCancelledLikeAnyOrder() {
        final long stop = venue.order(ALPHA).buy(1).stop(10_010).enter();
        assertThat(venue.cancel(ALPHA, stop)).containsExactly(stop + " 4/4 open 0");
        print(10_010);
        assertThat(venue.reports()).hasSize(3);
    }
}
