package io.vexchange.fix.market;

import io.vexchange.engine.client.BookEntry;
import io.vexchange.engine.client.Decimals;
import io.vexchange.engine.client.InstrumentStats;
import io.vexchange.engine.client.LiveState;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.model.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * The public book of one instrument with its statistics, at one point of its public sequence. It tells what each event changes as entries
 * of market data. Not thread-safe.
 */
public final class PublicBook {
    private final int instrumentId;
    private final BookSide bids = new BookSide(true);
    private final BookSide offers = new BookSide(false);
    private final Statistics statistics = new Statistics();
    private long publicSequence;
    private long sequence;
    private Phase phase;
    private long indicativeTicks = Decimals.ABSENT;
    private long indicativeLots;

    /** @param instrumentId whose; empty */
    public PublicBook(final int instrumentId) {
        this.instrumentId = instrumentId;
    }

    /**
     * @param state that may change meanwhile: called within {@link LiveState#read}
     * @param instrumentId which
     * @return the book as it stands there
     */
    public static PublicBook of(final LiveState state, final int instrumentId) {
        final PublicBook book = new PublicBook(instrumentId);
        book.sequence = state.sequence();
        final InstrumentStats stats = state.stats(instrumentId);
        if (stats != null) {
            book.statistics.begin(stats, state.tradeDay());
            book.publicSequence = stats.publicSequence();
            book.phase = stats.phase();
            book.indicativeTicks = stats.indicative().priceTicks();
            book.indicativeLots = stats.indicative().lots();
        }
        for (final Side side : Side.values()) {
            for (final BookEntry each : state.entries(instrumentId, side, Integer.MAX_VALUE)) {
                book.side(side == Side.BUY).add(each.entryId(), each.priceTicks(), each.lots());
            }
        }
        return book;
    }

    /** @return whose */
    public int instrumentId() {
        return instrumentId;
    }

    /** @return FIX 83 of the newest public event it shows */
    public long publicSequence() {
        return publicSequence;
    }

    BookSide side(final boolean isBid) {
        return isBid ? bids : offers;
    }

    /**
     * @param event of this instrument or of all; one it shows already is passed over
     * @param entries are added to
     * @throws IllegalStateException when the event does not fit: something is missing
     */
    public void apply(final PublicEvent event, final List<Entry> entries) {
        if (event.sequence() <= sequence) {
            return;
        }
        sequence = event.sequence();
        if (event instanceof PublicEvent.OrderShown it) {
            moveTo(it.publicSequence());
            side(it.isBid()).apply(it, entries);
        } else if (event instanceof PublicEvent.Printed it) {
            moveTo(it.publicSequence());
            statistics.apply(it, entries);
        } else if (event instanceof PublicEvent.IndicativeMoved it) {
            moveTo(it.publicSequence());
            indicative(it.priceTicks(), it.lots(), entries);
        } else if (event instanceof PublicEvent.PhaseEntered it) {
            if (indicativeTicks != Decimals.ABSENT) {
                indicative(Decimals.ABSENT, 0, entries); // nobody is told that it is over, but by the phase
            }
            phase = it.phase();
        } else if (event instanceof PublicEvent.DayTurned it) {
            statistics.turn(it.tradeDay(), publicSequence, entries);
        }
    }

    private void moveTo(final long next) {
        if (publicSequence != 0 && next != publicSequence + 1) {
            throw new IllegalStateException(
                    "public sequence jumps, instrumentId=" + instrumentId + " from=" + publicSequence + " to=" + next);
        }
        publicSequence = next;
    }

    private void indicative(final long priceTicks, final long lots, final List<Entry> entries) {
        final char action = priceTicks == Decimals.ABSENT
                ? Entry.DELETE
                : indicativeTicks == Decimals.ABSENT ? Entry.NEW : Entry.CHANGE;
        indicativeTicks = priceTicks;
        indicativeLots = lots;
        entries.add(Entry.indicative(
                action,
                indicativeType(),
                priceTicks,
                priceTicks == Decimals.ABSENT ? Decimals.ABSENT : lots,
                publicSequence));
    }

    private char indicativeType() {
        return phase == Phase.CLOSING_AUCTION ? '5' : '4';
    }

    /**
     * @param byOrder order by order, else by level
     * @param depth price levels a side, 0 = all
     * @return everything there is to show: bids from the best, offers from the best, then the others
     */
    public List<Entry> show(final boolean byOrder, final int depth) {
        final List<Entry> entries = new ArrayList<>();
        show(bids, byOrder, depth, entries);
        show(offers, byOrder, depth, entries);
        statistics.show(publicSequence, entries);
        if (indicativeTicks != Decimals.ABSENT) {
            entries.add(Entry.indicative(Entry.NEW, indicativeType(), indicativeTicks, indicativeLots, publicSequence));
        }
        return entries;
    }

    private void show(final BookSide side, final boolean byOrder, final int depth, final List<Entry> entries) {
        int levels = 0;
        for (final BookPrice price : side.prices()) {
            if (depth > 0 && ++levels > depth) {
                return;
            }
            if (!byOrder) {
                entries.add(Entry.level(
                        Entry.NEW, side.type(), price.priceTicks, price.lots, price.orders, publicSequence));
                continue;
            }
            for (BookOrder order = price.head; order != null; order = order.next) {
                entries.add(Entry.order(
                        Entry.NEW, side.type(), order.entryId, price.priceTicks, order.lots, publicSequence));
            }
        }
    }
}
