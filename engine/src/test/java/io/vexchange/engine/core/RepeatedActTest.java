package io.vexchange.engine.core;

import static io.vexchange.engine.core.TestVenue.ACME;
import static io.vexchange.engine.core.TestVenue.ALPHA;
import static io.vexchange.engine.core.TestVenue.ALPHA_A;
import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.KillScope;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An act that is sent again under its request id is answered as before and not done again. */
final class RepeatedActTest {
    private final TestVenue venue = new TestVenue();
    private final Acts acts = new Acts(venue);

    @Test
    void shouldAnswerARepeatedActAsTheFirst() {
        acts.request("r-1").announce("maintenance", 1, Long.MIN_VALUE);
        assertThat(venue.resultId()).isEqualTo(1);
        assertThat(acts.announce("maintenance", 1, Long.MIN_VALUE)).isEmpty();
        assertThat(venue.resultId()).isEqualTo(1);
        assertThat(venue.code()).isEqualTo(Code.NONE);
        venue.restart();
        assertThat(acts.announce("maintenance", 1, Long.MIN_VALUE)).isEmpty();
        acts.request("r-2").announce("maintenance", 1, Long.MIN_VALUE);
        assertThat(venue.resultId()).isEqualTo(2);
    }

    @Test
    void shouldGiveTheFirstRefusalAgain() {
        acts.request("r-1").withdraw(1);
        assertThat(venue.code()).isEqualTo(Code.NOT_FOUND);
        acts.request("r-2").announce("x", 1, Long.MIN_VALUE);
        assertThat(acts.request("r-1").withdraw(1)).isEmpty();
        assertThat(venue.code()).isEqualTo(Code.NOT_FOUND);
    }

    @Test
    void shouldTakeAnotherActUnderTheSameIdAsAnother() {
        acts.request("r-1").limits(KillScope.ACCOUNT, ALPHA_A).orders(1).send();
        assertThat(acts.limits(KillScope.ACCOUNT, ALPHA_A).orders(0).send()).contains("audit 17 NONE");
        assertThat(acts.tier(0, "gold", ACME, 0, 1, 0)).contains("audit 21 NONE");
        assertThat(acts.limits(KillScope.ACCOUNT, ALPHA_A).orders(1).send()).isEmpty();
        assertThat(venue.order(ALPHA).buy(1).at(9_900).send()).contains("1 8/8 open 0 OPEN_ORDERS");
    }

    @Test
    void shouldDoAnActWithoutAnIdEachTime() {
        assertThat(acts.announce("x", 1, Long.MIN_VALUE)).hasSize(2);
        assertThat(acts.announce("x", 1, Long.MIN_VALUE)).hasSize(2);
        acts.request("").announce("x", 1, Long.MIN_VALUE);
        assertThat(acts.announce("x", 1, Long.MIN_VALUE)).hasSize(2);
    }

    @Test
    void shouldRememberTheLastTenThousand() {
        for (int i = 0; i <= 10_000; i++) {
            acts.request("r-" + i).withdraw(1);
        }
        assertThat(acts.request("r-1").withdraw(1)).isEmpty();
        assertThat(acts.request("r-0").withdraw(1)).containsExactly("audit 23 NOT_FOUND");
        final List<byte[]> before = venue.snapshot();
        venue.restart();
        assertThat(venue.snapshot())
                .usingElementComparator(java.util.Arrays::compare)
                .isEqualTo(before);
        assertThat(acts.request("r-10000").withdraw(1)).isEmpty();
    }
}
