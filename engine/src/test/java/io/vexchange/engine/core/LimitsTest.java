package io.vexchange.engine.core;

import static io.vexchange.engine.core.TestVenue.ALPHA;
import static io.vexchange.engine.core.TestVenue.ALPHA2;
import static io.vexchange.engine.core.TestVenue.ALPHA_A;
import static io.vexchange.engine.core.TestVenue.BETA;
import static io.vexchange.engine.core.TestVenue.DAY;
import static io.vexchange.engine.core.TestVenue.NOON;
import static io.vexchange.engine.core.TestVenue.WEB_ALPHA;
import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.model.AccountType;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.KillScope;
import io.vexchange.engine.protocol.AuditRecordedDecoder;
import io.vexchange.engine.protocol.LimitsDefinedDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** The limits of accounts and firms, what each counts, and the order in which they are looked at. */
final class LimitsTest {
    private static final int ALPHA_FIRM = 2;

    private final TestVenue venue = new TestVenue();
    private final Acts acts = new Acts(venue);

    private LimitsCommand account() {
        return acts.limits(KillScope.ACCOUNT, ALPHA_A);
    }

    private LimitsCommand firm() {
        return acts.limits(KillScope.FIRM, ALPHA_FIRM);
    }

    private void takes(final OrderCommand order) {
        assertThat(order.send().get(0)).contains(" 0/0 ");
    }

    private void refuses(final OrderCommand order, final Code code) {
        assertThat(order.send()).singleElement().asString().contains(" 8/8 ").endsWith(code.name());
    }

    @Test
    void shouldBoundTheQuantityOfNewAndReplacedOrders() {
        account().quantity(10).send();
        takes(venue.order(ALPHA).buy(10).at(9_900));
        refuses(venue.order(ALPHA).buy(11).at(9_900), Code.QTY_INVALID);
        takes(venue.order(ALPHA2).buy(11).at(9_900));
        assertThat(venue.replace(ALPHA, 1).lots(11).send()).contains("reject 1 2/0 QTY_INVALID");
        account().quantity(5).send();
        assertThat(venue.replace(ALPHA, 1).lots(9).send()).contains("1 5/0 open 9");
        firm().quantity(3).send();
        refuses(venue.order(ALPHA2).buy(4).at(9_900), Code.QTY_INVALID);
    }

    @Test
    void shouldReadAmountsInWholeUnitsWithDecimals() {
        account().decimals(1).quantity(109).notional(9_905_00).send();
        takes(venue.order(ALPHA).buy(10).at(9_905));
        refuses(venue.order(ALPHA).buy(11).at(9_000), Code.QTY_INVALID);
        account().decimals(3).notional(990_499).send();
        refuses(venue.order(ALPHA).buy(10).at(9_905), Code.NOTIONAL);
    }

    @Test
    void shouldBoundTheNotionalOfTheWholeQuantity() {
        account().notional(1_000).send();
        takes(venue.order(ALPHA).buy(10).at(10_000));
        refuses(venue.order(ALPHA).buy(10).at(10_001), Code.NOTIONAL);
        refuses(venue.order(ALPHA).sell(11).market(), Code.NOTIONAL);
        refuses(venue.order(ALPHA).buy(10).stop(10_100), Code.NOTIONAL);
        venue.order(BETA).sell(9).at(10_000).send();
        assertThat(venue.replace(ALPHA, 1).lots(11).send()).contains("reject 1 2/1 NOTIONAL");
    }

    @Test
    void shouldCountLiveOrdersWaitingStopsToo() {
        account().orders(2).send();
        takes(venue.order(ALPHA).buy(1).at(9_900));
        takes(venue.order(WEB_ALPHA).buy(1).stop(10_500));
        refuses(venue.order(ALPHA).buy(1).at(9_900), Code.OPEN_ORDERS);
        assertThat(venue.replace(ALPHA, 1).lots(5).send()).contains("1 5/0 open 5");
        venue.cancel(ALPHA, 1);
        takes(venue.order(ALPHA).buy(1).at(9_900));
        venue.restart();
        refuses(venue.order(ALPHA).buy(1).at(9_900), Code.OPEN_ORDERS);
    }

    @Test
    void shouldCountAllAccountsOfAFirm() {
        firm().orders(2).send();
        takes(venue.order(ALPHA).buy(1).at(9_900));
        takes(venue.order(ALPHA2).buy(1).at(9_900));
        refuses(venue.order(ALPHA2).buy(1).at(9_900), Code.OPEN_ORDERS);
        takes(venue.order(BETA).buy(1).at(9_900));
    }

