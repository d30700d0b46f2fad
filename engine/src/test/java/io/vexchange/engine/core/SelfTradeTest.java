package io.vexchange.engine.core;

import static io.vexchange.engine.core.TestVenue.ALPHA;
import static io.vexchange.engine.core.TestVenue.ALPHA2;
import static io.vexchange.engine.core.TestVenue.BETA;
import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.protocol.ExecutionReportDecoder;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SelfTradeTest {
    private final TestVenue venue = new TestVenue();

    private void offers(final long own, final long other) {
        venue.order(ALPHA2).sell(own).at(10_000).send();
        venue.order(BETA).sell(other).at(10_000).send();
    }

    @Test
    void shouldEndTheAggressorByDefault() {
        offers(5, 5);
        assertThat(venue.order(ALPHA).buy(5).at(10_000).send())
                .containsExactly("3 0/0 open 5", "3 4/4 open 0 STP_NEWEST");
        assertThat(venue.reports().get(1).restatementReason()).isEqualTo((short) 99);
    }

    @Test
    void shouldEndTheRestingOrderWholeAndGoOn() {
        venue.order(ALPHA2).sell(50).at(10_000).display(5).send();
        venue.order(BETA).sell(5).at(10_000).send();
        assertThat(venue.order(ALPHA).buy(5).at(10_000).mode('O').send())
                .containsExactly(
                        "3 0/0 open 5",
                        "1 4/4 open 0 STP_OLDEST",
                        "book - 1 0@10000",
                        "2 F/2 5@10000 open 0",
                        "3 F/2 5@10000 open 0",
                        "trade 5@10000",
                        "book - 2 0@10000");
    }

    @Test
    void shouldEndBothAndTouchNothingElse() {
        offers(5, 5);
        assertThat(venue.order(ALPHA).buy(5).at(10_000).mode('B').send())
                .containsExactly("3 0/0 open 5", "1 4/4 open 0 STP_BOTH", "3 4/4 open 0 STP_BOTH", "book - 1 0@10000");
    }

    @Test
    void shouldTakeTheSmallerOffBothWithoutATrade() {
        offers(5, 5);
        assertThat(venue.order(ALPHA).buy(8).at(10_000).mode('D').send())
                .containsExactly(
                        "3 0/0 open 8",
                        "1 4/4 open 0 STP_DECREMENT",
                        "3 D/0 open 3 STP_DECREMENT",
                        "book - 1 0@10000",
                        "2 F/1 3@10000 open 2",
                        "3 F/2 3@10000 open 0",
                        "trade 3@10000",
                        "book ~ 2 2@10000");
        final List<ExecutionReportDecoder> reports = venue.reports();
        assertThat(reports.get(1).quantityLots()).isEqualTo(5);
        assertThat(reports.get(2).quantityLots()).isEqualTo(3);
        assertThat(reports.get(2).restatementReason()).isEqualTo((short) 5);
    }

    @Test
    void shouldRefillATipThatADecrementUsesUp() {
        venue.order(ALPHA2).sell(9).at(10_000).display(3).send();
        assertThat(venue.order(ALPHA).buy(3).at(10_000).mode('D').send())
                .containsExactly(
                        "2 0/0 open 3",
                        "1 D/0 open 6 STP_DECREMENT",
                        "2 4/4 open 0 STP_DECREMENT",
                        "book - 1 0@10000",
                        "book + 1 3@10000");
    }

    @Test
    void shouldTradeWithinTheFirmWhenTheAggressorWantsIt() {
        offers(5, 5);
        assertThat(venue.order(ALPHA).buy(5).at(10_000).mode('-').send()).contains("trade 5@10000");
    }

    @Test
    void shouldLetOnlyTheAggressorsModeDecide() {
        venue.order(ALPHA2).sell(5).at(10_000).mode('O').send();
        assertThat(venue.order(ALPHA).buy(5).at(10_000).mode('N').send()).endsWith("2 4/4 open 0 STP_NEWEST");
    }

    @Test
    void shouldNotMeetOwnOrdersBeyondTheLimit() {
        venue.order(ALPHA2).sell(5).at(10_001).send();
        assertThat(venue.order(ALPHA).buy(5).at(10_000).mode('B').send())
                .containsExactly("2 0/0 open 5", "book + 2 5@10000");
    }

    @Test
    void shouldPreventAReplacedOrderFromMeetingItsFirm() {
        offers(5, 5);
        final long moved = venue.order(ALPHA).buy(5).at(9_950).enter();
        assertThat(venue.replace(ALPHA, moved).at(10_000).send())
                .containsExactly("3 5/0 open 5", "book - 3 0@9950", "3 4/4 open 0 STP_NEWEST");
    }
}
