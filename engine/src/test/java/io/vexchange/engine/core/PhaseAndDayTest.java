package io.vexchange.engine.core;

import static io.vexchange.engine.core.TestVenue.ALPHA;
import static io.vexchange.engine.core.TestVenue.BETA;
import static io.vexchange.engine.core.TestVenue.DAY;
import static io.vexchange.engine.core.TestVenue.GAMMA;
import static io.vexchange.engine.core.TestVenue.NOON;
import static io.vexchange.engine.core.TestVenue.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.Phase;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PhaseAndDayTest {
    private static final long MIDNIGHT = NOON + DAY / 2;

    private final TestVenue venue = new TestVenue();

    @Test
    void shouldTakeCancelsOnlyWhileItDoesNotTrade() {
        final long order = venue.order(ALPHA).buy(1).at(9_900).enter();
        final long other = venue.order(ALPHA).buy(1).at(9_900).enter();
        final Map<Phase, String> codes = Map.of(Phase.HALTED, "HALTED", Phase.CANCEL_ONLY, "CANCEL_ONLY");
        codes.forEach((phase, code) -> {
            venue.phase(phase);
            assertThat(venue.order(ALPHA).buy(1).at(9_900).send().get(0)).endsWith("8/8 open 0 " + code);
            assertThat(venue.replace(ALPHA, order).lots(2).send()).containsExactly("reject 1 2/0 " + code);
        });
        assertThat(venue.cancel(ALPHA, other)).contains("2 4/4 open 0");
        venue.phase(Phase.CLOSED);
        assertThat(venue.order(ALPHA).buy(1).at(9_900).send().get(0)).endsWith("8/8 open 0 MARKET_CLOSED");
        assertThat(venue.cancel(ALPHA, order)).contains("1 4/4 open 0");
    }

    @Test
    void shouldKeepBookAndPriorityOverAHalt() {
        final long first = venue.order(ALPHA).sell(5).at(10_000).enter();
        final long second = venue.order(BETA).sell(5).at(10_000).enter();
        venue.phase(Phase.HALTED);
        venue.phase(Phase.CONTINUOUS);
        assertThat(venue.order(GAMMA).buy(6).at(10_000).send())
                .contains(first + " F/2 5@10000 open 0", second + " F/1 1@10000 open 4");
    }

    @Test
    void shouldEndAHaltByItselfWhenItIsTimed() {
        venue.phase(Phase.HALTED, NOON + 1_000);
        assertThat(venue.engine().nextDueMicros()).isEqualTo(NOON + 1_000);
        assertThat(venue.at(NOON + 999)).isEmpty();
        venue.restart();
        assertThat(venue.at(NOON + 1_000)).containsExactly("phase 1 4");
    }

    @Test
    void shouldOnlyOpenWhatIsClosed() {
        venue.phase(Phase.CLOSED);
        for (final Phase phase :
                new Phase[] {Phase.HALTED, Phase.CANCEL_ONLY, Phase.VOLATILITY_AUCTION, Phase.CLOSING_AUCTION}) {
            venue.phase(phase, NOON + 1_000);
            assertThat(venue.code()).as(phase.name()).isEqualTo(Code.PHASE_CHANGE_NOT_ALLOWED);
        }
        assertThat(venue.phase(Phase.CLOSED)).isEmpty();
        assertThat(venue.phase(Phase.CONTINUOUS)).containsExactly("phase 1 4");
    }

    @Test
    void shouldNeedTheEndOfAnAuction() {
        for (final Phase phase : new Phase[] {Phase.OPENING_AUCTION, Phase.VOLATILITY_AUCTION, Phase.CLOSING_AUCTION}) {
            venue.phase(phase);
            assertThat(venue.code()).as(phase.name()).isEqualTo(Code.MISSING_FIELD);
            venue.phase(phase, NOON);
            assertThat(venue.code()).as(phase.name()).isEqualTo(Code.INVALID_FIELD);
        }
    }

    @Test
    void shouldEndDayOrdersWhenTheMarketCloses() {
        venue.order(ALPHA).buy(1).at(9_900).day().send();
        venue.order(ALPHA).buy(1).at(9_900).send();
        venue.order(ALPHA).buy(1).stop(10_500).day().send();
        assertThat(venue.phase(Phase.CLOSED))
                .containsExactly("phase 1 1", "1 C/C open 0 DAY_END", "book - 1 0@9900", "3 C/C open 0 DAY_END");
    }

    @Test
    void shouldRollTheDay() {
        venue.order(ALPHA).buy(1).at(9_900).id("day").day().send();
        venue.order(ALPHA).buy(1).at(9_800).id("gtc").send();
        venue.order(ALPHA).buy(1).at(9_700).untilDay(TODAY).send();
        venue.order(ALPHA).buy(1).at(9_600).untilDay(TODAY + 1).send();
        venue.order(ALPHA).buy(1).at(1).id("refused").send();
        assertThat(venue.engine().nextDueMicros()).isEqualTo(MIDNIGHT);
        assertThat(venue.at(MIDNIGHT - 1)).isEmpty();
        assertThat(venue.at(MIDNIGHT))
                .containsExactly(
                        "1 C/C open 0 DAY_END",
                        "book - 1 0@9900",
                        "3 C/C open 0 EXPIRED",
                        "book - 3 0@9700",
                        "day " + (TODAY + 1));
        assertThat(venue.order(ALPHA).buy(1).at(9_900).id("day").send()).contains("6 0/0 open 1");
        assertThat(venue.order(ALPHA).buy(1).at(9_900).id("refused").send()).contains("7 0/0 open 1");
        assertThat(venue.order(ALPHA).buy(1).at(9_900).id("gtc").send())
                .containsExactly("2 8/0 open 1 DUPLICATE_CLORDID");
    }

    @Test
    void shouldExpireAnOrderAtItsInstantBeforeTheCommandOfThatInstant() {
        venue.order(ALPHA).buy(1).at(10_000).until(NOON + 500).send();
        venue.time(NOON + 500);
        assertThat(venue.order(BETA).sell(1).at(10_000).send())
                .containsExactly("1 C/C open 0 EXPIRED", "book - 1 0@10000", "2 0/0 open 1", "book + 2 1@10000");
    }

    @Test
    void shouldDoWhatFellDueWhileItWasDownInOrder() {
        venue.order(ALPHA).buy(1).at(9_900).until(MIDNIGHT + 5).send();
        venue.order(ALPHA).buy(1).at(9_900).until(NOON + 5).send();
        venue.order(ALPHA).buy(1).at(9_900).until(NOON + 5).send();
        assertThat(venue.at(MIDNIGHT + DAY))
                .containsExactly(
                        "2 C/C open 0 EXPIRED",
                        "book - 2 0@9900",
                        "3 C/C open 0 EXPIRED",
                        "book - 3 0@9900",
                        "day " + (TODAY + 1),
                        "1 C/C open 0 EXPIRED",
                        "book - 1 0@9900",
                        "day " + (TODAY + 2));
    }

    @Test
    void shouldRefuseADateThatHasPassed() {
        assertThat(venue.order(ALPHA).buy(1).at(9_900).until(NOON).send()).containsExactly("1 8/8 open 0 EXPIRE_TIME");
        assertThat(venue.order(ALPHA).buy(1).at(9_900).untilDay(TODAY - 1).send())
                .containsExactly("2 8/8 open 0 EXPIRE_TIME");
        assertThat(venue.order(ALPHA)
                        .buy(1)
                        .at(9_900)
                        .untilDay(TODAY)
                        .until(NOON + 1)
                        .send())
                .containsExactly("3 8/8 open 0 UNSUPPORTED_COMBINATION");
        assertThat(venue.order(ALPHA).buy(1).at(9_900).time('6').send()).containsExactly("4 8/8 open 0 MISSING_FIELD");
    }

    @Test
    void shouldLetAGoodTillCancelOrderLiveNinetyDaysAtMost() {
        venue.order(ALPHA).buy(1).at(9_900).send();
        assertThat(venue.at(MIDNIGHT + 88 * DAY)).noneMatch(line -> line.contains("EXPIRED"));
        assertThat(venue.at(MIDNIGHT + 89 * DAY)).contains("1 C/C open 0 EXPIRED");
    }

    @Test
    void shouldNeverGoBackInTime() {
        venue.order(ALPHA).buy(1).at(9_900).send();
        venue.time(NOON - 1_000);
        venue.order(ALPHA).buy(1).at(9_900).send();
        assertThat(venue.reports().get(0).timeMicros()).isEqualTo(NOON);
    }
}