    @Test
    void shouldSumLeavesTimesPriceOfBothSides() {
        account().openNotional(2_000).send();
        takes(venue.order(ALPHA).buy(10).at(9_900));
        takes(venue.order(ALPHA).sell(10).at(10_100));
        refuses(venue.order(ALPHA).buy(1).at(9_000), Code.OPEN_NOTIONAL);
        refuses(venue.order(ALPHA).sell(1).market(), Code.OPEN_NOTIONAL);
        assertThat(venue.replace(ALPHA, 1).at(9_901).send()).contains("reject 1 2/0 OPEN_NOTIONAL");
        assertThat(venue.replace(ALPHA, 1).at(9_800).send()).contains("1 5/0 open 10");
        venue.order(BETA).buy(4).at(10_100).send();
        takes(venue.order(ALPHA).buy(4).at(9_900));
        venue.restart();
        refuses(venue.order(ALPHA).buy(1).at(9_900), Code.OPEN_NOTIONAL);
        firm().openNotional(1_000).send();
        refuses(venue.order(ALPHA2).buy(1).at(9_900), Code.OPEN_NOTIONAL);
    }

    @Test
    void shouldCountAWaitingStopByItsStopPrice() {
        account().openNotional(1_050).send();
        takes(venue.order(ALPHA).buy(10).stop(10_500));
        refuses(venue.order(ALPHA).buy(1).at(9_000), Code.OPEN_NOTIONAL);
    }

    @Test
    void shouldJudgePositionWithOpenOrdersOfThatSide() {
        account().position(10).send();
        venue.order(BETA).sell(6).at(10_000).send();
        takes(venue.order(ALPHA).buy(6).at(10_000));
        takes(venue.order(ALPHA).buy(4).at(9_900));
        refuses(venue.order(ALPHA).buy(1).at(9_900), Code.POSITION);
        takes(venue.order(ALPHA).sell(16).at(10_100));
        refuses(venue.order(ALPHA).sell(1).at(10_100), Code.POSITION);
        assertThat(venue.replace(ALPHA, 3).lots(5).send()).contains("reject 3 2/0 POSITION");
        assertThat(venue.replace(ALPHA, 3).at(9_950).send()).contains("3 5/0 open 4");
        venue.restart();
        refuses(venue.order(ALPHA).buy(1).at(9_900), Code.POSITION);
        venue.bust(1);
        takes(venue.order(ALPHA).buy(6).at(9_900));
        refuses(venue.order(ALPHA).buy(1).at(9_900), Code.POSITION);
    }

    @Test
    void shouldNarrowThePositionOfAnInstrument() {
        account().position(100).instruments(1, 5).send();
        refuses(venue.order(ALPHA).buy(6).at(9_900), Code.POSITION);
        takes(venue.order(ALPHA).buy(5).at(9_900));
        account().instruments(1, 7).send();
        refuses(venue.order(ALPHA).buy(3).at(9_900), Code.POSITION);
        account().position(6).instruments(1, 7).send();
        refuses(venue.order(ALPHA).buy(2).at(9_900), Code.POSITION);
        firm().position(8).send();
        refuses(venue.order(ALPHA2).buy(4).at(9_900), Code.POSITION);
        takes(venue.order(ALPHA2).buy(3).at(9_900));
    }

    @Test
    void shouldFillTheRateByEngineTime() {
        account().rate(2, 3).send();
        for (int i = 0; i < 3; i++) {
            takes(venue.order(ALPHA).buy(1).at(9_900));
        }
        refuses(venue.order(WEB_ALPHA).buy(1).at(9_900), Code.ORDER_RATE);
        venue.time(NOON + 499_999);
        refuses(venue.order(ALPHA).buy(1).at(9_900), Code.ORDER_RATE);
        venue.time(NOON + 500_000);
        takes(venue.order(ALPHA).buy(1).at(9_900));
        venue.restart();
        refuses(venue.order(ALPHA).buy(1).at(9_900), Code.ORDER_RATE);
        takes(venue.order(ALPHA2).buy(1).at(9_900));
        assertThat(venue.cancel(ALPHA, 1)).contains("1 4/4 open 0");
        venue.time(NOON + DAY / 4);
        for (int i = 0; i < 3; i++) {
            takes(venue.order(ALPHA).buy(1).at(9_900));
        }
        refuses(venue.order(ALPHA).buy(1).at(9_900), Code.ORDER_RATE);
    }

    @Test
    void shouldCountRefusedOrdersAndReplacesInTheRate() {
        account().rate(0, 4).send();
        takes(venue.order(ALPHA).buy(1).at(9_900).id("a"));
        refuses(venue.order(ALPHA).buy(1).at(1), Code.PRICE_COLLAR);
        assertThat(venue.order(ALPHA).buy(1).at(9_900).id("a").send().get(0)).contains("DUPLICATE_CLORDID");
        assertThat(venue.replace(ALPHA, 1).lots(2).send()).contains("1 5/0 open 2");
        assertThat(venue.replace(ALPHA, 1).lots(1).send()).contains("reject 1 2/0 ORDER_RATE");
        refuses(venue.order(ALPHA).buy(1).at(1), Code.PRICE_COLLAR);
        refuses(venue.order(ALPHA).buy(1).at(9_900), Code.ORDER_RATE);
    }

    @Test
    void shouldTakeOneOfTheFirmsRateToo() {
        firm().rate(0, 2).send();
        takes(venue.order(ALPHA).buy(1).at(9_900));
        takes(venue.order(ALPHA2).buy(1).at(9_900));
        refuses(venue.order(ALPHA).buy(1).at(9_900), Code.ORDER_RATE);
        takes(venue.order(BETA).buy(1).at(9_900));
    }

