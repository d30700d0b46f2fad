package io.vexchange.engine.core;

import static io.vexchange.engine.core.TestVenue.ALPHA;
import static io.vexchange.engine.core.TestVenue.ALPHA_A;
import static io.vexchange.engine.core.TestVenue.BETA;
import static io.vexchange.engine.core.TestVenue.GAMMA;
import static io.vexchange.engine.core.TestVenue.NOON;
import static io.vexchange.engine.core.TestVenue.USD;
import static io.vexchange.engine.model.Phase.CLOSED;
import static io.vexchange.engine.model.Phase.CLOSING_AUCTION;
import static io.vexchange.engine.model.Phase.CONTINUOUS;
import static io.vexchange.engine.model.Phase.HALTED;
import static io.vexchange.engine.model.Phase.OPENING_AUCTION;
import static io.vexchange.engine.model.Phase.PRE_OPEN;
import static io.vexchange.engine.model.Phase.VOLATILITY_AUCTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.EngineLimits;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.protocol.ExecutionReportDecoder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Call phases: what they take, how they end, and at which price. */
final class AuctionTest {
    private final TestVenue venue = new TestVenue();

    private static List<String> trades(final List<String> told) {
        return told.stream().filter(line -> line.startsWith("trade")).toList();
    }

    @Test
    void shouldTradeTheGreatestVolumeAtOnePriceByPriceAndTime() {
        venue.auction(OPENING_AUCTION);
        assertThat(venue.order(ALPHA).buy(5).at(10_002).send()).containsExactly("1 0/0 open 5", "book + 1 5@10002");
        venue.order(ALPHA).buy(5).at(10_000).send();
        assertThat(venue.order(BETA).sell(5).at(9_998).send()).containsExactly("3 0/0 open 5", "book + 3 5@9998");
        venue.order(BETA).sell(5).at(10_000).send();
        venue.order(BETA).sell(5).at(10_000).send();
        assertThat(venue.phase(CONTINUOUS))
                .containsExactly(
                        "1 F/2 5@10000 open 0",
                        "3 F/2 5@10000 open 0",
                        "trade 5@10000",
                        "book - 1 0@10002",
                        "book - 3 0@9998",
                        "2 F/2 5@10000 open 0",
                        "4 F/2 5@10000 open 0",
                        "trade 5@10000",
                        "book - 2 0@10000",
                        "book - 4 0@10000",
                        "phase 1 4");
    }

    /** Auction ties: each pair is lots@price of one order; the reference price is 10000. */
    @ParameterizedTest
    @CsvSource({
        "5@10010, 5@9990, 10000",
        "5@9998, 5@9990, 9998",
        "5@10010, 5@10004, 10004",
        "6@10010, 5@9990, 10010",
        "5@10010, 6@9990, 9990",
        "5@10010 5@10005, 7@10000, 10005",
        "10@10001, 5@9990 5@10001 1@10000, 10001",
        "5@10002 4@10001, 5@10000 4@10001, 10001",
        "7@10003 1@10001, 3@9990 4@9995, 10003",
        "5@10005 5@9995, 5@9995 5@10005, 10000"
    })
    void shouldChooseOnePriceAmongTies(final String buys, final String sells, final long priceTicks) {
        venue.auction(OPENING_AUCTION);
        for (final String each : buys.split(" ", -1)) {
            venue.order(ALPHA).buy(lots(each)).at(ticks(each)).send();
        }
        for (final String each : sells.split(" ", -1)) {
            venue.order(BETA).sell(lots(each)).at(ticks(each)).send();
        }
        assertThat(trades(venue.phase(CONTINUOUS)))
                .isNotEmpty()
                .allSatisfy(trade -> assertThat(trade).endsWith("@" + priceTicks));
    }

    private static long lots(final String order) {
        return Long.parseLong(order.substring(0, order.indexOf('@')));
    }

    private static long ticks(final String order) {
        return Long.parseLong(order.substring(order.indexOf('@') + 1));
    }

