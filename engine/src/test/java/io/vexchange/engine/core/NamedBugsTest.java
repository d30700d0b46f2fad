package io.vexchange.engine.core;

import static io.vexchange.engine.core.TestVenue.ALPHA;
import static io.vexchange.engine.core.TestVenue.BETA;
import static io.vexchange.engine.core.TestVenue.GAMMA;
import static io.vexchange.engine.core.TestVenue.NOON;
import static io.vexchange.engine.model.Phase.CLOSING_AUCTION;
import static io.vexchange.engine.model.Phase.CONTINUOUS;
import static io.vexchange.engine.model.Phase.OPENING_AUCTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.ExecutionReportDecoder;
import io.vexchange.engine.protocol.PhaseChangedDecoder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bugs that real engines ship, one each, which no other test of the rules names; decision 0037 says where the others are. */
final class NamedBugsTest {
    private final TestVenue venue = new TestVenue();

    @Test
    void shouldPreventATriggeredStopFromTradingWithItsOwnFirm() {
        venue.order(BETA).sell(1).at(10_010).send();
        venue.order(ALPHA).sell(5).at(10_020).send();
        final long stop = venue.order(ALPHA).buy(3).stop(10_010).mode('N').enter();
        assertThat(venue.order(GAMMA).buy(1).at(10_010).send())
                .containsSubsequence("trade 1@10010", stop + " L/0 open 3", stop + " 4/4 open 0 STP_NEWEST")
                .noneMatch(line -> line.startsWith("trade") && line.endsWith("10020"));
    }

    /** Each stop is reached by the print of the one before; nothing is left for the next command. */
    @Test
    void shouldRunACascadeOfStopsToItsEndInOneCommand() {
        for (int i = 1; i <= 4; i++) {
            venue.order(BETA).sell(1).at(10_000 + 10 * i).send();
        }
        final long second = venue.order(GAMMA).buy(1).stop(10_020).enter();
        final long first = venue.order(GAMMA).buy(1).stop(10_010).enter();
        final long third = venue.order(GAMMA).buy(1).stop(10_030).enter();
        assertThat(venue.order(ALPHA).buy(1).at(10_010).send())
                .containsSubsequence(
                        "trade 1@10010",
                        first + " L/0 open 1",
                        "trade 1@10020",
                        second + " L/0 open 1",
                        "trade 1@10030",
                        third + " L/0 open 1",
                        "trade 1@10040");
    }

    /** A tip comes again behind the orders of its price that were there before it, and before later ones. */
    @Test
    void shouldRefillTwoIcebergsOfOnePriceInTurn() {
        final long one = venue.order(BETA).sell(6).at(10_000).display(2).enter();
        final long two = venue.order(GAMMA).sell(6).at(10_000).display(2).enter();
        venue.order(ALPHA).buy(9).at(10_000).send();
        final List<Long> makers = venue.reports().stream()
                .filter(report -> report.execType() == 'F' && report.side() == '2')
                .map(ExecutionReportDecoder::orderId)
                .toList();
        assertThat(makers).containsExactly(one, two, one, two, one);
    }

    @Test
    void shouldNotRestCrossedAfterAReplaceNorLoseWhatIsLeft() {
        venue.order(BETA).sell(2).at(10_000).send();
        final long replaced = venue.order(ALPHA).buy(5).at(9_900).enter();
        assertThat(venue.replace(ALPHA, replaced).at(10_010).send())
                .containsSubsequence(
                        replaced + " 5/0 open 5",
                        "trade 2@10000",
                        "book - 1 0@10000",
                        "book + " + replaced + " 3@10010");
        assertThat(venue.order(BETA).sell(3).at(10_010).send()).contains(replaced + " F/2 3@10010 open 0");
    }

    /** A level's total says 10, of which an own order would end the aggressor behind the first 4. */
    @Test
    void shouldNotAddUpALevelForAFillOrKill() {
        venue.order(BETA).sell(4).at(10_000).send();
        venue.order(ALPHA).sell(6).at(10_000).send();
        assertThat(venue.order(ALPHA).buy(8).at(10_000).fillOrKill().mode('N').send())
                .containsExactly("3 0/0 open 8", "3 4/4 open 0 FOK_NOT_FILLABLE");
        assertThat(venue.order(ALPHA).buy(4).at(10_000).fillOrKill().mode('N').send())
                .contains("trade 4@10000");
    }

    /** Tips of orders with a price of their own come again before a peg is met, the own firm's too. */
    @Test
    void shouldFillAFillOrKillFromTipsThatComeBeforeAPeg() {
        venue.order(BETA).buy(12).at(9_990).display(2).send();
        venue.order(ALPHA).buy(1).pegged('R').send();
        assertThat(venue.order(ALPHA).sell(4).market().fillOrKill().mode('B').send())
                .contains("3 F/2 2@9990 open 0")
                .noneMatch(line -> line.contains("STP") || line.contains("FOK"));
    }

    @Test
    void shouldUseUpTipsBeforeAPegWhenItDecrements() {
        venue.order(BETA).buy(6).at(9_990).display(2).send();
        venue.order(ALPHA).buy(3).pegged('R').send();
        assertThat(venue.order(ALPHA).sell(6).market().fillOrKill().mode('D').send())
                .contains("3 F/2 2@9990 open 0")
                .noneMatch(line -> line.contains("STP") || line.contains("FOK"));
    }

    /** A refused act with a group of entries is read to its end all the same: else its texts are read out of the group. */
    @Test
    void shouldRefuseAScheduleOfAnUnknownInstrumentAndGoOn() {
        assertThat(venue.schedule(9, Map.of(NOON + 10, OPENING_AUCTION))).isEmpty();
        assertThat(venue.code()).isEqualTo(Code.NOT_FOUND);
        assertThat(venue.order(ALPHA).buy(1).at(10_000).send()).contains("1 0/0 open 1");
    }

    @Test
    void shouldTellTheEndOfAnAuctionThatFollowsAnother() {
        venue.schedule(Map.of(NOON + 10, OPENING_AUCTION, NOON + 20, CLOSING_AUCTION, NOON + 30, CONTINUOUS));
        venue.at(NOON + 10);
        assertThat(venue.at(NOON + 20)).containsExactly("phase 1 8");
        final PhaseChangedDecoder closing = venue.phaseChanged();
        assertThat(closing.untilMicros()).isEqualTo(NOON + 30);
        assertThat(closing.nextPhase()).isEqualTo((short) CONTINUOUS.number());
        assertThat(venue.at(NOON + 30)).containsExactly("phase 1 4");
    }
}
