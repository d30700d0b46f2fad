package io.vexchange.engine.core;

import static io.vexchange.engine.core.TestVenue.ACME_UNITS;
import static io.vexchange.engine.core.TestVenue.ALPHA;
import static io.vexchange.engine.core.TestVenue.ALPHA_A;
import static io.vexchange.engine.core.TestVenue.BETA;
import static io.vexchange.engine.core.TestVenue.BETA_A;
import static io.vexchange.engine.core.TestVenue.DAY;
import static io.vexchange.engine.core.TestVenue.FEES;
import static io.vexchange.engine.core.TestVenue.GAMMA;
import static io.vexchange.engine.core.TestVenue.MONEY;
import static io.vexchange.engine.core.TestVenue.NOON;
import static io.vexchange.engine.core.TestVenue.SHARES;
import static io.vexchange.engine.core.TestVenue.TODAY;
import static io.vexchange.engine.core.TestVenue.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.EngineLimits;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.ExecutionReportDecoder;
import io.vexchange.engine.protocol.InstrumentStateDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.engine.protocol.TradeDecoder;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** A bust takes back what a trade moved and a correction moves what it should have; quantity comes back to no order. */
final class BustTest {
    private static final long KEEP = Long.MIN_VALUE;

    private final TestVenue venue = new TestVenue();

    /** Order 1 sells, order 2 buys: trade 1, the seller's report before the buyer's. */
    private void trade(final long sellLots, final long buyLots) {
        venue.order(BETA).sell(sellLots).at(10_000).send();
        venue.order(ALPHA).buy(buyLots).at(10_000).send();
    }

    private TradeDecoder told(final TestVenue of) {
        return of.told().stream()
                .map(UnsafeBuffer::new)
                .filter(each -> new MessageHeaderDecoder().wrap(each, 0).templateId() == TradeDecoder.TEMPLATE_ID)
                .map(each -> new TradeDecoder().wrapAndApplyHeader(each, 0, new MessageHeaderDecoder()))
                .findFirst()
                .orElseThrow();
    }

