package io.vexchange.engine.core;

import static io.vexchange.engine.core.TestVenue.ALPHA;
import static io.vexchange.engine.core.TestVenue.BETA;
import static io.vexchange.engine.core.TestVenue.GAMMA;
import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.model.Code;
import org.junit.jupiter.api.Test;

final class ReplaceTest {
    private final TestVenue venue = new TestVenue();
    private long ours;
    private long theirs;

    private void twoOffers() {
        ours = venue.order(ALPHA).sell(10).at(10_000).enter();
        theirs = venue.order(BETA).sell(10).at(10_000).enter();
    }

    private void expectFirst(final long order) {
        assertThat(venue.order(GAMMA).buy(1).at(10_000).send()).anyMatch(line -> line.startsWith(order + " F/1 1@"));
    }

    @Test
    void shouldLoseItsPlaceWhenTheQuantityGrows() {
        twoOffers();
        assertThat(venue.replace(ALPHA, ours).lots(11).send())
                .containsExactly("1 5/0 open 11", "book - 1 0@10000", "book + 1 11@10000");
        expectFirst(theirs);
    }

    @Test
    void shouldKeepItsPlaceWhenTheQuantityFalls() {
        twoOffers();
        assertThat(venue.replace(ALPHA, ours).lots(9).send()).containsExactly("1 5/0 open 9", "book ~ 1 9@10000");
        expectFirst(ours);
    }

    @Test
    void shouldKeepItsPlaceWhenNothingChanges() {
        twoOffers();
        assertThat(venue.replace(ALPHA, ours).send()).containsExactly("1 5/0 open 10");
        expectFirst(ours);
    }

    @Test
    void shouldLoseItsPlaceWhenThePriceChanges() {
        twoOffers();
        assertThat(venue.replace(ALPHA, ours).at(10_001).send())
                .containsExactly("1 5/0 open 10", "book - 1 0@10000", "book + 1 10@10001");
        venue.replace(ALPHA, ours).at(10_000).send();
        expectFirst(theirs);
    }

    @Test
    void shouldLoseItsPlaceWhenMoreIsDisplayed() {
        ours = venue.order(ALPHA).sell(10).at(10_000).display(4).enter();
        theirs = venue.order(BETA).sell(10).at(10_000).enter();
        venue.replace(ALPHA, ours).display(6).send();
        expectFirst(theirs);
    }

    @Test
    void shouldKeepItsPlaceAndShrinkTheTipWhenLessIsDisplayed() {
        twoOffers();
        assertThat(venue.replace(ALPHA, ours).display(3).send()).containsExactly("1 5/0 open 10", "book ~ 1 3@10000");
        expectFirst(ours);
    }

    @Test
    void shouldTakeTheHiddenPartFirstWhenTheQuantityFalls() {
        ours = venue.order(ALPHA).sell(10).at(10_000).display(4).enter();
        assertThat(venue.replace(ALPHA, ours).lots(5).send()).containsExactly("1 5/0 open 5");
        assertThat(venue.replace(ALPHA, ours).lots(3).send()).containsExactly("1 5/0 open 3", "book ~ 1 3@10000");
    }

