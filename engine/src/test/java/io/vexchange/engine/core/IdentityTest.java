package io.vexchange.engine.core;

import static io.vexchange.engine.core.TestVenue.ALPHA;
import static io.vexchange.engine.core.TestVenue.ALPHA2;
import static io.vexchange.engine.core.TestVenue.BETA;
import static io.vexchange.engine.core.TestVenue.OPERATOR;
import static io.vexchange.engine.core.TestVenue.WEB_ALPHA;
import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.EngineLimits;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.ExecutionReportDecoder;
import org.junit.jupiter.api.Test;

final class IdentityTest {
    private final TestVenue venue = new TestVenue();

    @Test
    void shouldRefuseADuplicateWithTheStateOfTheOrderAndLeaveItAlone() {
        venue.order(ALPHA).buy(10).at(9_900).id("a").send();
        assertThat(venue.order(ALPHA).buy(20).at(9_800).id("a").send())
                .containsExactly("1 8/0 open 10 DUPLICATE_CLORDID");
        assertThat(venue.reports().get(0).quantityLots()).isEqualTo(10);
        assertThat(venue.reports().get(0).flags() & 32).isEqualTo(32);
    }

    @Test
    void shouldNotReuseAnIdAfterACancelAFillOrARefusal() {
        final long cancelled = venue.order(ALPHA).buy(1).at(9_900).id("a").enter();
        venue.cancel(ALPHA, cancelled);
        venue.order(ALPHA).buy(1).at(10_000).id("b").send();
        venue.order(BETA).sell(1).at(10_000).send();
        venue.order(ALPHA).buy(1).at(1).id("c").send();
        assertThat(venue.order(ALPHA).buy(1).at(9_900).id("a").send())
                .containsExactly("1 8/4 open 0 DUPLICATE_CLORDID");
        assertThat(venue.order(ALPHA).buy(1).at(9_900).id("b").send())
                .containsExactly("2 8/2 open 0 DUPLICATE_CLORDID");
        assertThat(venue.order(ALPHA).buy(1).at(9_900).id("c").send())
                .containsExactly("4 8/8 open 0 DUPLICATE_CLORDID");
    }

    @Test
    void shouldRefuseEveryIdAnOrderHasBorne() {
        final long order = venue.order(ALPHA).buy(10).at(9_900).id("a").enter();
        venue.replace(ALPHA, order).lots(9).id("b").send();
        venue.cancel(ALPHA, order, "c", "", Code.NONE);
        for (final String used : new String[] {"a", "b", "c"}) {
            assertThat(venue.order(ALPHA).buy(1).at(9_900).id(used).send())
                    .containsExactly("1 8/4 open 0 DUPLICATE_CLORDID");
        }
    }

    @Test
    void shouldTakeAnyIdOfTheChainInACancelAndAStatusRequest() {
        final long order = venue.order(ALPHA).buy(10).at(9_900).id("a").enter();
        venue.replace(ALPHA, order).lots(9).id("b").send();
        assertThat(venue.status(ALPHA, "a")).containsExactly("1 I/0 open 9");
        assertThat(venue.cancel(ALPHA, 0, "c", "a", Code.NONE)).containsExactly("1 4/4 open 0", "book - 1 0@9900");
        assertThat(Told.ids(venue.reports().get(0))).isEqualTo("c b b ");
    }

    @Test
    void shouldTellRequestAndOrderIdOfAReplace() {
        final long order =
                venue.order(ALPHA).buy(10).at(9_900).id("a").echo("x").enter();
        venue.replace(ALPHA, order).lots(9).id("b").send();
        assertThat(Told.ids(venue.reports().get(0))).isEqualTo("b a b x");
    }

    @Test
    void shouldNotSpendTheIdOfARefusedReplace() {
        final long order = venue.order(ALPHA).buy(10).at(9_900).id("a").enter();
        venue.replace(ALPHA, order).at(1).id("b").send();
        assertThat(venue.replace(ALPHA, 0).orig("b").id("c").lots(5).send())
                .containsExactly("reject 0 2/8 UNKNOWN_ORDER");
        assertThat(venue.replace(ALPHA, order).lots(5).id("b").send()).contains("1 5/0 open 5");
    }

    @Test
    void shouldAnswerAPossibleDuplicateWithTheState() {
        final long order = venue.order(ALPHA).buy(10).at(9_900).id("a").enter();
        assertThat(venue.order(ALPHA).buy(10).at(9_900).id("a").possResend().send())
                .containsExactly("1 I/0 open 10");
        venue.replace(ALPHA, order).lots(8).id("b").send();
        assertThat(venue.replace(ALPHA, order).lots(8).id("b").possResend().send())
                .containsExactly("1 I/0 open 8");
        assertThat(venue.order(ALPHA).buy(10).at(9_900).id("new").possResend().send())
                .contains("2 0/0 open 10");
    }