    @Test
    void shouldBeginFullOnlyWhenTheRateIsAnother() {
        account().rate(0, 1).send();
        takes(venue.order(ALPHA).buy(1).at(9_900));
        account().rate(0, 1).orders(10).send();
        refuses(venue.order(ALPHA).buy(1).at(9_900), Code.ORDER_RATE);
        account().rate(1, Long.MIN_VALUE).send();
        takes(venue.order(ALPHA).buy(1).at(9_900));
        refuses(venue.order(ALPHA).buy(1).at(9_900), Code.ORDER_RATE);
    }

    @Test
    void shouldLookAtThemInOrder() {
        account()
                .quantity(5)
                .notional(100)
                .orders(0)
                .openNotional(0)
                .position(0)
                .rate(0, 0)
                .send();
        refuses(venue.order(ALPHA).buy(6).at(1), Code.QTY_INVALID);
        refuses(venue.order(ALPHA).buy(2).at(20_000), Code.NOTIONAL);
        refuses(venue.order(ALPHA).buy(1).at(8_999), Code.PRICE_COLLAR);
        refuses(venue.order(ALPHA).buy(1).at(9_000), Code.OPEN_ORDERS);
        account().openNotional(0).position(0).rate(0, 0).send();
        refuses(venue.order(ALPHA).buy(1).at(9_000), Code.OPEN_NOTIONAL);
        account().position(0).rate(0, 0).send();
        refuses(venue.order(ALPHA).buy(1).at(9_000), Code.POSITION);
        account().rate(0, 0).send();
        venue.transfer(ALPHA_A, TestVenue.USD, -TestVenue.MONEY, "");
        refuses(venue.order(ALPHA).buy(1).at(9_000), Code.ORDER_RATE);
        account().send();
        refuses(venue.order(ALPHA).buy(1).at(9_000), Code.INSUFFICIENT_FUNDS);
    }

    @Test
    void shouldTouchNoLiveOrder() {
        takes(venue.order(ALPHA).buy(10).at(9_900));
        assertThat(account().orders(0).position(0).openNotional(0).send()).containsExactly("item 118", "audit 17 NONE");
        assertThat(venue.order(BETA).sell(10).at(9_900).send()).contains("1 F/2 10@9900 open 0");
    }

    @Test
    void shouldTellTheWholeSetAndRecordItsTarget() {
        account().decimals(2).quantity(100).rate(5, 7).instruments(1, 9).send();
        final List<byte[]> told = venue.told();
        final LimitsDefinedDecoder it = new LimitsDefinedDecoder()
                .wrapAndApplyHeader(new UnsafeBuffer(told.get(0)), 0, new MessageHeaderDecoder());
        assertThat(it.targetId()).isEqualTo(ALPHA_A);
        assertThat(it.decimals()).isEqualTo(2);
        assertThat(it.maximumOrderQuantity()).isEqualTo(100);
        assertThat(it.maximumOpenOrders()).isEqualTo(Long.MIN_VALUE);
        assertThat(it.orderBurst()).isEqualTo(7);
        assertThat(it.instruments().next().maximumPosition()).isEqualTo(9);
        firm().orders(1).send();
        final AuditRecordedDecoder audit = new AuditRecordedDecoder()
                .wrapAndApplyHeader(new UnsafeBuffer(venue.told().get(1)), 0, new MessageHeaderDecoder());
        assertThat(audit.targetId()).isEqualTo(-ALPHA_FIRM);
        assertThat(venue.image()).filteredOn("item 118"::equals).hasSize(2);
        final List<byte[]> before = venue.snapshot();
        venue.restart();
        assertThat(venue.snapshot())
                .usingElementComparator(java.util.Arrays::compare)
                .isEqualTo(before);
        account().send();
        assertThat(venue.image()).filteredOn("item 118"::equals).hasSize(1);
    }

    @Test
    void shouldRefuseLimitsThatCanNotBe() {
        assertThat(account().quantity(-1).send()).containsExactly("audit 17 INVALID");
        assertThat(account().decimals(19).send()).containsExactly("audit 17 INVALID");
        assertThat(account().rate(1_000_000_001, 1).send()).containsExactly("audit 17 INVALID");
        assertThat(account().instruments(1, 1, 1, 2).send()).containsExactly("audit 17 INVALID");
        assertThat(account().instruments(2, 1).send()).containsExactly("audit 17 NOT_FOUND");
        assertThat(acts.limits(KillScope.ACCOUNT, 99).send()).containsExactly("audit 17 NOT_FOUND");
        assertThat(acts.limits(KillScope.SESSION, 1).send()).containsExactly("audit 17 INVALID");
        venue.account(0, "CREDIT", 4, AccountType.CREDIT, true);
        final LimitsCommand credit = acts.limits(KillScope.ACCOUNT, 6).orders(5);
        assertThat(credit.send()).containsExactly("audit 17 INVALID");
        assertThat(credit.position(5).send()).containsExactly("audit 17 INVALID");
        assertThat(credit.openNotional(5).send()).contains("audit 17 NONE");
    }
}
