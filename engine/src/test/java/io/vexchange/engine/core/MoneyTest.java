package io.vexchange.engine.core;

import static io.vexchange.engine.core.TestVenue.ACME_UNITS;
import static io.vexchange.engine.core.TestVenue.ALPHA;
import static io.vexchange.engine.core.TestVenue.ALPHA_A;
import static io.vexchange.engine.core.TestVenue.BETA;
import static io.vexchange.engine.core.TestVenue.BETA_A;
import static io.vexchange.engine.core.TestVenue.FEES;
import static io.vexchange.engine.core.TestVenue.GAMMA;
import static io.vexchange.engine.core.TestVenue.GAMMA_A;
import static io.vexchange.engine.core.TestVenue.MONEY;
import static io.vexchange.engine.core.TestVenue.SHARES;
import static io.vexchange.engine.core.TestVenue.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.model.AccountType;
import io.vexchange.engine.model.Code;
import org.junit.jupiter.api.Test;

final class MoneyTest {
    private static final long DOLLAR = 1_000_000;

    private final TestVenue venue = new TestVenue();

    private String balance(final long total, final long held) {
        return total + " held " + held;
    }

    @Test
    void shouldHoldPriceTimesQuantityAndTheHighestFeeAndReleaseItToTheUnit() {
        final long bid = venue.order(ALPHA).buy(10).at(9_900).enter();
        assertThat(venue.balance(ALPHA_A, USD)).isEqualTo(balance(MONEY, 990_099_000));
        venue.cancel(ALPHA, bid);
        assertThat(venue.balance(ALPHA_A, USD)).isEqualTo(balance(MONEY, 0));
        venue.order(BETA).sell(4).at(10_000).send();
        venue.order(ALPHA).buy(10).at(10_100).send();
        assertThat(venue.balance(ALPHA_A, USD)).isEqualTo(balance(MONEY - 400_040_000, 606_060_600));
    }

    @Test
    void shouldMoveBothAssetsAndTheFee() {
        venue.order(BETA).sell(500).at(10_000).send();
        venue.order(ALPHA).buy(500).at(10_000).send();
        assertThat(venue.balance(ALPHA_A, USD)).isEqualTo(balance(MONEY - 50_005 * DOLLAR, 0));
        assertThat(venue.balance(ALPHA_A, ACME_UNITS)).isEqualTo(balance(SHARES + 500, 0));
        assertThat(venue.balance(BETA_A, USD)).isEqualTo(balance(MONEY + 50_000 * DOLLAR, 0));
        assertThat(venue.balance(BETA_A, ACME_UNITS)).isEqualTo(balance(SHARES - 500, 0));
        assertThat(venue.balance(FEES, USD)).isEqualTo(balance(5 * DOLLAR, 0));
    }

    @Test
    void shouldPayTheMakersRebateOutOfTheTakersFee() {
        venue.instrument(1, true, -50, 200, MONEY);
        venue.order(BETA).sell(1).at(10_000).send();
        venue.order(ALPHA).buy(1).at(10_000).send();
        assertThat(venue.balance(BETA_A, USD)).isEqualTo(balance(MONEY + 100 * DOLLAR + 5_000, 0));
        assertThat(venue.balance(FEES, USD)).isEqualTo(balance(15_000, 0));
    }

    @Test
    void shouldKeepTheRatesOfItsAcceptance() {
        venue.order(BETA).sell(1).at(10_000).send();
        venue.instrument(1, true, 500, 100, MONEY);
        venue.order(ALPHA).buy(1).at(10_000).send();
        assertThat(venue.balance(BETA_A, USD)).isEqualTo(balance(MONEY + 100 * DOLLAR, 0));
    }

    @Test
    void shouldNeverTakeMoreFeeThanIsHeldWhateverTheFills() {
        venue.instrument(1, true, 333, 777, MONEY);
        final long bid = venue.order(ALPHA).buy(99).at(9_973).enter();
        for (int i = 0; i < 99; i++) {
            venue.order(BETA).sell(1).at(9_973).send();
        }
        assertThat(venue.status(ALPHA, "c1")).containsExactly(bid + " I/2 open 0");
        assertThat(venue.balance(ALPHA_A, USD)).endsWith("held 0");
    }

    @Test
    void shouldRefuseWhatIsNotCovered() {
        venue.transfer(GAMMA_A, USD, -(MONEY - 1_000 * DOLLAR), "");
        assertThat(venue.order(GAMMA).buy(10).at(10_000).send()).containsExactly("1 8/8 open 0 INSUFFICIENT_FUNDS");
        assertThat(venue.order(GAMMA).buy(9).at(10_000).send()).contains("2 0/0 open 9");
        assertThat(venue.order(GAMMA).buy(1).at(10_000).send()).containsExactly("3 8/8 open 0 INSUFFICIENT_FUNDS");
        assertThat(venue.replace(GAMMA, 2).lots(10).send()).containsExactly("reject 2 2/0 INSUFFICIENT_FUNDS");
        assertThat(venue.replace(GAMMA, 2).lots(8).send()).contains("2 5/0 open 8");
        assertThat(venue.order(GAMMA).buy(1).at(10_000).send()).contains("4 0/0 open 1");
    }

