package io.vexchange.engine.core;

import static io.vexchange.engine.core.TestVenue.ALPHA;
import static io.vexchange.engine.core.TestVenue.ALPHA_A;
import static io.vexchange.engine.core.TestVenue.ALPHA_B;
import static io.vexchange.engine.core.TestVenue.NOON;
import static io.vexchange.engine.core.TestVenue.WEB_ALPHA;
import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.model.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Announcements, acts on FIX sessions, and cancel-after. */
final class DeskTest {
    private static final long SECOND = 1_000_000;
    private static final long NOW = Long.MIN_VALUE;

    private final TestVenue venue = new TestVenue();
    private final Acts acts = new Acts(venue);

    @Test
    void shouldAnnounceAndWithdraw() {
        assertThat(acts.announce("maintenance", 2, NOON + 60 * SECOND)).containsExactly("item 122", "audit 23 NONE");
        assertThat(venue.resultId()).isEqualTo(1);
        acts.announce("late", 1, NOW);
        venue.restart();
        assertThat(venue.image()).filteredOn("item 122"::equals).hasSize(2);
        assertThat(acts.withdraw(1)).containsExactly("item 122", "audit 23 NONE");
        assertThat(acts.withdraw(1)).containsExactly("audit 23 NOT_FOUND");
        assertThat(venue.image()).filteredOn("item 122"::equals).hasSize(1);
        acts.withdraw(2);
        venue.restart();
        acts.announce("again", 3, NOW);
        assertThat(venue.resultId()).isEqualTo(3);
    }

    @Test
    void shouldRefuseAnnouncementsThatCanNotBe() {
        assertThat(acts.announce("", 1, NOW)).containsExactly("audit 23 INVALID");
        assertThat(acts.announce("x", 0, NOW)).containsExactly("audit 23 INVALID");
        assertThat(acts.announce("x", 4, NOW)).containsExactly("audit 23 INVALID");
        assertThat(acts.announce("x".repeat(1_001), 1, NOW)).containsExactly("audit 23 INVALID");
        for (int i = 0; i < 1_000; i++) {
            acts.announce("x", 1, NOW);
        }
        assertThat(acts.announce("x", 1, NOW)).containsExactly("audit 23 INVALID");
    }

    @Test
    void shouldAskTheGatewayAndTellItsAnswer() {
        assertThat(acts.session(1, 1)).containsExactly("item 123", "audit 24 NONE");
        final long asked = venue.resultId();
        assertThat(asked).isEqualTo(venue.engine().sequence() - 1);
        assertThat(acts.sessionDone(1, asked)).containsExactly("item 124");
        assertThat(acts.session(2, 2)).containsExactly("item 123", "audit 25 NONE");
        assertThat(acts.session(99, 1)).containsExactly("audit 24 NOT_FOUND");
        assertThat(acts.session(1, 3)).containsExactly("audit 24 INVALID");
        assertThat(acts.sessionDone(99, 1)).isEmpty();
        assertThat(venue.code()).isEqualTo(Code.NOT_FOUND);
    }

    @Test
    void shouldCancelTheUsersOrdersOfTheAccountUnlessRenewed() {
        venue.order(WEB_ALPHA).buy(1).at(9_900).send();
        venue.order(ALPHA).buy(1).at(9_900).send();
        venue.order(WEB_ALPHA).buy(1).stop(10_500).send();
        assertThat(acts.cancelAfter(WEB_ALPHA, ALPHA_A, 5)).containsExactly("item 128");
        assertThat(venue.engine().nextDueMicros()).isEqualTo(NOON + 5 * SECOND);
        venue.time(NOON + 4 * SECOND);
        acts.cancelAfter(WEB_ALPHA, ALPHA_A, 60);
        assertThat(venue.at(NOON + 63 * SECOND)).isEmpty();
        venue.restart();
        assertThat(venue.image()).filteredOn("item 128"::equals).hasSize(1);
        assertThat(venue.at(NOON + 64 * SECOND))
                .containsExactly(
                        "1 4/4 open 0 CANCEL_AFTER", "book - 1 0@9900", "3 4/4 open 0 CANCEL_AFTER", "item 128");
        assertThat(venue.reports().get(0).restatementReason()).isEqualTo((short) 99);
        assertThat(venue.image()).doesNotContain("item 128");
        assertThat(venue.at(NOON + 3_600 * SECOND)).isEmpty();
    }

    @Test
    void shouldEndCancelAfter() {
        venue.order(WEB_ALPHA).buy(1).at(9_900).send();
        acts.cancelAfter(WEB_ALPHA, ALPHA_A, 5);
        assertThat(acts.cancelAfter(WEB_ALPHA, ALPHA_A, 0)).containsExactly("item 128");
        assertThat(acts.cancelAfter(WEB_ALPHA, ALPHA_A, 0)).isEmpty();
        assertThat(venue.code()).isEqualTo(Code.NONE);
        assertThat(venue.at(NOON + 60 * SECOND)).isEmpty();
    }

    @Test
    void shouldRefuseOtherUsesOfCancelAfter() {
        final List<String> none = List.of();
        assertThat(acts.cancelAfter(WEB_ALPHA, ALPHA_A, 4)).isEqualTo(none);
        assertThat(venue.code()).isEqualTo(Code.INVALID);
        assertThat(acts.cancelAfter(WEB_ALPHA, ALPHA_A, 3_601)).isEqualTo(none);
        assertThat(venue.code()).isEqualTo(Code.INVALID);
        assertThat(acts.cancelAfter(WEB_ALPHA, ALPHA_B, 5)).isEqualTo(none);
        assertThat(venue.code()).isEqualTo(Code.UNKNOWN_ACCOUNT);
        assertThat(acts.cancelAfter(ALPHA, ALPHA_A, 5)).isEqualTo(none);
        assertThat(venue.code()).isEqualTo(Code.UNKNOWN_ACCOUNT);
    }
}
