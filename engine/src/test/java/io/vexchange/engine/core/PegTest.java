package io.vexchange.engine.core;

import static io.vexchange.engine.core.TestVenue.ALPHA;
import static io.vexchange.engine.core.TestVenue.ALPHA_A;
import static io.vexchange.engine.core.TestVenue.BETA;
import static io.vexchange.engine.core.TestVenue.GAMMA;
import static io.vexchange.engine.core.TestVenue.USD;
import static io.vexchange.engine.model.Phase.CONTINUOUS;
import static io.vexchange.engine.model.Phase.HALTED;
import static io.vexchange.engine.model.Phase.OPENING_AUCTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.model.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 40=P: where pegs stand, when they are parked, how they move and meet. */
final class PegTest {
    private final TestVenue venue = new TestVenue();

    @Test
    void shouldFollowItsSideOrBeParked() {
        assertThat(venue.order(ALPHA).buy(5).pegged('R').send()).containsExactly("1 0/0 open 5");
        assertThat(venue.order(BETA).buy(1).at(9_990).send())
                .containsExactly("2 0/0 open 1", "book + 2 1@9990", "peg 1 9990", "book + 1 5@9990");
        assertThat(venue.order(BETA).buy(1).at(9_995).send())
                .endsWith("peg 1 9995", "book - 1 0@9990", "book + 1 5@9995");
        venue.restart();
        assertThat(venue.status(ALPHA, "c1")).containsExactly("1 I/0 open 5");
        assertThat(venue.reports().get(0).workingPriceTicks()).isEqualTo(9_995);
        venue.cancel(BETA, 3);
        assertThat(venue.cancel(BETA, 2)).endsWith("book - 2 0@9990", "peg 1 parked", "book - 1 0@9990");
    }

    @Test
    void shouldStandBehindAllOrdersWithAPriceOfTheirOwn() {
        venue.order(BETA).sell(1).at(10_000).send();
        venue.order(ALPHA).sell(5).pegged('R').send();
        venue.order(GAMMA).sell(5).pegged('R').send();
        venue.order(BETA).sell(1).at(10_000).send();
        venue.restart();
        assertThat(venue.order(BETA).buy(9).at(10_000).mode('-').send())
                .containsSubsequence(
                        "1 F/2 1@10000 open 0", "4 F/2 1@10000 open 0", "2 F/2 5@10000 open 0", "3 F/1 2@10000 open 3");
    }

    @Test
    void shouldBeHeldWithinItsLimitAndTheCollarOfItsEntry() {
        venue.order(ALPHA).buy(1).pegged('R').at(9_950).send();
        venue.order(GAMMA).buy(2).pegged('R').send();
        final long value = 9_950L * 10_000L;
        assertThat(venue.balance(ALPHA_A, USD)).endsWith("held " + (value + value / 10_000));
        assertThat(venue.order(BETA).buy(1).at(9_970).send()).contains("peg 1 9950", "peg 2 9970");
        venue.reference(12_000);
        assertThat(venue.order(BETA).buy(1).at(11_500).send()).contains("peg 2 11000");
    }

    @Test
    void shouldStandInTheMiddleRoundedAwayFromTheOtherSide() {
        venue.order(BETA).buy(1).at(9_990).send();
        venue.order(BETA).sell(1).at(9_995).send();
        assertThat(venue.order(ALPHA).buy(1).pegged('M').send()).contains("peg 3 9992");
        assertThat(venue.order(GAMMA).sell(1).pegged('M').send()).contains("peg 4 9993");
    }

    @Test
    void shouldTradeWhenTwoMidPegsMeetWithTheLaterAsAggressor() {
        venue.order(BETA).buy(1).at(9_990).send();
        venue.order(BETA).sell(1).at(10_010).send();
        final long first = venue.order(ALPHA).sell(5).pegged('M').enter();
        assertThat(venue.order(GAMMA).buy(3).pegged('M').send())
                .containsExactly(
                        "4 0/0 open 3",
                        "peg 4 10000",
                        "book + 4 3@10000",
                        "book - 4 0@10000",
                        first + " F/1 3@10000 open 2",
                        "4 F/2 3@10000 open 0",
                        "trade 3@10000",
                        "book ~ " + first + " 2@10000");
        assertThat(venue.reports().get(2).liquidity()).isEqualTo((short) '2');
    }

    @Test
    void shouldPreventASelfTradeOfPegsByTheModeOfTheLater() {
        venue.order(BETA).buy(1).at(9_990).send();
        venue.order(BETA).sell(1).at(10_010).send();
        venue.order(ALPHA).sell(5).pegged('M').send();
        assertThat(venue.order(ALPHA).buy(3).pegged('M').send())
                .endsWith("book - 4 0@10000", "4 4/4 open 0 STP_NEWEST");
    }

