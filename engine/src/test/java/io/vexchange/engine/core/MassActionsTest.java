package io.vexchange.engine.core;

import static io.vexchange.engine.core.TestVenue.ACME;
import static io.vexchange.engine.core.TestVenue.ALPHA;
import static io.vexchange.engine.core.TestVenue.ALPHA2;
import static io.vexchange.engine.core.TestVenue.ALPHA_A;
import static io.vexchange.engine.core.TestVenue.ALPHA_B;
import static io.vexchange.engine.core.TestVenue.BETA;
import static io.vexchange.engine.core.TestVenue.BETA_A;
import static io.vexchange.engine.core.TestVenue.OPERATOR;
import static io.vexchange.engine.core.TestVenue.WEB_ALPHA;
import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.model.AccountType;
import io.vexchange.engine.model.KillScope;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MassActionsTest {
    private final TestVenue venue = new TestVenue();

    private void fourOrders() {
        venue.order(ALPHA2).buy(1).at(9_900).id("a").connection(1).send();
        venue.order(ALPHA).sell(1).at(10_100).id("b").connection(1).send();
        venue.order(WEB_ALPHA).buy(1).stop(10_500).id("c").send();
        venue.order(BETA).sell(1).at(10_100).id("d").send();
    }

    @Test
    void shouldCancelAllOrdersOfTheRequestersAccountsByAscendingId() {
        fourOrders();
        assertThat(venue.massCancel(ALPHA, 0, 0, '\0'))
                .containsExactly(
                        "1 4/4 open 0 MASS_CANCEL",
                        "book - 1 0@9900",
                        "2 4/4 open 0 MASS_CANCEL",
                        "book - 2 0@10100",
                        "3 4/4 open 0 MASS_CANCEL",
                        "mass NONE 3 1=a 2=b 3=c");
    }

    @Test
    void shouldNarrowByAccountInstrumentAndSide() {
        fourOrders();
        assertThat(venue.massCancel(ALPHA, ALPHA_B, 0, '\0')).endsWith("mass NONE 1 1=a");
        assertThat(venue.massCancel(ALPHA, 0, ACME, '2')).endsWith("mass NONE 1 2=b");
        assertThat(venue.massCancel(ALPHA, BETA_A, 0, '\0')).containsExactly("mass UNKNOWN_ACCOUNT 0");
        assertThat(venue.massCancel(ALPHA, 0, 99, '\0')).containsExactly("mass UNKNOWN_SYMBOL 0");
    }

    @Test
    void shouldNameAHundredOrdersAtMost() {
        for (int i = 0; i < 150; i++) {
            venue.order(ALPHA).buy(1).at(9_900).send();
        }
        final List<String> told = venue.massCancel(OPERATOR, 0, 0, '\0');
        assertThat(told).hasSize(301);
        assertThat(told.get(300))
                .startsWith("mass NONE 150 1=")
                .contains(" 100=")
                .doesNotContain(" 101=");
    }

    @Test
    void shouldTellOneReportAnOpenOrderOrThatThereIsNone() {
        fourOrders();
        assertThat(venue.massStatus(ALPHA)).containsExactly("1 I/0 open 1", "2 I/0 open 1", "3 I/0 open 1");
        assertThat(venue.reports().get(2).flags() & 8).isEqualTo(8);
        venue.massCancel(ALPHA, 0, 0, '\0');
        assertThat(venue.massStatus(ALPHA)).containsExactly("0 I/8 open 0 NO_ORDERS");
    }

    @Test
    void shouldTellOfAHundredThousandOrdersAtOnceAndNotOfMore() {
        venue.checkNoMore();
        for (int i = 0; i < 100_000; i++) {
            venue.order(ALPHA).buy(1).at(9_900).send();
        }
        assertThat(venue.massStatus(ALPHA)).hasSize(100_000);
        final long last = venue.order(ALPHA).buy(1).at(9_900).enter();
        assertThat(venue.massStatus(ALPHA)).containsExactly("0 I/8 open 0 TOO_MANY");
        assertThat(venue.reports().get(0).flags()).isEqualTo(8 + 16);
        venue.cancel(ALPHA, last);
        assertThat(venue.massStatus(ALPHA)).hasSize(100_000);
    }

    @Test
    void shouldCancelOnDisconnectWhatTheSessionOwns() {
        fourOrders();
        venue.order(ALPHA).buy(1).at(9_900).connection(2).send();
        assertThat(venue.disconnect(ALPHA, 1, 'S', false))
                .containsExactly(
                        "1 4/4 open 0 CANCEL_ON_DISCONNECT",
                        "book - 1 0@9900",
                        "2 4/4 open 0 CANCEL_ON_DISCONNECT",
                        "book - 2 0@10100");
    }

    @Test
    void shouldCancelOnDisconnectAllOfItsAccountsOrSpareGoodTillCancel() {
        fourOrders();
        venue.order(ALPHA).buy(1).at(9_900).day().send();
        assertThat(venue.disconnect(ALPHA, 1, 'Y', true))
                .containsExactly("5 4/4 open 0 CANCEL_ON_DISCONNECT", "book - 5 0@9900");
        assertThat(venue.disconnect(ALPHA, 1, 'Y', false)).contains("3 4/4 open 0 CANCEL_ON_DISCONNECT");
    }

    @Test
    void shouldEndAndBlockWhatAKillSwitchCoversUntilASecondUserReleasesIt() {
        fourOrders();
        assertThat(venue.engage(1, KillScope.ACCOUNT, ALPHA_A))
                .containsExactly(
                        "2 4/4 open 0 KILL_SWITCH",
                        "book - 2 0@10100",
                        "3 4/4 open 0 KILL_SWITCH",
                        "kill 1 on 2 too \"fast\"",
                        "audit 12 NONE");
        assertThat(venue.order(ALPHA).buy(1).at(9_900).send()).containsExactly("5 8/8 open 0 KILL_SWITCH");
        assertThat(venue.order(ALPHA2).buy(1).at(9_900).send()).contains("6 0/0 open 1");
        assertThat(venue.engage(2, KillScope.ACCOUNT, ALPHA_A)).isEmpty();
        assertThat(venue.resultId()).isEqualTo(1);
        assertThat(venue.release(1, 1)).isEmpty();
        assertThat(venue.code().name()).isEqualTo("SECOND_USER_REQUIRED");
        assertThat(venue.release(2, 1)).containsExactly("kill 1 off 2 too \"fast\"");
        assertThat(venue.order(ALPHA).buy(1).at(9_900).send()).contains("7 0/0 open 1");
        venue.release(2, 1);
        assertThat(venue.code().name()).isEqualTo("ALREADY_RELEASED");
    }

    @Test
    void shouldCoverByEveryScope() {
        for (final KillScope scope : KillScope.values()) {
            final TestVenue fresh = new TestVenue();
            fresh.order(BETA).sell(1).at(10_100).send();
            fresh.engage(1, scope, scope == KillScope.MARKET ? 0 : scope == KillScope.FIRM ? 3 : scopeTarget(scope));
            assertThat(fresh.order(BETA).sell(1).at(10_100).send())
                    .as(scope.name())
                    .containsExactly("2 8/8 open 0 KILL_SWITCH");
            fresh.restart();
            assertThat(fresh.order(BETA).sell(1).at(10_100).send())
                    .as(scope.name())
                    .containsExactly("3 8/8 open 0 KILL_SWITCH");
        }
    }

    private static int scopeTarget(final KillScope scope) {
        return switch (scope) {
            case SESSION -> BETA.requesterId();
            case ACCOUNT -> BETA_A;
            default -> ACME;
        };
    }

    @Test
    void shouldEndTheOrdersOfWhatIsDisabledAndRefuseNewOnes() {
        fourOrders();
        assertThat(venue.account(ALPHA_A, "", 2, AccountType.CASH, false))
                .containsExactly("item 113", "2 4/4 open 0 DISABLED", "book - 2 0@10100", "3 4/4 open 0 DISABLED");
        assertThat(venue.order(ALPHA).buy(1).at(9_900).send()).containsExactly("5 8/8 open 0 DISABLED");
        assertThat(venue.session(1, "", 2, false, ALPHA_A, ALPHA_B)).contains("1 4/4 open 0 DISABLED");
        assertThat(venue.participant(3, "", false)).contains("4 4/4 open 0 DISABLED");
        venue.participant(3, "", true);
        venue.order(BETA).sell(1).at(10_100).send();
        assertThat(venue.instrument(1, false, 0, 100, TestVenue.MONEY)).contains("6 4/4 open 0 DISABLED");
        assertThat(venue.order(BETA).sell(1).at(10_100).send()).containsExactly("7 8/8 open 0 DISABLED");
    }
}
