package io.vexchange.engine.core;

import static io.vexchange.engine.core.TestVenue.ALPHA;
import static io.vexchange.engine.core.TestVenue.BETA;
import static io.vexchange.engine.core.TestVenue.GAMMA;
import static io.vexchange.engine.core.TestVenue.NOON;
import static io.vexchange.engine.model.Phase.CLOSED;
import static io.vexchange.engine.model.Phase.CLOSING_AUCTION;
import static io.vexchange.engine.model.Phase.CONTINUOUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.model.Phase;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dynamic collar, 4 % around 100.00 with a static one of 10 % and a band of 3 %, and the auction it begins. */
final class DynamicCollarTest {
    private static final long LENGTH = 30_000_000;

    private final TestVenue venue = new TestVenue();

    @BeforeEach
    void setUp() {
        venue.dynamicCollar(400, 30);
    }

    @Test
    void shouldBeginAnAuctionWhereItStopsALimitOrder() {
        venue.order(BETA).sell(1).at(10_400).send();
        venue.order(BETA).sell(5).at(10_401).send();
        assertThat(venue.order(ALPHA).buy(5).at(10_500).send())
                .containsExactly(
                        "3 0/0 open 5",
                        "1 F/2 1@10400 open 0",
                        "3 F/1 1@10400 open 4",
                        "trade 1@10400",
                        "book - 1 0@10400",
                        "book + 3 4@10500",
                        "phase 1 5",
                        "indicative 4@10401 surplus 1 2");
        venue.restart();
        assertThat(venue.engine().nextDueMicros()).isEqualTo(NOON + LENGTH);
        assertThat(venue.at(NOON + LENGTH)).contains("trade 4@10401").endsWith("phase 1 4");
    }

    @Test
    void shouldBeginAnAuctionThoughNothingTraded() {
        venue.order(BETA).sell(5).at(10_450).send();
        assertThat(venue.order(ALPHA).buy(5).at(10_450).send())
                .startsWith("2 0/0 open 5", "book + 2 5@10450", "phase 1 5");
    }

    @Test
    void shouldEndWhatMayNotWaitWithoutAnAuction() {
        venue.order(BETA).sell(1).at(10_300).send();
        venue.order(BETA).sell(5).at(10_401).send();
        assertThat(venue.order(ALPHA).buy(5).at(10_500).immediate().send())
                .contains("3 F/1 1@10300 open 4", "3 4/4 open 0 DYNAMIC_COLLAR")
                .noneMatch(line -> line.startsWith("phase"));
        venue.order(BETA).sell(1).at(10_800).send();
        assertThat(venue.order(ALPHA).buy(6).at(10_900).fillOrKill().send()).contains("5 4/4 open 0 DYNAMIC_COLLAR");
        assertThat(venue.order(ALPHA).buy(6).at(10_700).fillOrKill().send()).contains("6 4/4 open 0 FOK_NOT_FILLABLE");
    }

    @Test
    void shouldTellTheBandFromTheCollar() {
        venue.order(BETA).sell(1).at(10_200).send();
        venue.order(BETA).sell(1).at(10_450).send();
        venue.order(BETA).sell(1).at(10_520).send();
        assertThat(venue.order(ALPHA).buy(5).market().send())
                .contains("4 F/1 1@10200 open 4", "4 4/4 open 0 DYNAMIC_COLLAR");
        venue.reference(10_000);
        venue.order(BETA).sell(1).at(9_900).send();
        assertThat(venue.order(ALPHA).buy(5).market().send())
                .contains("6 F/1 1@9900 open 4", "6 4/4 open 0 PROTECTION_BAND");
    }

    @Test
    void shouldNotMoveTheCollarBeforeTheCommandIsDone() {
        venue.order(BETA).sell(1).at(10_300).send();
        venue.order(BETA).sell(1).at(10_500).send();
        assertThat(venue.order(ALPHA).buy(2).at(10_500).send())
                .contains("3 F/1 1@10300 open 1", "phase 1 5")
                .doesNotContain("trade 1@10500");
    }

    @Test
    void shouldMoveTheCollarWithTheLastPriceOfACommand() {
        venue.order(BETA).sell(1).at(10_300).send();
        venue.order(BETA).sell(1).at(10_500).send();
        venue.order(ALPHA).buy(1).at(10_300).send();
        assertThat(venue.order(ALPHA).buy(1).at(10_500).send()).contains("4 F/2 1@10500 open 0");
    }

