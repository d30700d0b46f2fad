package io.vexchange.fix.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vexchange.engine.client.Decimals;
import io.vexchange.engine.model.Phase;
import io.vexchange.fix.market.Entry.View;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicBookTest {
    private static final int DAY = 20261125;

    private final PublicBook book = new PublicBook(1);
    private long sequence = 100;
    private long publicSequence;

    private List<String> apply(final PublicEvent event) {
        final List<Entry> entries = new ArrayList<>();
        book.apply(event, entries);
        return words(entries);
    }

    /** Action and type, view, id, price x lots, orders: one word an entry. */
    private static List<String> words(final List<Entry> entries) {
        return entries.stream().map(PublicBookTest::word).toList();
    }

    private static String word(final Entry it) {
        final String view = it.view() == View.BY_LEVEL ? "L" : it.view() == View.BY_ORDER ? "#" + it.id() : "";
        final String price = it.priceTicks() == Decimals.ABSENT ? "" : "@" + it.priceTicks();
        final String lots = it.lots() == Decimals.ABSENT ? "" : "x" + it.lots();
        final String orders = it.orderCount() == 0 ? "" : "/" + it.orderCount();
        return it.action() + "" + it.type() + view + price + lots + orders + (it.isIndicative() ? "!" : "");
    }

    private List<String> add(final boolean isBid, final long id, final long ticks, final long lots) {
        return apply(new PublicEvent.OrderShown(++sequence, 1, ++publicSequence, 0, isBid, id, ticks, lots));
    }

    private List<String> change(final boolean isBid, final long id, final long ticks, final long lots) {
        return apply(new PublicEvent.OrderShown(++sequence, 1, ++publicSequence, 1, isBid, id, ticks, lots));
    }

    private List<String> remove(final boolean isBid, final long id, final long ticks) {
        return apply(new PublicEvent.OrderShown(++sequence, 1, ++publicSequence, 2, isBid, id, ticks, 0));
    }

    private List<String> print(
            final int status, final long tradeId, final long ticks, final long lots, final long back) {
        return apply(new PublicEvent.Printed(
                ++sequence, 1, ++publicSequence, status, tradeId, ticks, lots, back, 1_000_000, DAY));
    }

    @Test
    void shouldTellNewChangedAndGoneLevelsAndOrders() {
        assertThat(add(true, 1, 99, 5)).containsExactly("00L@99x5/1", "00#1@99x5");
        assertThat(add(true, 2, 99, 7)).containsExactly("10L@99x12/2", "00#2@99x7");
        assertThat(change(true, 1, 99, 2)).containsExactly("10L@99x9/2", "10#1@99x2");
        assertThat(remove(true, 1, 99)).containsExactly("10L@99x7/1", "20#1@99x2");
        assertThat(remove(true, 2, 99)).containsExactly("20L@99x0", "20#2@99x7");
        assertThat(add(false, 3, 101, 4)).containsExactly("01L@101x4/1", "01#3@101x4");
    }

    @Test
    void shouldShowTheBestFirstAndQueuesInOrder() {
        add(true, 1, 98, 1);
        add(true, 2, 99, 5);
        add(true, 3, 99, 7);
        add(false, 4, 102, 2);
        add(false, 5, 101, 4);
        assertThat(words(book.show(false, 0)))
                .containsExactly("00L@99x12/2", "00L@98x1/1", "01L@101x4/1", "01L@102x2/1", "0Bx0");
        assertThat(words(book.show(false, 1))).containsExactly("00L@99x12/2", "01L@101x4/1", "0Bx0");
        assertThat(words(book.show(true, 1))).containsExactly("00#2@99x5", "00#3@99x7", "01#5@101x4", "0Bx0");
    }

    @Test
    void shouldTellATradeWithWhatItMeansForTheDay() {
        assertThat(print(0, 77, 100, 3, 0)).containsExactly("02@100x3", "04@100", "07@100", "08@100", "1Bx3");
        assertThat(print(0, 78, 101, 2, 0)).containsExactly("02@101x2", "17@101", "1Bx5");
        assertThat(print(0, 79, 100, 1, 0)).containsExactly("02@100x1", "1Bx6");
        assertThat(print(1, 78, 101, 1, 2)).containsExactly("12@101x1", "1Bx5");
        assertThat(print(2, 77, 100, 3, 3)).containsExactly("22@100x3", "1Bx2");
        assertThat(words(book.show(false, 0))).containsExactly("02@100x1", "04@100", "07@101", "08@100", "0Bx2");
    }

    @Test
    void shouldTurnTheDay() {
        print(0, 77, 100, 3, 0);
        final long before = book.publicSequence();
        assertThat(apply(new PublicEvent.DayTurned(++sequence, DAY + 1)))
                .containsExactly("05@100", "24", "27", "28", "1Bx0");
        assertThat(book.publicSequence()).isEqualTo(before);
        assertThat(words(book.show(false, 0))).containsExactly("02@100x3", "05@100", "0Bx0");
    }

    @Test
    void shouldTellTheIndicativePriceUntilThePhaseEnds() {
        apply(new PublicEvent.PhaseEntered(++sequence, 1, Phase.OPENING_AUCTION));
        assertThat(apply(new PublicEvent.IndicativeMoved(++sequence, 1, ++publicSequence, 100, 5)))
                .containsExactly("04@100x5!");
        assertThat(apply(new PublicEvent.IndicativeMoved(++sequence, 1, ++publicSequence, 101, 6)))
                .containsExactly("14@101x6!");
        assertThat(words(book.show(false, 0))).contains("04@101x6!");
        assertThat(apply(new PublicEvent.PhaseEntered(++sequence, 1, Phase.CONTINUOUS)))
                .containsExactly("24!");
        apply(new PublicEvent.PhaseEntered(++sequence, 1, Phase.CLOSING_AUCTION));
        assertThat(apply(new PublicEvent.IndicativeMoved(++sequence, 1, ++publicSequence, 100, 5)))
                .containsExactly("05@100x5!");
    }

    @Test
    void shouldPassOverWhatItShowsAlready() {
        final PublicEvent event = new PublicEvent.OrderShown(101, 1, 1, 0, true, 1, 99, 5);
        assertThat(apply(event)).hasSize(2);
        assertThat(apply(event)).isEmpty();
    }

    @Test
    void shouldNotGoOnBehindAGap() {
        add(true, 1, 99, 5);
        assertThatThrownBy(() -> apply(new PublicEvent.OrderShown(200, 1, 3, 0, true, 2, 99, 5)))
                .hasMessageContaining("from=1 to=3");
    }

    @Test
    void shouldMoveAWindowOfLevels() {
        add(true, 1, 99, 5);
        add(true, 2, 98, 1);
        add(true, 3, 97, 1);
        final Window window = new Window(2, false, book);
        add(true, 4, 100, 2);
        assertThat(words(window.move(book))).containsExactly("20L@98x1/1", "00L@100x2/1");
        change(true, 1, 99, 4);
        assertThat(words(window.move(book))).containsExactly("10L@99x4/1");
        remove(true, 4, 100);
        assertThat(words(window.move(book))).containsExactly("20L@100x2/1", "00L@98x1/1");
        change(true, 3, 97, 9);
        assertThat(window.move(book)).isEmpty();
    }

    @Test
    void shouldTellLossOfPlaceInAWindowOfOrdersAsDeleteAndNew() {
        add(true, 1, 99, 5);
        add(true, 2, 99, 1);
        final Window window = new Window(1, true, book);
        remove(true, 1, 99);
        add(true, 1, 99, 6);
        assertThat(words(window.move(book))).containsExactly("20#1@99x5", "00#1@99x6");
    }
}
