package io.vexchange.engine.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.model.KillScope;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.model.Side;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveStateTest {
    private final Items items = new Items();
    private final LiveState state = items.state;

    @BeforeEach
    void image() {
        items.imageBegin(10);
        items.venue();
        assertThat(state.isReady()).isFalse();
        assertThat(items.directory.instruments()).isEmpty();
        items.imageEnd();
    }

    @Test
    void shouldShowTheImageAtItsEnd() {
        assertThat(state.isReady()).isTrue();
        assertThat(state.sequence()).isEqualTo(10);
        assertThat(state.tradeDay()).isEqualTo(20261125);
        assertThat(items.directory.instrument("ACME").id()).isEqualTo(Items.ACME);
        assertThat(items.directory.session("ALPHA1").accountIds()).containsExactly(Items.ALPHA);
        assertThat(items.directory.session(1).properties()).isEqualTo("{}");
        assertThat(items.directory.accounts()).extracting(Account::name).containsExactly("ALPHA-A", "VEX-FEES");
        assertThat(state.stats(Items.ACME).referencePriceTicks()).isEqualTo(10_000);
        assertThat(state.stats(99)).isNull();
    }

    @Test
    void shouldKeepTheBookInPriorityOrder() {
        items.book(0, 1, 1, '1', 9_900, 5);
        items.book(0, 2, 2, '1', 9_900, 7);
        items.book(0, 3, 3, '1', 9_950, 1);
        items.book(0, 4, 4, '2', 10_100, 2);
        items.book(1, 1, 1, '1', 9_900, 3);
        items.book(0, 5, 5, '1', 9_900, 1);
        items.book(2, 2, 2, '1', 9_900, 0);
        final BookDepth book = state.book(Items.ACME, 10);
        assertThat(book.publicSequence()).isEqualTo(7);
        assertThat(book.bids()).containsExactly(new BookLevel(9_950, 1, 1), new BookLevel(9_900, 4, 2));
        assertThat(book.offers()).containsExactly(new BookLevel(10_100, 2, 1));
        assertThat(state.book(Items.ACME, 1).bids()).hasSize(1);
        assertThat(state.entries(Items.ACME, Side.BUY, 10))
                .extracting(BookEntry::entryId)
                .containsExactly(3L, 1L, 5L);
        assertThat(state.level(Items.ACME, Side.BUY, 9_900)).isEqualTo(new BookLevel(9_900, 4, 2));
        items.book(2, 3, 3, '1', 9_950, 0);
        assertThat(state.level(Items.ACME, Side.BUY, 9_950)).isNull();
        assertThat(state.stats(Items.ACME).bidTicks()).isEqualTo(9_900);
    }

    @Test
    void shouldKeepOpenOrdersOnly() {
        items.report(1, '0', '0', 10, 0, 10);
        items.report(2, '0', '0', 5, 0, 5);
        items.report(1, 'F', '1', 10, 4, 6);
        assertThat(state.orders(Items.ALPHA)).extracting(OrderReport::orderId).containsExactly(1L, 2L);
        assertThat(state.order(1).filledLots()).isEqualTo(4);
        assertThat(state.order(1).clOrdId()).isEqualTo("c1");
        assertThat(state.order(1).isOpen()).isTrue();
        items.report(1, 'F', '2', 10, 10, 0);
        items.report(3, '8', '8', 10, 0, 0);
        assertThat(state.order(1)).isNull();
        assertThat(state.orders()).extracting(OrderReport::orderId).containsExactly(2L);
        assertThat(state.orderCount()).isEqualTo(1);
        items.report(2, '4', '4', 5, 0, 0);
        assertThat(state.orders(Items.ALPHA)).isEmpty();
    }

    @Test
    void shouldBeReadByManyAtOnce() {
        for (int i = 1; i <= 200; i++) {
            items.report(i, '0', '0', 10, 0, 10);
        }
        final List<Integer> sizes = IntStream.range(0, 8_000)
                .parallel()
                .mapToObj(i -> i % 2 == 0
                        ? state.orders().size()
                        : state.orders(Items.ALPHA).size())
                .distinct()
                .toList();
        assertThat(sizes).containsExactly(200);
    }

    @Test
    void shouldFollowWhereTheBookPutsAnOrder() {
        items.report(1, '0', '0', 10, 0, 10);
        items.book(0, 1, 1, '1', 9_900, 4);
        assertThat(state.order(1).visibleLots()).isEqualTo(4);
        items.book(2, 1, 1, '1', 9_900, 0);
        items.book(0, 17, 1, '1', 9_950, 3);
        assertThat(state.order(1).workingPriceTicks()).isEqualTo(9_950);
        assertThat(state.order(1).visibleLots()).isEqualTo(3);
        items.book(2, 17, 1, '1', 9_950, 0);
        assertThat(state.order(1).workingPriceTicks()).isEqualTo(Decimals.ABSENT);
    }

    @Test
    void shouldTakeBalancesFromReportsTradesAndTransfers() {
        items.deposit(Items.QUOTE, 500);
        assertThat(state.balances(Items.ALPHA)).containsExactly(new Balance(Items.ALPHA, Items.QUOTE, 500, 0));
        items.report(1, '0', '0', 10, 0, 10);
        assertThat(state.balance(Items.ALPHA, Items.QUOTE).available()).isEqualTo(1_000_000 - 99_000);
        assertThat(state.balance(Items.ALPHA, Items.BASE).total()).isEqualTo(100);
        items.trade(1, 10_000, 3);
        assertThat(state.balance(Items.FEES, Items.QUOTE).total()).isEqualTo(7);
        assertThat(state.balance(Items.FEES, Items.BASE).total()).isZero();
        assertThat(state.balances(Items.FEES)).hasSize(1);
    }

    @Test
    void shouldKeepStatisticsOfTheDay() {
        items.trade(1, 10_000, 3);
        items.trade(2, 10_100, 1);
        items.trade(3, 9_900, 2);
        InstrumentStats stats = state.stats(Items.ACME);
        assertThat(stats.openPriceTicks()).isEqualTo(10_000);
        assertThat(stats.highPriceTicks()).isEqualTo(10_100);
        assertThat(stats.lowPriceTicks()).isEqualTo(9_900);
        assertThat(stats.lastPriceTicks()).isEqualTo(9_900);
        assertThat(stats.referencePriceTicks()).isEqualTo(9_900);
        assertThat(stats.volumeLots()).isEqualTo(6);
        assertThat(stats.tradeCount()).isEqualTo(3);
        items.dayRolled();
        stats = state.stats(Items.ACME);
        assertThat(stats.previousCloseTicks()).isEqualTo(9_900);
        assertThat(stats.openPriceTicks()).isEqualTo(Decimals.ABSENT);
        assertThat(stats.tradeCount()).isZero();
        assertThat(state.tradeDay()).isEqualTo(20261126);
        items.dayRolled();
        assertThat(state.stats(Items.ACME).previousCloseTicks()).isEqualTo(9_900);
    }

    @Test
    void shouldKeepTheNewestPrints() {
        for (int i = 1; i <= 1_005; i++) {
            items.trade(i, 10_000, 1);
        }
        assertThat(state.trades(Items.ACME, 2)).extracting(PublicTrade::tradeId).containsExactly(1_005L, 1_004L);
        assertThat(state.trades(Items.ACME, 5_000)).hasSize(1_000);
        assertThat(state.tradesAfter(Items.ACME, 1_003, 10))
                .extracting(PublicTrade::tradeId)
                .containsExactly(1_004L, 1_005L);
    }

    @Test
    void shouldReplaceEverythingButPrintsByAnImageAndSkipOlderEvents() {
        items.report(1, '0', '0', 10, 0, 10);
        items.book(0, 1, 1, '1', 9_900, 10);
        items.trade(1, 10_000, 3);
        items.imageBegin(20);
        items.venue();
        assertThat(state.orderCount()).isEqualTo(1);
        items.imageEnd();
        assertThat(state.orderCount()).isZero();
        assertThat(state.book(Items.ACME, 10).bids()).isEmpty();
        assertThat(state.trades(Items.ACME, 10)).hasSize(1);
    }

    @Test
    void shouldSkipEventsOlderThanTheImage() {
        items.imageBegin(20);
        items.venue();
        items.imageEnd();
        items.rewind(15);
        items.report(1, '0', '0', 10, 0, 10);
        items.phase(Phase.HALTED);
        assertThat(state.orderCount()).isZero();
        assertThat(state.sequence()).isEqualTo(20);
        assertThat(items.directory.instrument("ACME").phase()).isEqualTo(Phase.CONTINUOUS);
        items.rewind(20);
        items.report(1, '0', '0', 10, 0, 10);
        assertThat(state.orderCount()).isEqualTo(1);
        assertThat(state.sequence()).isEqualTo(21);
    }

    @Test
    void shouldFollowPhasesAndKillSwitches() {
        items.phase(Phase.HALTED);
        assertThat(state.stats(Items.ACME).phase()).isEqualTo(Phase.HALTED);
        assertThat(items.directory.instrument("ACME").phase()).isEqualTo(Phase.HALTED);
        items.killSwitch(1, true);
        items.killSwitch(2, true);
        items.killSwitch(1, false);
        assertThat(state.killSwitches()).extracting(KillSwitch::engaged).containsExactly(false, true);
        assertThat(state.killSwitches().get(0).reason()).isEqualTo("stop");
    }

    @Test
    void shouldTakeBustsAndCorrectionsOutOfTheVolume() {
        items.trade(1, 10_000, 3);
        items.trade(2, 10_100, 4);
        items.restate(1, 10_000, 0, 3);
        items.restate(2, 10_100, 1, 4);
        final InstrumentStats stats = state.stats(Items.ACME);
        assertThat(stats.volumeLots()).isEqualTo(1);
        assertThat(stats.volumeValue()).isEqualTo(10_100);
        assertThat(stats.tradeCount()).isEqualTo(1);
        assertThat(stats.lastPriceTicks()).isEqualTo(10_100);
        assertThat(state.trades(Items.ACME, 9)).extracting(PublicTrade::status).containsExactly(1, 2);
        items.dayRolled();
        items.restate(2, 10_100, 0, 1);
        assertThat(state.stats(Items.ACME).volumeLots()).isZero();
    }

    @Test
    void shouldShowTheIndicativePriceUntilThePhaseEnds() {
        items.phase(Phase.OPENING_AUCTION);
        items.indicative(10_000, 5);
        assertThat(state.stats(Items.ACME).indicative()).isEqualTo(new Indicative(10_000, 5, 1, Side.SELL));
        items.phase(Phase.CONTINUOUS);
        assertThat(state.stats(Items.ACME).indicative()).isEqualTo(Indicative.NONE);
    }

    @Test
    void shouldKeepLimitsAndCancelAftersAndAnnouncements() {
        items.limits(KillScope.ACCOUNT, Items.ALPHA, 7);
        items.limits(KillScope.FIRM, Items.ALPHA, 70);
        final Rules rules = items.directory.rules();
        assertThat(rules.limitsOfAccount(Items.ALPHA).maximumOpenOrders()).isEqualTo(7);
        assertThat(rules.limitsOfParticipant(Items.ALPHA).maximumOpenOrders()).isEqualTo(70);
        assertThat(rules.limitsOfAccount(Items.ALPHA).maximumPositionByInstrument())
                .containsEntry(Items.ACME, 500L);
        assertThat(rules.limitsOfAccount(Items.FEES)).isEqualTo(Limits.NONE);
        items.cancelAfter(5_000_000);
        assertThat(rules.cancelAfter(3, Items.ALPHA).atMicros()).isEqualTo(5_000_000);
        items.cancelAfter(Decimals.ABSENT);
        assertThat(rules.cancelAfter(3, Items.ALPHA)).isNull();
        items.announcement(true, "maintenance");
        items.announcement(false, "maintenance");
        assertThat(rules.announcements()).extracting(Announcement::isActive).containsExactly(false);
    }
}
