package io.vexchange.engine.core;

import static io.vexchange.engine.core.TestVenue.ALPHA;
import static io.vexchange.engine.core.TestVenue.BETA;
import static io.vexchange.engine.core.TestVenue.GAMMA;
import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.protocol.ExecutionReportDecoder;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PriceTimePriorityTest {
    private final TestVenue venue = new TestVenue();

    @Test
    void shouldRestWhatMeetsNothing() {
        assertThat(venue.order(ALPHA).buy(10).at(9_900).send()).containsExactly("1 0/0 open 10", "book + 1 10@9900");
    }

    @Test
    void shouldTellRestingOrderFirstThenAggressorPrintAndBook() {
        venue.order(BETA).sell(10).at(10_000).send();
        assertThat(venue.order(ALPHA).buy(4).at(10_100).send())
                .containsExactly(
                        "2 0/0 open 4",
                        "1 F/1 4@10000 open 6",
                        "2 F/2 4@10000 open 0",
                        "trade 4@10000",
                        "book ~ 1 6@10000");
    }

    @Test
    void shouldTradeAtTheRestingPriceWhoeverIsTheAggressor() {
        venue.order(ALPHA).buy(5).at(10_050).send();
        assertThat(venue.order(BETA).sell(5).at(9_950).send()).contains("1 F/2 5@10050 open 0", "trade 5@10050");
        venue.order(BETA).sell(5).at(9_990).send();
        assertThat(venue.order(ALPHA).buy(5).at(10_050).send()).contains("3 F/2 5@9990 open 0", "trade 5@9990");
    }

    @Test
    void shouldFillTheBetterPriceFirst() {
        final long worse = venue.order(BETA).sell(5).at(10_010).enter();
        final long better = venue.order(BETA).sell(5).at(10_000).enter();
        assertThat(venue.order(ALPHA).buy(7).at(10_010).send())
                .contains(better + " F/2 5@10000 open 0", worse + " F/1 2@10010 open 3");
    }

    @Test
    void shouldKeepThePlaceOfAPartFilledOrder() {
        final long first = venue.order(BETA).sell(5).at(10_000).enter();
        final long second = venue.order(GAMMA).sell(5).at(10_000).enter();
        venue.order(ALPHA).buy(2).at(10_000).send();
        venue.order(ALPHA).buy(2).at(10_000).send();
        assertThat(venue.order(ALPHA).buy(2).at(10_000).send())
                .contains(first + " F/2 1@10000 open 0", second + " F/1 1@10000 open 4");
    }

    @Test
    void shouldRestTheRestOfAnAggressorBehindTheOthersOfItsPrice() {
        venue.order(BETA).sell(3).at(10_000).send();
        assertThat(venue.order(ALPHA).buy(8).at(10_000).send()).endsWith("book - 1 0@10000", "book + 2 5@10000");
    }

    @Test
    void shouldKeepTheOthersOfALevelWhenOneInTheMiddleIsCancelled() {
        final long first = venue.order(BETA).sell(1).at(10_000).enter();
        final long middle = venue.order(BETA).sell(1).at(10_000).enter();
        final long last = venue.order(BETA).sell(1).at(10_000).enter();
        venue.cancel(BETA, middle);
        assertThat(venue.order(ALPHA).buy(3).at(10_000).send())
                .contains(first + " F/2 1@10000 open 0", last + " F/2 1@10000 open 0")
                .endsWith("book + 4 1@10000");
    }

    @Test
    void shouldForgetTheBestPriceWhenItsLastOrderGoes() {
        final long best = venue.order(BETA).sell(1).at(10_000).enter();
        final long next = venue.order(BETA).sell(1).at(10_070).enter();
        venue.cancel(BETA, best);
        assertThat(venue.order(ALPHA).buy(1).at(10_050).send()).endsWith("book + 3 1@10050");
        assertThat(venue.order(ALPHA).buy(1).at(10_070).send()).contains(next + " F/2 1@10070 open 0");
    }

    @Test
    void shouldFillFiveThousandOrdersOfOnePriceInOrder() {
        for (int i = 0; i < 5_000; i++) {
            venue.order(BETA).sell(1).at(10_000).send();
        }
        venue.order(ALPHA).buy(5_000).at(10_000).send();
        final List<Long> filled = venue.reports().stream()
                .filter(report -> report.execType() == 'F' && report.side() == '2')
                .map(ExecutionReportDecoder::orderId)
                .toList();
        assertThat(filled).hasSize(5_000).isSorted();
    }

    @Test
    void shouldTakePricesAtTheEndsOfTheCollar() {
        assertThat(venue.order(ALPHA).buy(1).at(9_000).send()).contains("book + 1 1@9000");
        assertThat(venue.order(BETA).sell(1).at(11_000).send()).contains("book + 2 1@11000");
        assertThat(venue.order(ALPHA).buy(1).at(8_999).send()).containsExactly("3 8/8 open 0 PRICE_COLLAR");
        assertThat(venue.order(BETA).sell(1).at(11_001).send()).containsExactly("4 8/8 open 0 PRICE_COLLAR");
    }

    @Test
    void shouldMoveTheCollarWithThePrintOnlyAfterItsCommand() {
        venue.order(BETA).sell(1).at(10_900).send();
        venue.order(ALPHA).buy(1).at(10_900).send();
        assertThat(venue.order(BETA).sell(1).at(11_990).send()).contains("book + 3 1@11990");
        assertThat(venue.order(ALPHA).buy(1).at(9_000).send()).containsExactly("4 8/8 open 0 PRICE_COLLAR");
    }

    @Test
    void shouldNumberPublicEventsWithoutGapsAndTellTheReportsTheNumberOfThePrint() {
        venue.order(BETA).sell(1).at(10_000).send();
        venue.order(ALPHA).buy(1).at(10_000).send();
        assertThat(venue.reports().stream()
                        .filter(report -> report.execType() == 'F')
                        .map(ExecutionReportDecoder::publicSequence))
                .containsExactly(2L, 2L);
    }
}
