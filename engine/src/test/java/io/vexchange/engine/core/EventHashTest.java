package io.vexchange.engine.core;

import static io.vexchange.engine.core.TestVenue.ALPHA;
import static io.vexchange.engine.core.TestVenue.BETA;
import static io.vexchange.engine.core.TestVenue.DAY;
import static io.vexchange.engine.core.TestVenue.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The rolling hash of all events, by which members find out that they differ. */
final class EventHashTest {
    private static void trade(final TestVenue venue, final long ticks) {
        venue.order(ALPHA).buy(5).at(ticks).id("a").echo("e").send();
        venue.order(BETA).sell(3).at(ticks).id("b").send();
        venue.status(ALPHA, "a");
        venue.image();
        venue.at(NOON + DAY);
    }

    @Test
    void shouldBeTheSameForTheSameEvents() {
        final TestVenue one = new TestVenue();
        final TestVenue other = new TestVenue();
        trade(one, 9_900);
        other.restart();
        trade(other, 9_900);
        assertThat(other.engine().eventHash())
                .isEqualTo(one.engine().eventHash())
                .isNotZero();
        other.restart();
        assertThat(other.engine().eventHash()).isEqualTo(one.engine().eventHash());
        assertThat(other.engine().entries()).isEqualTo(one.engine().entries());
    }

    @Test
    void shouldDifferWhenOneEventDiffersInOneNumber() {
        final TestVenue one = new TestVenue();
        final TestVenue other = new TestVenue();
        trade(one, 9_900);
        trade(other, 9_901);
        assertThat(other.engine().sequence()).isEqualTo(one.engine().sequence());
        assertThat(other.engine().eventHash()).isNotEqualTo(one.engine().eventHash());
    }

    @Test
    void shouldNotMoveByAnswersAndImages() {
        final TestVenue venue = new TestVenue();
        venue.order(ALPHA).buy(5).at(9_900).id("a").send();
        final long before = venue.engine().eventHash();
        final long entries = venue.engine().entries();
        venue.status(ALPHA, "a");
        venue.image();
        venue.snapshot();
        assertThat(venue.engine().eventHash()).isEqualTo(before);
        assertThat(venue.engine().entries()).isEqualTo(entries + 1);
    }

    @Test
    void shouldBeNotedEveryTenThousandEntries() {
        final TestVenue venue = new TestVenue();
        venue.checkNoMore();
        assertThat(venue.engine().comparedEntries()).isZero();
        while (venue.engine().entries() < 10_000) {
            venue.order(ALPHA).buy(1).at(1).send();
        }
        final long hash = venue.engine().eventHash();
        venue.order(ALPHA).buy(1).at(1).send();
        assertThat(venue.engine().comparedEntries()).isEqualTo(10_000);
        assertThat(venue.engine().comparedHash())
                .isEqualTo(hash)
                .isNotEqualTo(venue.engine().eventHash());
        venue.restart();
        assertThat(venue.engine().comparedHash()).isEqualTo(hash);
    }
}