    @Test
    void shouldMakeAnIcebergPlainWithItsWholeQuantity() {
        ours = venue.order(ALPHA).sell(10).at(10_000).display(4).enter();
        venue.replace(ALPHA, ours).display(10).send();
        assertThat(venue.reports().get(0).displayLots()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void shouldTradeAtOnceWhenTheNewPriceMeetsTheOppositeSideAndRestTheRest() {
        venue.order(BETA).sell(4).at(10_000).send();
        final long bid = venue.order(ALPHA).buy(10).at(9_900).enter();
        assertThat(venue.replace(ALPHA, bid).at(10_000).send())
                .containsExactly(
                        "2 5/0 open 10",
                        "book - 2 0@9900",
                        "1 F/2 4@10000 open 0",
                        "2 F/1 4@10000 open 6",
                        "trade 4@10000",
                        "book - 1 0@10000",
                        "book + 2 6@10000");
    }

    @Test
    void shouldJudgeTheNewTotalAgainstWhatIsFilled() {
        final long bid = venue.order(ALPHA).buy(10).at(10_000).enter();
        venue.order(BETA).sell(4).at(10_000).send();
        assertThat(venue.replace(ALPHA, bid).lots(3).send()).containsExactly("reject 1 2/1 QTY_BELOW_CUM");
        assertThat(venue.replace(ALPHA, bid).lots(0).send()).containsExactly("reject 1 2/1 QTY_INVALID");
        assertThat(venue.replace(ALPHA, bid).lots(4).send()).containsExactly("1 5/2 open 0", "book - 1 0@10000");
        assertThat(venue.cancel(ALPHA, bid)).containsExactly("reject 1 1/2 TOO_LATE");
    }

    @Test
    void shouldLeaveAPostOnlyOrderAsItWasWhenItWouldTake() {
        venue.order(BETA).sell(4).at(10_000).send();
        final long bid = venue.order(ALPHA).buy(10).at(9_950).postOnly().enter();
        assertThat(venue.replace(ALPHA, bid).at(10_000).send()).containsExactly("reject 2 2/0 POST_ONLY");
        assertThat(venue.replace(ALPHA, bid).at(10_000).postOnly(false).send()).contains("trade 4@10000");
    }

    @Test
    void shouldCollarAChangedPriceOnly() {
        final long bid = venue.order(ALPHA).buy(10).at(9_100).enter();
        venue.order(BETA).sell(1).at(10_900).send();
        venue.order(GAMMA).buy(1).at(10_900).send();
        assertThat(venue.replace(ALPHA, bid).lots(12).send()).contains("1 5/0 open 12");
        assertThat(venue.replace(ALPHA, bid).at(9_101).send()).containsExactly("reject 1 2/0 PRICE_COLLAR");
    }

    @Test
    void shouldBecomeAMarketOrder() {
        venue.order(BETA).sell(4).at(10_000).send();
        final long bid = venue.order(ALPHA).buy(10).at(9_900).day().enter();
        assertThat(venue.replace(ALPHA, bid).type('1').send())
                .startsWith("2 5/0 open 10")
                .contains("2 F/1 4@10000 open 6")
                .endsWith("2 4/4 open 0 NO_LIQUIDITY");
    }

    @Test
    void shouldRefuseOtherTypes() {
        final long bid = venue.order(ALPHA).buy(10).at(9_900).enter();
        assertThat(venue.replace(ALPHA, bid).type('3').send()).containsExactly("reject 1 2/0 TYPE_CHANGE");
        assertThat(venue.replace(ALPHA, bid).time('3').send()).containsExactly("reject 1 2/0 UNSUPPORTED_COMBINATION");
    }

    @Test
    void shouldTellTheTrueStateBeforeAGatewaysRefusal() {
        final long bid = venue.order(ALPHA).buy(10).at(9_900).enter();
        assertThat(venue.replace(ALPHA, bid).gatewayCode(Code.PRICE_TICK).send())
                .containsExactly("reject 1 2/0 PRICE_TICK");
        venue.cancel(ALPHA, bid);
        assertThat(venue.replace(ALPHA, bid).gatewayCode(Code.PRICE_TICK).send())
                .containsExactly("reject 1 2/4 TOO_LATE");
    }

    @Test
    void shouldNotJudgeAQuantityThatIsKeptByNewBounds() {
        final long bid = venue.order(ALPHA).buy(10).at(9_900).enter();
        venue.bounds(20, 30);
        assertThat(venue.replace(ALPHA, bid).at(9_901).send()).contains("1 5/0 open 10");
        assertThat(venue.replace(ALPHA, bid).lots(9).send()).containsExactly("reject 1 2/0 QTY_INVALID");
        assertThat(venue.replace(ALPHA, bid).lots(25).send()).contains("1 5/0 open 25");
        venue.bounds(1, 20);
        assertThat(venue.replace(ALPHA, bid).lots(24).send()).contains("1 5/0 open 24");
        assertThat(venue.replace(ALPHA, bid).lots(25).send()).containsExactly("reject 1 2/0 QTY_INVALID");
    }

    @Test
    void shouldChangeDateAndTime() {
        final long bid = venue.order(ALPHA).buy(10).at(9_900).enter();
        venue.replace(ALPHA, bid).until(TestVenue.NOON + 1_000).send();
        assertThat(venue.engine().nextDueMicros()).isEqualTo(TestVenue.NOON + 1_000);
        venue.replace(ALPHA, bid).time('1').send();
        assertThat(venue.engine().nextDueMicros()).isGreaterThan(TestVenue.NOON + 1_000);
        assertThat(venue.replace(ALPHA, bid).until(TestVenue.NOON).send()).containsExactly("reject 1 2/0 EXPIRE_TIME");
    }
}