    @Test
    void shouldLetATriggeredStopWaitAsAMarketOrder() {
        final long stop = venue.order(ALPHA).buy(2).stop(10_350).enter();
        final long limit = venue.order(ALPHA).buy(2).stopLimit(10_350, 10_450).enter();
        venue.order(BETA).sell(1).at(10_350).send();
        venue.order(BETA).sell(3).at(10_420).send();
        assertThat(venue.order(GAMMA).buy(1).at(10_350).send())
                .containsSubsequence(
                        "trade 1@10350",
                        stop + " L/0 open 2",
                        "phase 1 5",
                        limit + " L/0 open 2",
                        "book + " + limit + " 2@10450");
        venue.restart();
        assertThat(venue.phase(CONTINUOUS))
                .containsSubsequence(
                        stop + " F/2 2@10450 open 0", limit + " F/1 1@10450 open 1", "book ~ " + limit + " 1@10450");
    }

    @Test
    void shouldNotBuyInTheAuctionBeyondWhatAStopsHoldCovers() {
        final long stop = venue.order(ALPHA).buy(2).stop(10_050).enter();
        venue.order(BETA).sell(1).at(10_050).send();
        venue.order(BETA).sell(3).at(10_410).send();
        assertThat(venue.order(GAMMA).buy(1).at(10_050).send()).contains(stop + " L/0 open 2", "phase 1 5");
        venue.order(GAMMA).buy(1).at(10_410).send();
        assertThat(venue.phase(CONTINUOUS)).contains("trade 1@10410", stop + " 4/4 open 0 NO_LIQUIDITY");
    }

    @Test
    void shouldProlongTheAuctionTwiceWhileItsPriceIsOutsideTheStaticCollar() {
        venue.order(BETA).sell(5).at(10_450).send();
        venue.order(ALPHA).buy(5).at(10_450).send();
        venue.reference(9_000);
        assertThat(venue.at(NOON + LENGTH)).containsExactly("phase 1 5");
        venue.restart();
        assertThat(venue.engine().nextDueMicros()).isEqualTo(NOON + LENGTH + 100_000);
        assertThat(venue.at(NOON + LENGTH + 100_000)).containsExactly("indicative 5@10450 surplus 0");
        assertThat(venue.at(NOON + 2 * LENGTH)).contains("phase 1 5");
        assertThat(venue.at(NOON + 3 * LENGTH)).contains("trade 5@10450").endsWith("phase 1 4");
    }

    @Test
    void shouldLetTheOperatorEndIt() {
        venue.order(BETA).sell(5).at(10_450).send();
        venue.order(ALPHA).buy(5).at(10_450).send();
        assertThat(venue.phase(CONTINUOUS)).contains("trade 5@10450").endsWith("phase 1 4");
    }

    @Test
    void shouldBeTakenOverByTheScheduledClosingAuction() {
        venue.schedule(Map.of(NOON + 1_000, CLOSING_AUCTION, NOON + LENGTH + 5, CLOSED));
        venue.order(BETA).sell(5).at(10_450).send();
        venue.order(ALPHA).buy(5).at(10_450).send();
        assertThat(venue.at(NOON + 1_000)).startsWith("phase 1 8").noneMatch(line -> line.startsWith("trade"));
        assertThat(venue.at(NOON + LENGTH)).isEmpty();
        assertThat(venue.at(NOON + LENGTH + 5)).contains("trade 5@10450", "phase 1 1");
    }

    @Test
    void shouldMeasureTheCascadeAfterAnUncrossFromItsPrice() {
        final long stop = venue.order(GAMMA).buy(1).stop(10_400).enter();
        venue.auction(Phase.OPENING_AUCTION);
        venue.order(BETA).sell(1).at(10_450).send();
        venue.order(ALPHA).buy(1).at(10_450).send();
        venue.order(BETA).sell(1).at(10_700).send();
        assertThat(venue.phase(CONTINUOUS))
                .endsWith(
                        "phase 1 4",
                        stop + " L/0 open 1",
                        "3 F/2 1@10700 open 0".replace("3 ", "4 "),
                        stop + " F/2 1@10700 open 0",
                        "trade 1@10700",
                        "book - 4 0@10700");
    }
}
