package io.vexchange.engine.core;

import static io.vexchange.engine.core.TestVenue.ALPHA;
import static io.vexchange.engine.core.TestVenue.ALPHA_A;
import static io.vexchange.engine.core.TestVenue.BETA;
import static io.vexchange.engine.core.TestVenue.USD;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** 40=K in continuous trading. */
final class MarketToLimitTest {
    private final TestVenue venue = new TestVenue();

    @Test
    void shouldRestAtThePriceOfItsLastFill() {
        venue.order(BETA).sell(2).at(10_000).send();
        venue.order(BETA).sell(2).at(10_010).send();
        assertThat(venue.order(ALPHA).buy(9).marketToLimit().send())
                .endsWith("trade 2@10010", "book - 2 0@10010", "peg 3 10010", "book + 3 5@10010");
        venue.restart();
        assertThat(venue.status(ALPHA, "c3")).containsExactly("3 I/1 open 5");
        assertThat(venue.reports().get(0).priceTicks()).isEqualTo(10_010);
        assertThat((char) venue.reports().get(0).orderType()).isEqualTo('K');
        final long value = 5 * 10_010L * 10_000L;
        assertThat(venue.balance(ALPHA_A, USD)).endsWith("held " + (value + value / 10_000));
        assertThat(venue.order(BETA).sell(5).at(10_010).send()).contains("3 F/2 5@10010 open 0");
    }

    @Test
    void shouldRestWhenWhatIsNextIsBeyondItsBand() {
        venue.order(BETA).sell(2).at(10_000).send();
        venue.order(BETA).sell(2).at(10_301).send();
        assertThat(venue.order(ALPHA).buy(3).marketToLimit().send())
                .endsWith("book - 1 0@10000", "peg 3 10000", "book + 3 1@10000");
    }

    @Test
    void shouldEndWithoutAFill() {
        assertThat(venue.order(ALPHA).buy(3).marketToLimit().send())
                .containsExactly("1 0/0 open 3", "1 4/4 open 0 NO_LIQUIDITY");
    }

    @Test
    void shouldTakeNoPriceOfItsOwn() {
        assertThat(venue.order(ALPHA).buy(3).marketToLimit().at(10_000).send())
                .containsExactly("1 8/8 open 0 UNSUPPORTED_COMBINATION");
    }

    @Test
    void shouldBeReplacedLikeALimitOrderOnceItRests() {
        venue.order(BETA).sell(2).at(10_000).send();
        final long order = venue.order(ALPHA).buy(5).marketToLimit().enter();
        assertThat(venue.replace(ALPHA, order).type('1').send()).containsExactly("reject 2 2/1 TYPE_CHANGE");
        assertThat(venue.replace(ALPHA, order).type('2').at(9_990).send())
                .containsExactly("2 5/1 open 3", "book - 2 0@10000", "book + 2 3@9990");
        assertThat((char) venue.reports().get(0).orderType()).isEqualTo('K');
    }
}