    @Test
    void shouldHoldAMarketBuyAtItsProtectionLimit() {
        venue.transfer(GAMMA_A, USD, -(MONEY - 102 * DOLLAR), "");
        venue.order(BETA).sell(1).at(10_000).send();
        assertThat(venue.order(GAMMA).buy(1).market().send()).containsExactly("2 8/8 open 0 INSUFFICIENT_FUNDS");
        venue.transfer(GAMMA_A, USD, 2 * DOLLAR, "");
        assertThat(venue.order(GAMMA).buy(1).market().send()).contains("3 F/2 1@10000 open 0");
    }

    @Test
    void shouldHoldNothingForAMarketBuyWithoutAnOppositeSide() {
        venue.order(ALPHA).buy(1_000_000).market().send();
        assertThat(venue.reports().get(0).quoteHeld()).isZero();
    }

    @Test
    void shouldSellNoMoreThanThereIs() {
        assertThat(venue.order(ALPHA).sell(1_000_000).at(10_000).send()).contains("1 0/0 open 1000000");
        venue.transfer(ALPHA_A, ACME_UNITS, -(SHARES - 1_000_001), "");
        assertThat(venue.order(ALPHA).sell(2).at(10_000).send()).containsExactly("2 8/8 open 0 INSUFFICIENT_FUNDS");
        assertThat(venue.order(ALPHA).sell(1).at(10_000).send()).contains("3 0/0 open 1");
    }

    @Test
    void shouldLetACreditAccountOweButNotWithdraw() {
        venue.account(0, "CREDIT", 4, AccountType.CREDIT, true);
        venue.session(3, "", 4, true, 6);
        final Trader credit = new Trader(3, 6);
        venue.order(BETA).sell(5).at(10_000).send();
        assertThat(venue.order(credit).buy(5).at(10_000).send()).contains("trade 5@10000");
        assertThat(venue.balance(6, USD)).isEqualTo(balance(-500_050_000, 0));
        venue.transfer(6, USD, -1, "");
        assertThat(venue.code()).isEqualTo(Code.NOT_COVERED);
        assertThat(venue.order(credit).sell(5).at(10_000).send()).contains("book + 3 5@10000");
    }

    @Test
    void shouldRefuseCreditBeyondSixtyTwoBitsInAll() {
        venue.instrument(1, true, 0, 0, 1L << 62);
        venue.account(0, "CREDIT", 4, AccountType.CREDIT, true);
        venue.session(3, "", 4, true, 6);
        final Trader credit = new Trader(3, 6);
        int taken = 0;
        while (venue.order(credit).buy(1_000_000).at(11_000).send().get(0).endsWith("open 1000000")) {
            taken++;
            if (taken == 50) {
                break;
            }
        }
        assertThat(taken).isEqualTo(50);
        venue.asset("BIG", 18);
        venue.transfer(6, 3, (1L << 62) - 1, "");
        assertThat(venue.code()).isEqualTo(Code.NONE);
        venue.transfer(6, 3, 1, "");
        assertThat(venue.code()).isEqualTo(Code.ASSET_OVERFLOW);
    }

    @Test
    void shouldTransferWithinBounds() {
        assertThat(venue.transfer(ALPHA_A, USD, 5, "r1")).containsExactly("balance 2/1 1000000000000005 held 0");
        assertThat(venue.transfer(ALPHA_A, USD, -5, "")).containsExactly("balance 2/1 1000000000000000 held 0");
        venue.order(ALPHA).buy(10).at(10_000).send();
        venue.transfer(ALPHA_A, USD, -MONEY, "");
        assertThat(venue.code()).isEqualTo(Code.NOT_COVERED);
        venue.transfer(ALPHA_A, USD, Long.MAX_VALUE, "");
        assertThat(venue.code()).isEqualTo(Code.ASSET_OVERFLOW);
        venue.transfer(ALPHA_A, USD, Long.MIN_VALUE, "");
        assertThat(venue.code()).isEqualTo(Code.INVALID);
        venue.transfer(ALPHA_A, USD, Long.MIN_VALUE + 1, "");
        assertThat(venue.code()).isEqualTo(Code.NOT_COVERED);
        venue.transfer(99, USD, 1, "");
        assertThat(venue.code()).isEqualTo(Code.NOT_FOUND);
    }

    @Test
    void shouldMakeATransferOnceForAReference() {
        venue.transfer(ALPHA_A, USD, 5, "r1");
        final long first = venue.engine().sequence();
        assertThat(venue.transfer(ALPHA_A, USD, 5, "r1")).isEmpty();
        assertThat(venue.resultId()).isEqualTo(first);
        venue.transfer(ALPHA_A, USD, 6, "r1");
        assertThat(venue.code()).isEqualTo(Code.REFERENCE_USED);
        assertThat(venue.transfer(BETA_A, USD, 5, "r1")).hasSize(1);
        venue.restart();
        assertThat(venue.transfer(ALPHA_A, USD, 5, "r1")).isEmpty();
    }
}
