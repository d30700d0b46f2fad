package io.vexchange.engine.core;

import static io.vexchange.engine.core.TestVenue.ALPHA;
import static io.vexchange.engine.core.TestVenue.BETA;
import static io.vexchange.engine.core.TestVenue.DAY;
import static io.vexchange.engine.core.TestVenue.NOON;
import static io.vexchange.engine.core.TestVenue.TODAY;
import static io.vexchange.engine.model.Phase.CANCEL_ONLY;
import static io.vexchange.engine.model.Phase.CLOSED;
import static io.vexchange.engine.model.Phase.CLOSING_AUCTION;
import static io.vexchange.engine.model.Phase.CONTINUOUS;
import static io.vexchange.engine.model.Phase.HALTED;
import static io.vexchange.engine.model.Phase.OPENING_AUCTION;
import static io.vexchange.engine.model.Phase.PRE_OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.Phase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scheduled changes of phase, what an operator sets beside them, and the reference price. */
final class ScheduleTest {
    private static final Map<Long, Phase> DAY_OF_TRADING = Map.of(
            NOON + 10,
            PRE_OPEN,
            NOON + 20,
            OPENING_AUCTION,
            NOON + 30,
            CONTINUOUS,
            NOON + 40,
            CLOSING_AUCTION,
            NOON + 50,
            CLOSED);

    private final TestVenue venue = new TestVenue();

    @Test
    void shouldRunThroughADay() {
        venue.phase(CLOSED);
        assertThat(venue.schedule(DAY_OF_TRADING))
                .containsExactly("schedule 1 2@" + (NOON + 10) + " 3@" + (NOON + 20) + " 4@" + (NOON + 30) + " 8@"
                        + (NOON + 40) + " 1@" + (NOON + 50));
        venue.restart();
        assertThat(venue.at(NOON + 10)).isEmpty();
        venue.phase(PRE_OPEN);
        assertThat(venue.at(NOON + 20)).containsExactly("phase 1 3");
        assertThat(venue.at(NOON + 30)).containsExactly("phase 1 4");
        assertThat(venue.at(NOON + 40)).containsExactly("phase 1 8");
        assertThat(venue.at(NOON + 50)).containsExactly("phase 1 1");
        assertThat(venue.engine().nextDueMicros()).isEqualTo(NOON + DAY / 2);
    }

    @Test
    void shouldDoAllThatFellDueInOrder() {
        venue.order(ALPHA).buy(1).at(10_000).until(NOON + DAY / 2).send();
        venue.schedule(Map.of(NOON + 20, OPENING_AUCTION, NOON + DAY / 2, CONTINUOUS, NOON + DAY / 2 + 1, CLOSED));
        assertThat(venue.at(NOON + DAY))
                .containsExactly(
                        "phase 1 3",
                        "day " + (TODAY + 1),
                        "phase 1 4",
                        "1 C/C open 0 EXPIRED",
                        "book - 1 0@10000",
                        "phase 1 1");
    }

    @Test
    void shouldNotLiftAHaltButClose() {
        venue.schedule(DAY_OF_TRADING);
        venue.phase(HALTED);
        assertThat(venue.at(NOON + 45)).isEmpty();
        assertThat(venue.at(NOON + 50)).containsExactly("phase 1 1");
        venue.phase(CONTINUOUS);
        venue.phase(CANCEL_ONLY);
        venue.schedule(Map.of(NOON + 60, OPENING_AUCTION));
        assertThat(venue.at(NOON + 60)).isEmpty();
    }

    @Test
    void shouldNotLiftWhatAnOperatorClosedNorEndHisAuction() {
        venue.schedule(DAY_OF_TRADING);
        venue.phase(CLOSED);
        assertThat(venue.at(NOON + 35)).isEmpty();
        venue.phase(OPENING_AUCTION, NOON + 100);
        assertThat(venue.at(NOON + 40)).isEmpty();
        assertThat(venue.at(NOON + 50)).containsExactly("phase 1 1");
    }

    @Test
    void shouldOpenByScheduleWhatTheScheduleClosed() {
        venue.schedule(Map.of(NOON + 10, CLOSED, NOON + 20, CONTINUOUS));
        assertThat(venue.at(NOON + 20)).containsExactly("phase 1 1", "phase 1 4");
    }

    @Test
    void shouldTakeTheWholeSetInPlaceOfTheEarlier() {
        venue.schedule(Map.of(NOON + 10, CLOSED));
        venue.time(NOON + 5);
        assertThat(venue.schedule(Map.of(NOON + 5, OPENING_AUCTION, NOON + 20, HALTED)))
                .isEmpty();
        assertThat(venue.code()).isEqualTo(Code.INVALID);
        assertThat(venue.schedule(Map.of(NOON + 5, OPENING_AUCTION, NOON + 20, CLOSED)))
                .containsExactly("schedule 1 1@" + (NOON + 20));
        assertThat(venue.at(NOON + 10)).isEmpty();
        assertThat(venue.at(NOON + 20)).containsExactly("phase 1 1");
        assertThat(venue.image()).contains("schedule 1");
    }

    @Test
    void shouldUncrossWhenTheScheduledAuctionEnds() {
        venue.schedule(Map.of(NOON + 10, OPENING_AUCTION, NOON + 20, CONTINUOUS));
        venue.at(NOON + 10);
        venue.order(ALPHA).buy(5).at(10_000).time('2').send();
        venue.order(BETA).sell(3).at(10_000).send();
        assertThat(venue.at(NOON + 20))
                .contains("trade 3@10000", "1 C/C open 0 AUCTION_LEFTOVER")
                .endsWith("phase 1 4");
    }

    @Test
    void shouldSetAReferencePriceThatTriggersNothing() {
        final long stop = venue.order(ALPHA).buy(1).stop(10_100).enter();
        assertThat(venue.reference(10_200)).containsExactly("reference 10200");
        venue.restart();
        assertThat(venue.order(ALPHA).buy(1).stop(10_300).send()).containsExactly("2 0/0 open 1");
        assertThat(venue.order(ALPHA).buy(1).at(11_220).immediate().send()).contains("3 0/0 open 1");
        assertThat(venue.order(ALPHA).buy(1).at(11_221).send()).containsExactly("4 8/8 open 0 PRICE_COLLAR");
        assertThat(venue.order(ALPHA).buy(1).stop(10_150).send())
                .contains("5 L/0 open 1")
                .doesNotContain(stop + " L/0 open 1");
        venue.phase(HALTED);
        assertThat(venue.phase(CONTINUOUS)).contains(stop + " L/0 open 1");
        assertThat(venue.reference(0)).isEmpty();
        assertThat(venue.code()).isEqualTo(Code.INVALID);
    }

    @Test
    void shouldKeepTheScheduleInTheImage() {
        venue.schedule(DAY_OF_TRADING);
        final List<String> before = venue.image();
        venue.restart();
        assertThat(venue.image()).isEqualTo(before).anyMatch(line -> line.startsWith("schedule 1 2@"));
    }
}