    @Test
    void shouldAnswerTheSameOrderAgainByItsFingerprintOnly() {
        venue.order(WEB_ALPHA).buy(10).at(1).id("a").idempotent(7).send();
        assertThat(venue.order(WEB_ALPHA).buy(10).at(1).id("a").idempotent(7).send())
                .containsExactly("1 I/8 open 0 PRICE_COLLAR");
        assertThat(venue.order(WEB_ALPHA).buy(10).at(1).id("a").idempotent(8).send())
                .containsExactly("1 8/8 open 0 DUPLICATE_CLORDID");
    }

    @Test
    void shouldNotTakeABorneIdForTheOrderAsEntered() {
        final long order = venue.order(ALPHA).buy(10).at(9_900).id("a").enter();
        venue.replace(ALPHA, order).lots(8).id("b").send();
        assertThat(venue.order(ALPHA).buy(10).at(9_900).id("b").idempotent(0).send())
                .containsExactly("1 8/0 open 8 DUPLICATE_CLORDID");
    }

    @Test
    void shouldKeepIdsOfAccountsApart() {
        venue.order(ALPHA).buy(1).at(9_900).id("a").send();
        assertThat(venue.order(ALPHA2).buy(1).at(9_900).id("a").send()).contains("2 0/0 open 1");
        assertThat(venue.cancel(ALPHA, 0, "c", "a", Code.NONE)).contains("1 4/4 open 0");
    }

    @Test
    void shouldHideAStrangersOrder() {
        final long order = venue.order(BETA).sell(1).at(10_000).id("a").enter();
        assertThat(venue.cancel(ALPHA, order)).containsExactly("reject 0 1/8 UNKNOWN_ORDER");
        assertThat(venue.cancel(ALPHA, order, "x", "a", Code.NONE)).containsExactly("reject 0 1/8 UNKNOWN_ORDER");
        assertThat(venue.replace(ALPHA, order).lots(2).send()).containsExactly("reject 0 2/8 UNKNOWN_ORDER");
        assertThat(venue.status(ALPHA, "a")).containsExactly("0 I/8 open 0 UNKNOWN_ORDER");
    }

    @Test
    void shouldNameWhatDoesNotAgree() {
        final long one = venue.order(ALPHA).buy(1).at(9_900).id("a").enter();
        final long two = venue.order(ALPHA).buy(1).at(9_900).id("b").enter();
        assertThat(venue.cancel(ALPHA, two, "x", "a", Code.NONE)).containsExactly("reject 1 1/0 ID_MISMATCH");
        assertThat(venue.replace(ALPHA, one).side('2').send()).containsExactly("reject 1 2/0 ORDER_MISMATCH");
        assertThat(venue.cancel(ALPHA, one, "b", "", Code.NONE)).containsExactly("reject 1 1/0 DUPLICATE_CLORDID");
        assertThat(venue.cancel(ALPHA, one, "a", "", Code.NONE)).containsExactly("reject 1 1/0 DUPLICATE_CLORDID");
    }

    @Test
    void shouldTellTheTrueStatusOfALateCancel() {
        final long order = venue.order(ALPHA).buy(1).at(10_000).enter();
        venue.order(BETA).sell(1).at(10_000).send();
        assertThat(venue.cancel(ALPHA, order)).containsExactly("reject 1 1/2 TOO_LATE");
        final long refused = venue.order(ALPHA).buy(1).at(1).enter();
        assertThat(venue.cancel(ALPHA, refused)).containsExactly("reject 3 1/8 TOO_LATE");
    }

    @Test
    void shouldLetStaffCancelAnyOrder() {
        final long order = venue.order(BETA).sell(1).at(10_000).enter();
        assertThat(venue.cancel(OPERATOR, order, "", "", Code.CANCELED_BY_OPERATOR))
                .containsExactly("1 4/4 open 0 CANCELED_BY_OPERATOR", "book - 1 0@10000");
        final ExecutionReportDecoder report = venue.reports().get(0);
        assertThat(report.restatementReason()).isEqualTo((short) 99);
        assertThat(report.requesterId()).isEqualTo(OPERATOR.requesterId());
        assertThat(report.ownerId()).isEqualTo(BETA.requesterId());
    }

    @Test
    void shouldForgetTheOldestEndedOrdersOfAnAccountThatHasTooMany() {
        final EngineLimits limits = new EngineLimits(1_000_000, 3, 1_000, 90);
        final TestVenue small = new TestVenue(limits);
        for (int i = 1; i <= 4; i++) {
            small.order(ALPHA).buy(1).at(1).id("a" + i).send();
        }
        final long live = small.order(ALPHA).buy(1).at(9_900).id("live").enter();
        assertThat(small.status(ALPHA, "a1")).containsExactly("0 I/8 open 0 UNKNOWN_ORDER");
        assertThat(small.status(ALPHA, "a2")).containsExactly("2 I/8 open 0 PRICE_COLLAR");
        assertThat(small.status(ALPHA, "live")).containsExactly(live + " I/0 open 1");
    }
}