    private InstrumentStateDecoder state() {
        venue.image();
        return venue.told().stream()
                .map(UnsafeBuffer::new)
                .filter(each ->
                        new MessageHeaderDecoder().wrap(each, 0).templateId() == InstrumentStateDecoder.TEMPLATE_ID)
                .map(each -> new InstrumentStateDecoder().wrapAndApplyHeader(each, 0, new MessageHeaderDecoder()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldTellTheBuyerThenTheSellerThenEverybody() {
        trade(5, 5);
        assertThat(venue.bust(1))
                .containsExactly("2 H/4 0@0 open 0", "1 H/4 0@0 open 0", "trade busted 5@10000", "audit 14 NONE");
        assertThat(venue.code()).isEqualTo(Code.NONE);
        assertThat(venue.resultId()).isEqualTo(1);
    }

    @Test
    void shouldGiveAnEndedOrderLessFilledAndItsQuantityAsItWas() {
        trade(5, 5);
        venue.bust(1);
        final ExecutionReportDecoder buyer = venue.reports().get(0);
        assertThat(buyer.quantityLots()).isEqualTo(5);
        assertThat(buyer.filledLots()).isZero();
        assertThat(buyer.filledValue()).isZero();
        assertThat(buyer.leavesLots()).isZero();
        assertThat(buyer.fee()).isZero();
        assertThat(buyer.tradeId()).isEqualTo(1);
        assertThat(buyer.baseTotal()).isEqualTo(SHARES);
        assertThat(buyer.quoteTotal()).isEqualTo(MONEY);
    }

    @Test
    void shouldLowerTheQuantityOfALiveOrderAndLeaveItWhatItHasLeft() {
        trade(5, 3);
        assertThat(venue.bust(1)).contains("1 H/0 0@0 open 2");
        final ExecutionReportDecoder seller = venue.reports().get(1);
        assertThat(seller.quantityLots()).isEqualTo(2);
        assertThat(seller.filledLots()).isZero();
        assertThat(venue.order(ALPHA).buy(2).at(10_000).send()).contains("1 F/2 2@10000 open 0");
    }

    @Test
    void shouldStayPartlyFilledByItsOtherFills() {
        venue.order(BETA).sell(9).at(10_000).send();
        venue.order(ALPHA).buy(3).at(10_000).send();
        venue.order(ALPHA).buy(4).at(10_000).send();
        assertThat(venue.bust(2)).contains("1 H/1 0@0 open 2", "3 H/4 0@0 open 0");
        assertThat(venue.reports().get(1).quantityLots()).isEqualTo(5);
        assertThat(venue.reports().get(1).filledValue()).isEqualTo(30_000);
    }

    @Test
    void shouldKeepThePlaceOfALiveOrder() {
        trade(5, 3);
        venue.order(GAMMA).sell(5).at(10_000).send();
        venue.bust(1);
        assertThat(venue.order(ALPHA).buy(3).at(10_000).send())
                .containsSubsequence("1 F/2 2@10000 open 0", "3 F/1 1@10000 open 4");
    }

    @Test
    void shouldCapTheTipOfAnIcebergThatBecameSmaller() {
        venue.order(BETA).sell(10).at(10_000).display(8).send();
        venue.order(ALPHA).buy(6).at(10_000).send();
        venue.bust(1);
        assertThat(venue.reports().get(1).displayLots()).isEqualTo(4);
        assertThat(venue.reports().get(1).visibleLots()).isEqualTo(2);
    }

    @Test
    void shouldNameTheNewestReportOfTheTradeToEachSide() {
        venue.order(BETA).sell(5).at(10_000).send();
        venue.order(ALPHA).buy(5).at(10_000).send();
        final long seller = venue.reports().get(1).sequence();
        final long buyer = venue.reports().get(2).sequence();
        venue.correct(1, 9_900, KEEP);
        assertThat(venue.reports().get(0).refSequence()).isEqualTo(buyer);
        assertThat(venue.reports().get(1).refSequence()).isEqualTo(seller);
        final long corrected = venue.reports().get(0).sequence();
        venue.bust(1);
        assertThat(venue.reports().get(0).refSequence()).isEqualTo(corrected);
        assertThat(venue.reports().get(0).publicSequence())
                .isEqualTo(told(venue).publicSequence());
    }

    @Test
    void shouldReverseMoneyFeesAndVolumeToTheUnit() {
        venue.instrument(1, true, -50, 200, MONEY);
        trade(7, 7);
        venue.order(BETA).sell(3).at(10_000).send();
        venue.order(ALPHA).buy(3).at(10_000).send();
        venue.bust(2);
        venue.bust(1);
        assertThat(venue.balance(ALPHA_A, USD)).isEqualTo(MONEY + " held 0");
        assertThat(venue.balance(ALPHA_A, ACME_UNITS)).isEqualTo(SHARES + " held 0");
        assertThat(venue.balance(BETA_A, USD)).isEqualTo(MONEY + " held 0");
        assertThat(venue.balance(BETA_A, ACME_UNITS)).isEqualTo(SHARES + " held 0");
        assertThat(venue.balance(FEES, USD)).isEqualTo("0 held 0");
        assertThat(state().volumeLots()).isZero();
        assertThat(state().volumeValue()).isZero();
        assertThat(state().tradeCount()).isZero();
        assertThat(state().lastPriceTicks()).isEqualTo(10_000);
    }

    @Test
    void shouldTellWhatItTookBack() {
        trade(5, 5);
        venue.bust(1);
        final TradeDecoder told = told(venue);
        assertThat(told.status()).isEqualTo((short) 2);
        assertThat(told.lots()).isEqualTo(5);
        assertThat(told.reversedLots()).isEqualTo(5);
        assertThat(told.reversedValue()).isEqualTo(500_000_000);
        assertThat(told.reversedBuyFee()).isEqualTo(50_000);
        assertThat(told.reversedSellFee()).isZero();
        assertThat(told.originalPriceTicks()).isEqualTo(10_000);
        assertThat(told.feesTotal()).isZero();
        assertThat(Told.text(told.reasonLength(), told::getReason)).isEqualTo("wrong price");
    }

    @Test
    void shouldCorrectThePriceAtTheTradesOwnRates() {
        trade(5, 5);
        venue.instrument(1, true, 0, 900, MONEY);
        assertThat(venue.correct(1, 9_900, KEEP))
                .containsExactly(
                        "2 G/2 5@9900 open 0", "1 G/2 5@9900 open 0", "trade corrected 5@9900", "audit 15 NONE");
        assertThat(venue.balance(ALPHA_A, USD)).isEqualTo(MONEY - 495_049_500L + " held 0");
        assertThat(venue.balance(BETA_A, USD)).isEqualTo(MONEY + 495_000_000L + " held 0");
        assertThat(venue.balance(FEES, USD)).isEqualTo("49500 held 0");
        assertThat(venue.balance(ALPHA_A, ACME_UNITS)).isEqualTo(SHARES + 5 + " held 0");
    }

    @Test
    void shouldBustWhatACorrectionLeavesOut() {
        trade(5, 5);
        assertThat(venue.correct(1, KEEP, 2)).contains("2 G/4 2@10000 open 0", "trade corrected 2@10000");
        assertThat(venue.reports().get(0).filledLots()).isEqualTo(2);
        assertThat(venue.balance(ALPHA_A, ACME_UNITS)).isEqualTo(SHARES + 2 + " held 0");
        venue.correct(1, 12_345, 1);
        assertThat(told(venue).originalLots()).isEqualTo(5);
        assertThat(told(venue).reversedLots()).isEqualTo(2);
        assertThat(state().volumeLots()).isEqualTo(1);
        assertThat(state().tradeCount()).isEqualTo(1);
        venue.bust(1);
        assertThat(venue.balance(ALPHA_A, USD)).isEqualTo(MONEY + " held 0");
    }

    @Test
    void shouldRefuseWhatCanNotBe() {
        trade(5, 5);
        venue.bust(2);
        assertThat(venue.code()).isEqualTo(Code.NOT_FOUND);
        venue.bust(0);
        assertThat(venue.code()).isEqualTo(Code.NOT_FOUND);
        for (final long lots : new long[] {0, -1, 6, Long.MAX_VALUE}) {
            assertThat(venue.correct(1, KEEP, lots)).as("lots %d", lots).containsExactly("audit 15 INVALID");
        }
        for (final long ticks : new long[] {0, -1, Long.MAX_VALUE}) {
            assertThat(venue.correct(1, ticks, KEEP)).as("ticks %d", ticks).containsExactly("audit 15 INVALID");
        }
        assertThat(venue.correct(1, KEEP, KEEP)).containsExactly("audit 15 INVALID");
        venue.bust(1);
        assertThat(venue.bust(1)).containsExactly("audit 14 TRADE_BUSTED");
        assertThat(venue.correct(1, 9_900, KEEP)).containsExactly("audit 15 TRADE_BUSTED");
    }

    @Test
    void shouldRefuseACorrectionThatNobodyCouldOwn() {
        trade(1, 1);
        venue.correct(1, 1L << 48, KEEP);
        assertThat(venue.code()).isEqualTo(Code.NONE);
        venue.bust(1);
        trade(1_000, 1_000);
        assertThat(venue.correct(2, 1L << 48, KEEP)).containsExactly("audit 15 INVALID");
        assertThat(venue.balance(ALPHA_A, USD)).isEqualTo(MONEY - 100_010_000_000L + " held 0");
    }

    @Test
    void shouldLetAvailableFallBelowZeroAndThenTakeNothingThatNeedsMore() {
        trade(5, 5);
        venue.transfer(BETA_A, USD, -MONEY, "");
        assertThat(venue.code()).isEqualTo(Code.NONE);
        final long bid = venue.order(BETA).buy(1).at(9_000).enter();
        venue.bust(1);
        assertThat(venue.balance(BETA_A, USD)).isEqualTo("0 held 90009000");
        venue.transfer(BETA_A, USD, -1, "");
        assertThat(venue.code()).isEqualTo(Code.NOT_COVERED);
        assertThat(venue.order(BETA).buy(1).at(9_000).send()).contains("4 8/8 open 0 INSUFFICIENT_FUNDS");
        assertThat(venue.replace(BETA, bid).at(9_001).send()).contains("reject 3 2/0 INSUFFICIENT_FUNDS");
        assertThat(venue.replace(BETA, bid).id("s").send()).contains("3 5/0 open 1");
        venue.restart();
        assertThat(venue.order(ALPHA).sell(1).at(9_000).send()).contains("3 F/2 1@9000 open 0");
        assertThat(venue.balance(BETA_A, USD)).isEqualTo("-90000000 held 0");
        assertThat(venue.order(BETA).sell(2).at(9_900).send()).contains("6 0/0 open 2");
        venue.transfer(BETA_A, USD, 90_000_000, "");
        venue.transfer(BETA_A, USD, 1, "");
        venue.transfer(BETA_A, USD, -1, "");
        assertThat(venue.code()).isEqualTo(Code.NONE);
    }

    @Test
    void shouldKeepTradesOfThePreviousDayWithTheirForgottenOrders() {
        trade(5, 5);
        final String id = Told.ids(venue.reports().get(2));
        venue.at(NOON + DAY);
        assertThat(venue.status(ALPHA, id.substring(0, id.indexOf(' ')))).contains("0 I/8 open 0 UNKNOWN_ORDER");
        venue.restart();
        assertThat(venue.bust(1)).contains("2 H/4 0@0 open 0", "1 H/4 0@0 open 0");
        final ExecutionReportDecoder buyer = venue.reports().get(0);
        assertThat(Told.ids(buyer)).isEqualTo(id);
        assertThat(buyer.tradeDay()).isEqualTo(TODAY);
        assertThat(buyer.ownerId()).isEqualTo(1);
        assertThat(told(venue).tradeDay()).isEqualTo(TODAY);
        assertThat(state().tradeCount()).isZero();
        assertThat(venue.balance(ALPHA_A, USD)).isEqualTo(MONEY + " held 0");
    }

    @Test
    void shouldForgetTradesOfTheDayBefore() {
        trade(5, 5);
        venue.at(NOON + DAY);
        trade(2, 2);
        venue.at(NOON + 2 * DAY);
        assertThat(venue.bust(1)).containsExactly("audit 14 TRADE_TOO_OLD");
        assertThat(venue.bust(2)).contains("trade busted 2@10000");
        venue.restart();
        assertThat(venue.bust(1)).containsExactly("audit 14 TRADE_TOO_OLD");
    }

    @Test
    void shouldLeaveAnotherDaysVolumeAlone() {
        trade(5, 5);
        venue.at(NOON + DAY);
        trade(2, 2);
        venue.bust(1);
        assertThat(state().volumeLots()).isEqualTo(2);
        assertThat(state().tradeCount()).isEqualTo(1);
    }

    @Test
    void shouldKeepTheNewestWhereThereAreTooMany() {
        final TestVenue small = new TestVenue(new EngineLimits(1_000_000, 3, 1_000, 90, 300));
        for (int i = 0; i < 700; i++) {
            small.order(BETA).sell(1).at(10_000).send();
            small.order(ALPHA).buy(1).at(10_000).send();
        }
        assertThat(small.bust(400)).containsExactly("audit 14 TRADE_TOO_OLD");
        final List<byte[]> before = small.snapshot();
        small.restart();
        assertThat(small.snapshot())
                .usingElementComparator(java.util.Arrays::compare)
                .isEqualTo(before);
        assertThat(small.bust(401)).contains("802 H/4 0@0 open 0", "801 H/4 0@0 open 0");
    }
}
