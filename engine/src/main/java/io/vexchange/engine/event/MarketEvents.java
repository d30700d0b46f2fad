package io.vexchange.engine.event;

import io.vexchange.engine.book.Market;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.protocol.PhaseChangedEncoder;

/** What everybody may know of a market: prints, changes of the book, phases. */
public final class MarketEvents {
    private static final short ADDED = 0;
    private static final short CHANGED = 1;
    private static final short REMOVED = 2;

    private final EventLog log;
    private final EventWriter writer;
    private final PhaseChangedEncoder phaseChanged = new PhaseChangedEncoder();

    public MarketEvents(final EventLog log, final EventWriter writer) {
        this.log = log;
        this.writer = writer;
    }

    /** A displayed order has come, behind all others at its price. */
    public void added(final Order order) {
        book(order, order.entryId, ADDED, ++order.market.publicSequence, order.priceTicks, order.shownLots);
    }

    /** A displayed order shows another quantity in its place. */
    public void changed(final Order order) {
        book(order, order.entryId, CHANGED, ++order.market.publicSequence, order.priceTicks, order.shownLots);
    }

    /** A displayed order has left the price. */
    public void removed(final Order order, final long entryId, final long priceTicks) {
        book(order, entryId, REMOVED, ++order.market.publicSequence, priceTicks, 0);
    }

    /** A displayed order, as a record of an image. */
    public void record(final Order order) {
        book(order, order.entryId, ADDED, order.market.publicSequence, order.priceTicks, order.shownLots);
    }

    private void book(
            final Order order,
            final long entryId,
            final short action,
            final long publicSequence,
            final long priceTicks,
            final long displayedLots) {
        writer.book(order, entryId, action, publicSequence, priceTicks, displayedLots);
    }

    /** A print; {@code publicSequence} is the number both reports have told. */
    public void trade(
            final Order aggressor,
            final Order resting,
            final long tradeId,
            final long publicSequence,
            final long ticks,
            final long lots,
            final long value,
            final long aggressorFee,
            final long restingFee,
            final long feesTotal) {
        writer.trade(
                aggressor, resting, tradeId, publicSequence, ticks, lots, value, aggressorFee, restingFee, feesTotal);
    }

    public void phase(final Market market) {
        final int offset = log.claim(PhaseChangedEncoder.BLOCK_LENGTH);
        phaseChanged
                .wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(log.nextSequence())
                .timeMicros(log.timeMicros)
                .instrumentId(market.instrument.id)
                .phase((short) market.phase.number())
                .actorId(market.phaseActorId)
                .untilMicros(market.phaseUntilMicros)
                .nextPhase((short) (market.phaseUntilMicros == Order.ABSENT ? 0 : Phase.CONTINUOUS.number()));
        log.commitEvent(phaseChanged.encodedLength());
    }
}