    @Test
    void shouldBeParkedOutsideContinuousTradingAndKeepItsPlace() {
        venue.order(BETA).buy(1).at(9_990).send();
        final long one = venue.order(ALPHA).buy(2).pegged('R').enter();
        final long two = venue.order(GAMMA).buy(2).pegged('R').enter();
        assertThat(venue.phase(HALTED)).containsExactly("phase 1 6");
        assertThat(venue.auction(OPENING_AUCTION))
                .containsExactly(
                        "phase 1 3",
                        "peg " + one + " parked",
                        "book - " + one + " 0@9990",
                        "peg " + two + " parked",
                        "book - " + two + " 0@9990");
        venue.restart();
        assertThat(venue.phase(CONTINUOUS))
                .containsExactly(
                        "phase 1 4",
                        "peg " + one + " 9990",
                        "book + " + one + " 2@9990",
                        "peg " + two + " 9990",
                        "book + " + two + " 2@9990");
    }

    @Test
    void shouldBeParkedWhileItsReferenceIsBeyondTheDynamicCollar() {
        venue.dynamicCollar(400, 30);
        venue.order(BETA).buy(1).at(9_500).send();
        assertThat(venue.order(ALPHA).buy(2).pegged('R').send()).containsExactly("2 0/0 open 2");
        assertThat(venue.order(BETA).buy(1).at(9_600).send()).contains("peg 2 9600");
    }

    @Test
    void shouldNotBeAReferenceForOthers() {
        venue.order(BETA).buy(1).at(9_990).send();
        venue.order(BETA).sell(1).at(10_010).send();
        venue.order(ALPHA).buy(1).pegged('M').send();
        assertThat(venue.order(GAMMA).buy(1).pegged('R').send()).contains("peg 4 9990");
    }

    @Test
    void shouldMoveOnceAfterACommandAndItsStops() {
        venue.order(BETA).sell(1).at(10_000).send();
        venue.order(BETA).sell(1).at(10_010).send();
        venue.order(BETA).sell(1).at(10_020).send();
        final long stop = venue.order(GAMMA).buy(1).stop(10_005).enter();
        final long peg = venue.order(ALPHA).sell(5).pegged('R').at(10_005).enter();
        assertThat(venue.order(BETA).buy(3).at(10_010).mode('-').send())
                .containsSubsequence(
                        "1 F/2 1@10000 open 0",
                        peg + " F/1 2@10005 open 3",
                        stop + " L/0 open 1",
                        stop + " F/2 1@10005 open 0");
        assertThat(venue.told().stream()
                        .map(org.agrona.concurrent.UnsafeBuffer::new)
                        .map(Told::line)
                        .filter(it -> it.startsWith("peg")))
                .hasSizeLessThan(2);
    }

    @Test
    void shouldNeedItsInstructionAgainInAReplace() {
        venue.order(BETA).buy(1).at(9_990).send();
        final long peg = venue.order(ALPHA).buy(5).pegged('R').enter();
        assertThat(venue.replace(ALPHA, peg).lots(4).send()).containsExactly("reject 2 2/0 MISSING_FIELD");
        assertThat(venue.replace(ALPHA, peg).lots(4).peg('M').send()).containsExactly("reject 2 2/0 TYPE_CHANGE");
        assertThat(venue.replace(ALPHA, peg).lots(4).peg('R').send())
                .containsExactly("2 5/0 open 4", "book ~ 2 4@9990");
        assertThat(venue.replace(ALPHA, peg).at(9_980).peg('R').send())
                .containsExactly("2 5/0 open 4", "book - 2 0@9990", "peg 2 9980", "book + 2 4@9980");
        assertThat(venue.replace(ALPHA, peg).lots(6).peg('R').send())
                .containsExactly("2 5/0 open 6", "book - 2 0@9980", "peg 2 9980", "book + 2 6@9980");
    }

    @Test
    void shouldRefuseMoreThanAThousand() {
        venue.checkNoMore();
        for (int i = 0; i < 1_000; i++) {
            venue.order(ALPHA).buy(1).pegged('R').send();
        }
        assertThat(venue.order(ALPHA).buy(1).pegged('R').send()).containsExactly("1001 8/8 open 0 PEG_LIMIT");
        venue.cancel(ALPHA, 500);
        assertThat(venue.order(ALPHA).buy(1).pegged('R').send()).containsExactly("1002 0/0 open 1");
        venue.engine().checkInvariants();
    }

    @Test
    void shouldRefuseWhatDoesNotGoWithAPeg() {
        final List<String> refused = List.of(
                venue.order(ALPHA).buy(1).type('P').send().get(0),
                venue.order(ALPHA).buy(1).pegged('X').send().get(0),
                venue.order(ALPHA).buy(1).pegged('R').immediate().send().get(0),
                venue.order(ALPHA).buy(100).pegged('R').display(10).send().get(0),
                venue.order(ALPHA).buy(1).pegged('R').at(1).send().get(0));
        assertThat(refused)
                .containsExactly(
                        "1 8/8 open 0 " + Code.MISSING_FIELD,
                        "2 8/8 open 0 " + Code.UNSUPPORTED_COMBINATION,
                        "3 8/8 open 0 " + Code.UNSUPPORTED_COMBINATION,
                        "4 8/8 open 0 " + Code.UNSUPPORTED_COMBINATION,
                        "5 8/8 open 0 " + Code.PRICE_COLLAR);
    }
}