    @Test
    void shouldTellBothSidesOfAnAuctionTradeWithoutAnAggressor() {
        venue.auctionFee(200);
        venue.auction(OPENING_AUCTION);
        venue.order(BETA).sell(5).at(10_000).send();
        venue.order(ALPHA).buy(5).at(10_000).send();
        venue.phase(CONTINUOUS);
        final List<ExecutionReportDecoder> reports = venue.reports();
        assertThat(reports).hasSize(2).allSatisfy(report -> {
            assertThat((char) report.liquidity()).isEqualTo('4');
            assertThat(report.fee()).isEqualTo(5 * 10_000 * 10_000L * 200 / 1_000_000);
        });
        assertThat((char) reports.get(0).side()).isEqualTo('1');
        assertThat(venue.aggressorSides()).containsExactly((short) 0);
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"PRE_OPEN", "OPENING_AUCTION", "VOLATILITY_AUCTION", "CLOSING_AUCTION"})
    void shouldTakeWhatTheAdmissionTableSays(final Phase phase) {
        venue.auction(phase);
        final boolean opens = phase == PRE_OPEN || phase == OPENING_AUCTION;
        assertThat(venue.order(ALPHA).buy(1).at(9_900).immediate().send())
                .containsExactly("1 8/8 open 0 NOT_IN_THIS_PHASE");
        assertThat(venue.order(ALPHA).buy(1).at(9_900).fillOrKill().send())
                .containsExactly("2 8/8 open 0 NOT_IN_THIS_PHASE");
        assertThat(venue.order(ALPHA).buy(1).market().immediate().send())
                .containsExactly("3 8/8 open 0 NOT_IN_THIS_PHASE");
        assertThat(venue.order(ALPHA).buy(1).at(9_900).time('2').send().get(0))
                .isEqualTo(opens ? "4 0/0 open 1" : "4 8/8 open 0 NOT_IN_THIS_PHASE");
        assertThat(venue.order(ALPHA).buy(1).at(9_900).time('7').send().get(0))
                .isEqualTo(phase == CLOSING_AUCTION ? "5 0/0 open 1" : "5 8/8 open 0 UNSUPPORTED_COMBINATION");
        assertThat(venue.order(ALPHA).buy(1).market().send()).contains("6 0/0 open 1");
        assertThat(venue.order(ALPHA).buy(1).marketToLimit().send()).contains("7 0/0 open 1");
        assertThat(venue.order(ALPHA).buy(1).stop(9_000).send()).containsExactly("8 0/0 open 1");
        assertThat(venue.order(ALPHA).buy(1).pegged('R').send()).containsExactly("9 0/0 open 1");
        assertThat(venue.order(ALPHA).buy(100).at(9_900).display(10).send()).contains("book + 10 10@9900");
        assertThat(venue.cancel(ALPHA, 6)).contains("6 4/4 open 0");
        venue.restart();
        assertThat(venue.image()).contains("7 I/0 open 1", "8 I/0 open 1", "9 I/0 open 1");
    }

    @Test
    void shouldLetThePostOnlyFlagSleep() {
        venue.auction(OPENING_AUCTION);
        venue.order(BETA).sell(5).at(10_000).send();
        assertThat(venue.order(ALPHA).buy(5).at(10_001).postOnly().send()).contains("book + 2 5@10001");
        assertThat(venue.phase(CONTINUOUS)).contains("2 F/2 5@10000 open 0");
    }

    @Test
    void shouldTradeWithinAFirmInAnUncross() {
        venue.auction(OPENING_AUCTION);
        venue.order(ALPHA).sell(5).at(10_000).send();
        venue.order(ALPHA).buy(5).at(10_000).send();
        assertThat(trades(venue.phase(CONTINUOUS))).containsExactly("trade 5@10000");
    }

    @Test
    void shouldPutMarketOrdersFirstByTimeAndEndTheirRest() {
        venue.auction(OPENING_AUCTION);
        venue.order(ALPHA).buy(3).at(10_005).send();
        assertThat(venue.order(GAMMA).buy(3).market().send()).containsExactly("2 0/0 open 3");
        venue.order(GAMMA).buy(4).market().send();
        venue.order(BETA).sell(5).at(10_000).send();
        assertThat(venue.phase(CONTINUOUS))
                .containsExactly(
                        "2 F/2 3@10005 open 0",
                        "4 F/1 3@10005 open 2",
                        "trade 3@10005",
                        "book ~ 4 2@10000",
                        "3 F/1 2@10005 open 2",
                        "4 F/2 2@10005 open 0",
                        "trade 2@10005",
                        "book - 4 0@10000",
                        "3 4/4 open 0 NO_LIQUIDITY",
                        "phase 1 4");
    }

    @Test
    void shouldUseTheReferencePriceWhenNobodyNamesOne() {
        venue.auction(OPENING_AUCTION);
        venue.order(ALPHA).buy(3).market().send();
        venue.order(BETA).sell(3).market().send();
        assertThat(trades(venue.phase(CONTINUOUS))).containsExactly("trade 3@10000");
    }

    @Test
    void shouldHoldAMarketBuyAtTheUpperBoundOfTheStaticCollarAndKeepItThere() {
        venue.auction(OPENING_AUCTION);
        venue.order(ALPHA).buy(3).market().send();
        final long value = 3 * 11_000L * 10_000L;
        assertThat(venue.balance(ALPHA_A, USD)).endsWith("held " + (value + value / 10_000));
        venue.reference(10_900);
        venue.order(BETA).sell(3).at(11_500).send();
        assertThat(venue.phase(CONTINUOUS))
                .contains("1 4/4 open 0 NO_LIQUIDITY")
                .noneMatch(it -> it.contains("trade"));
    }

    @Test
    void shouldTradeAnIcebergWholeAtItsOwnTime() {
        venue.auction(OPENING_AUCTION);
        venue.order(BETA).sell(50).at(10_000).display(5).send();
        venue.order(BETA).sell(10).at(10_000).send();
        venue.order(ALPHA).buy(43).at(10_000).send();
        assertThat(venue.phase(CONTINUOUS))
                .containsExactly(
                        "3 F/2 43@10000 open 0",
                        "1 F/1 43@10000 open 7",
                        "trade 43@10000",
                        "book - 3 0@10000",
                        "phase 1 4");
        assertThat(venue.order(ALPHA).buy(4).at(10_000).send()).contains("1 F/1 4@10000 open 3", "book ~ 1 1@10000");
    }

    @Test
    void shouldLetTheRestOfAFilledMarketToLimitOrderStandAtTheUncrossPrice() {
        venue.auction(OPENING_AUCTION);
        venue.order(ALPHA).buy(8).marketToLimit().send();
        venue.order(ALPHA).sell(8).marketToLimit().time('0').send();
        venue.cancel(ALPHA, 2);
        venue.order(BETA).sell(5).at(9_990).send();
        assertThat(venue.phase(CONTINUOUS))
                .containsExactly(
                        "1 F/1 5@9990 open 3",
                        "3 F/2 5@9990 open 0",
                        "trade 5@9990",
                        "book - 3 0@9990",
                        "peg 1 9990",
                        "book + 1 3@9990",
                        "phase 1 4");
        assertThat(venue.order(BETA).sell(3).at(9_990).send()).contains("1 F/2 3@9990 open 0");
    }

    @Test
    void shouldEndOrdersForTheOpeningWithTheirUncross() {
        venue.auction(PRE_OPEN);
        venue.order(ALPHA).buy(5).at(10_000).time('2').send();
        venue.order(ALPHA).buy(5).market().time('2').send();
        venue.auction(OPENING_AUCTION);
        venue.order(BETA).sell(2).at(10_000).send();
        assertThat(venue.phase(CONTINUOUS))
                .contains(
                        "2 F/1 2@10000 open 3",
                        "1 C/C open 0 AUCTION_LEFTOVER",
                        "book - 1 0@10000",
                        "2 C/C open 0 AUCTION_LEFTOVER");
    }

    @Test
    void shouldKeepOrdersForTheCloseApartUntilTheirAuction() {
        venue.schedule(Map.of(NOON + 1_000, CLOSING_AUCTION, NOON + 2_000, CLOSED));
        assertThat(venue.order(ALPHA).buy(5).at(10_050).time('7').send()).containsExactly("1 0/0 open 5");
        assertThat(venue.order(ALPHA).buy(2).market().time('7').send()).containsExactly("2 0/0 open 2");
        venue.restart();
        assertThat(venue.order(BETA).sell(6).at(10_000).send()).containsExactly("3 0/0 open 6", "book + 3 6@10000");
        assertThat(venue.at(NOON + 1_000))
                .containsExactly("phase 1 8", "peg 1 10050", "book + 1 5@10050", "indicative 6@10050 surplus 1 1");
        assertThat(venue.at(NOON + 2_000))
                .containsExactly(
                        "2 F/2 2@10050 open 0",
                        "3 F/1 2@10050 open 4",
                        "trade 2@10050",
                        "book ~ 3 4@10000",
                        "1 F/1 4@10050 open 1",
                        "3 F/2 4@10050 open 0",
                        "trade 4@10050",
                        "book ~ 1 1@10050",
                        "book - 3 0@10000",
                        "phase 1 1",
                        "1 C/C open 0 AUCTION_LEFTOVER",
                        "book - 1 0@10050");
    }

    @Test
    void shouldCloseWithoutUncrossFromAnyOtherPhase() {
        venue.auction(OPENING_AUCTION);
        venue.order(ALPHA).buy(5).at(10_000).send();
        venue.order(BETA).sell(5).at(10_000).day().send();
        venue.order(BETA).sell(5).market().send();
        assertThat(venue.phase(CLOSED))
                .containsExactly("phase 1 1", "2 C/C open 0 DAY_END", "book - 2 0@10000", "3 C/C open 0 DAY_END");
    }

    @Test
    void shouldUncrossWhenItResumesIntoACrossedBook() {
        venue.auction(OPENING_AUCTION);
        venue.order(ALPHA).buy(5).at(10_010).send();
        venue.order(BETA).sell(5).at(10_000).send();
        assertThat(venue.phase(HALTED)).containsExactly("phase 1 6");
        assertThat(venue.engine().nextDueMicros()).isGreaterThan(NOON + 60_000_000);
        venue.restart();
        assertThat(venue.phase(CONTINUOUS)).contains("trade 5@10000").endsWith("phase 1 4");
    }

    @Test
    void shouldTestStopsAgainstTheUncrossPriceAndRunTheirCascade() {
        final long near = venue.order(GAMMA).buy(1).stop(10_020).enter();
        final long far = venue.order(GAMMA).buy(1).stop(10_030).enter();
        venue.auction(VOLATILITY_AUCTION);
        venue.order(ALPHA).buy(5).at(10_025).send();
        venue.order(BETA).sell(4).at(10_025).send();
        venue.order(BETA).sell(1).at(10_032).send();
        venue.order(BETA).sell(1).at(10_040).send();
        assertThat(venue.phase(CONTINUOUS))
                .containsSubsequence(
                        "trade 4@10025",
                        "phase 1 4",
                        near + " L/0 open 1",
                        near + " F/2 1@10032 open 0",
                        far + " L/0 open 1",
                        far + " F/2 1@10040 open 0");
    }

    @Test
    void shouldPublishTheIndicativePriceAtMostEachTenthOfASecond() {
        venue.auction(OPENING_AUCTION);
        venue.time(NOON + 100_000);
        venue.order(ALPHA).buy(5).at(10_000).send();
        venue.time(NOON + 150_000);
        assertThat(venue.order(BETA).sell(3).at(10_000).send()).containsExactly("2 0/0 open 3", "book + 2 3@10000");
        assertThat(venue.engine().nextDueMicros()).isEqualTo(NOON + 200_000);
        venue.restart();
        assertThat(venue.at(NOON + 200_000)).containsExactly("indicative 3@10000 surplus 2 1");
        assertThat(venue.image()).anyMatch(line -> line.startsWith("state 1 phase 3 indicative 3@10000"));
        venue.time(NOON + 400_000);
        assertThat(venue.order(BETA).sell(1).market().send())
                .containsExactly("3 0/0 open 1", "indicative 4@10000 surplus 1 1");
        venue.time(NOON + 450_000);
        venue.cancel(BETA, 3);
        venue.order(BETA).sell(1).market().send();
        assertThat(venue.at(NOON + 500_000)).isEmpty();
        venue.time(NOON + 700_000);
        assertThat(venue.cancel(ALPHA, 1)).contains("indicative none");
    }

    @Test
    void shouldNotPublishAnIndicativePriceBeforeTheOpening() {
        venue.auction(PRE_OPEN);
        venue.order(ALPHA).buy(5).at(10_000).send();
        assertThat(venue.order(BETA).sell(5).at(10_000).send()).hasSize(2);
        venue.time(NOON + 1);
        assertThat(venue.auction(OPENING_AUCTION)).containsExactly("phase 1 3", "indicative 5@10000 surplus 0");
    }

    @Test
    void shouldMoveTheEndOfAnAuctionThatRuns() {
        venue.phase(OPENING_AUCTION, NOON + 1_000);
        assertThat(venue.phase(OPENING_AUCTION, NOON + 1_000)).isEmpty();
        assertThat(venue.phase(OPENING_AUCTION, NOON + 2_000)).containsExactly("phase 1 3");
        assertThat(venue.at(NOON + 1_999)).isEmpty();
        assertThat(venue.at(NOON + 2_000)).containsExactly("phase 1 4");
    }

    @Test
    void shouldLetADueUncrossWaitWhileTheOutboxIsFull() {
        final TestVenue small = new TestVenue(EngineLimits.defaults().withOutboxEvents(40));
        small.hello("projector", 5);
        small.phase(OPENING_AUCTION, NOON + 1_000);
        small.order(ALPHA).buy(5).at(10_000).send();
        small.order(BETA).sell(5).at(10_000).send();
        small.consumed(2, 1, small.engine().sequence());
        while (small.engine().sequence() - small.engine().trimmedSequence() < 40) {
            small.cancel(ALPHA, 99);
        }
        assertThat(small.at(NOON + 1_000)).isEmpty();
        assertThat(small.engine().nextDueMicros()).isGreaterThan(NOON + 1_000);
        assertThat(small.consumed(2, 2, small.engine().sequence())).isEmpty();
        assertThat(small.at(NOON + 1_001)).contains("trade 5@10000", "phase 1 4");
    }

    @Test
    void shouldReplaceWhatWaits() {
        venue.auction(OPENING_AUCTION);
        venue.order(ALPHA).buy(5).market().send();
        venue.order(GAMMA).buy(5).market().send();
        assertThat(venue.replace(ALPHA, 1).lots(6).send()).containsExactly("1 5/0 open 6");
        assertThat(venue.replace(GAMMA, 2).lots(4).send()).containsExactly("2 5/0 open 4");
        assertThat(venue.replace(GAMMA, 2).type('2').at(10_000).send()).containsExactly("reject 2 2/0 TYPE_CHANGE");
        venue.order(ALPHA).buy(3).at(10_000).send();
        assertThat(venue.replace(ALPHA, 3).type('1').time('0').send())
                .containsExactly("3 5/0 open 3", "book - 3 0@10000");
        venue.order(BETA).sell(20).at(10_000).send();
        assertThat(trades(venue.phase(CONTINUOUS))).containsExactly("trade 4@10000", "trade 6@10000", "trade 3@10000");
    }

    @Test
    void shouldGoOnFromASnapshotInTheMiddleOfAnAuction() {
        final TestVenue straight = new TestVenue();
        final TestVenue restarted = new TestVenue();
        for (final TestVenue each : List.of(straight, restarted)) {
            each.schedule(Map.of(NOON + 9_000_000, CLOSING_AUCTION, NOON + 10_000_000, CLOSED));
            each.order(GAMMA).sell(4).at(10_100).time('7').send();
            each.auction(OPENING_AUCTION);
            each.order(ALPHA).buy(9).market().send();
            each.order(ALPHA).buy(9).marketToLimit().send();
            each.order(ALPHA).buy(2).pegged('M').at(10_020).send();
            each.order(BETA).sell(14).at(10_010).display(2).send();
        }
        restarted.restart();
        assertThat(restarted.snapshot())
                .usingElementComparator(java.util.Arrays::compare)
                .isEqualTo(straight.snapshot());
        for (long micros = NOON; micros <= NOON + 11_000_000; micros += 1_000_000) {
            assertThat(restarted.at(micros)).isEqualTo(straight.at(micros));
        }
        assertThat(restarted.phase(CONTINUOUS)).isEqualTo(straight.phase(CONTINUOUS));
        assertThat(restarted.image()).isEqualTo(straight.image());
    }
}
