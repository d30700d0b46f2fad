package io.vexchange.engine.core;

import static io.vexchange.engine.core.TestVenue.ACME;
import static io.vexchange.engine.core.TestVenue.ALPHA;
import static io.vexchange.engine.core.TestVenue.ALPHA_A;
import static io.vexchange.engine.core.TestVenue.BETA;
import static io.vexchange.engine.core.TestVenue.DAY;
import static io.vexchange.engine.core.TestVenue.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.model.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fee tiers: what is defined and assigned is in force from the next roll of the day. */
final class FeeTierTest {
    private final TestVenue venue = new TestVenue();
    private final Acts acts = new Acts(venue);

    /** The taker's fee of one lot at 100.00, in millionths of a dollar. */
    private long takerFee() {
        venue.order(BETA).sell(1).at(10_000).send();
        venue.order(ALPHA).buy(1).at(10_000).send();
        return venue.reports().get(2).fee();
    }

    @Test
    void shouldTakeEffectAtTheNextRoll() {
        assertThat(acts.tier(0, "gold", ACME, 0, 50, 0)).containsExactly("item 120", "audit 21 NONE");
        assertThat(venue.resultId()).isEqualTo(1);
        assertThat(acts.assign(ALPHA_A, 1)).containsExactly("item 121", "audit 22 NONE");
        assertThat(takerFee()).isEqualTo(10_000);
        assertThat(venue.at(NOON + DAY)).contains("day 20251126", "item 121");
        assertThat(takerFee()).isEqualTo(5_000);
        acts.tier(1, "", ACME, 0, 20, 0);
        assertThat(takerFee()).isEqualTo(5_000);
        venue.restart();
        assertThat(takerFee()).isEqualTo(5_000);
        assertThat(venue.at(NOON + 2 * DAY)).containsExactly("day 20251127");
        assertThat(takerFee()).isEqualTo(2_000);
        acts.assign(ALPHA_A, 0);
        assertThat(takerFee()).isEqualTo(2_000);
        venue.at(NOON + 3 * DAY);
        assertThat(takerFee()).isEqualTo(10_000);
    }

    @Test
    void shouldKeepTheRatesAnOrderWasAcceptedWith() {
        acts.tier(0, "gold", ACME, 300, 400, 0);
        acts.assign(ALPHA_A, 1);
        venue.order(ALPHA).sell(1).at(10_000).send();
        venue.at(NOON + DAY);
        venue.order(BETA).buy(1).at(10_000).send();
        assertThat(venue.reports().get(1).fee()).isZero();
        venue.order(ALPHA).sell(2).at(10_000).send();
        venue.order(BETA).buy(1).at(10_000).send();
        assertThat(venue.reports().get(1).fee()).isEqualTo(30_000);
    }

    @Test
    void shouldLeaveOtherInstrumentsTheirOwnRates() {
        acts.tier(0, "gold");
        acts.assign(ALPHA_A, 1);
        venue.at(NOON + DAY);
        assertThat(takerFee()).isEqualTo(10_000);
    }

    @Test
    void shouldRefuseRatesThatPayMoreThanTheyTake() {
        assertThat(acts.tier(0, "bad", ACME, -51, 50, 0)).containsExactly("audit 21 INVALID");
        assertThat(acts.tier(0, "good", ACME, -50, 50, 0)).contains("audit 21 NONE");
        assertThat(acts.tier(0, "bad", ACME, 0, 1_000_001, 0)).containsExactly("audit 21 INVALID");
        assertThat(acts.tier(0, "bad", ACME, 0, 1, -1)).containsExactly("audit 21 INVALID");
        assertThat(acts.tier(0, "bad", ACME, 0, 1, 0, ACME, 0, 1, 0)).containsExactly("audit 21 INVALID");
        assertThat(acts.tier(0, "bad", 99, 0, 1, 0)).containsExactly("audit 21 NOT_FOUND");
        assertThat(acts.tier(0, "good")).containsExactly("audit 21 IN_USE");
        assertThat(acts.tier(0, "standard")).containsExactly("audit 21 IN_USE");
        assertThat(acts.tier(9, "")).containsExactly("audit 21 NOT_FOUND");
        assertThat(acts.assign(ALPHA_A, 2)).containsExactly("audit 22 NOT_FOUND");
        assertThat(acts.assign(99, 1)).containsExactly("audit 22 NOT_FOUND");
        assertThat(venue.code()).isEqualTo(Code.NOT_FOUND);
    }

    @Test
    void shouldBeInImagesAndSnapshots() {
        acts.tier(0, "gold", ACME, 0, 50, 0);
        acts.assign(ALPHA_A, 1);
        venue.at(NOON + DAY);
        acts.tier(1, "", ACME, 0, 40, 0);
        assertThat(venue.image())
                .filteredOn(each -> "item 120".equals(each) || "item 121".equals(each))
                .hasSize(2);
        final List<byte[]> before = venue.snapshot();
        venue.restart();
        assertThat(venue.snapshot())
                .usingElementComparator(java.util.Arrays::compare)
                .isEqualTo(before);
    }
}
