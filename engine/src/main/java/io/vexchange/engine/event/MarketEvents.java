package io.vexchange.engine.event;

import io.vexchange.engine.book.Market;
import io.vexchange.engine.book.Markets;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.protocol.IndicativeEncoder;
import io.vexchange.engine.protocol.PegRepricedEncoder;
import io.vexchange.engine.protocol.PhaseChangedEncoder;

/** What everybody may know of a market: prints, changes of the book, phases. */
public final class MarketEvents {
    private static final short ADDED = 0;
    private static final short CHANGED = 1;
    private static final short REMOVED = 2;

    private final EventLog log;
    private final EventWriter writer;
    private final Markets markets;
    private final PegRepricedEncoder pegRepriced = new PegRepricedEncoder();
    private final IndicativeEncoder indicative = new IndicativeEncoder();
    private final PhaseChangedEncoder phaseChanged = new PhaseChangedEncoder();

    /** @param markets where those are noted whose book changes while somebody follows it */
    public MarketEvents(final EventLog log, final EventWriter writer, final Markets markets) {
        this.log = log;
        this.markets = markets;
        this.writer = writer;
    }

    /** A displayed order has come, behind all others at its price. */
    public void added(final Order order) {
        book(order, order.entryId, ADDED, ++order.market.publicSequence, order.workingTicks(), order.shownLots);
    }

    /** A displayed order shows another quantity in its place. */
    public void changed(final Order order) {
        book(order, order.entryId, CHANGED, ++order.market.publicSequence, order.workingTicks(), order.shownLots);
    }

    /** A displayed order has left the price. */
    public void removed(final Order order, final long entryId, final long priceTicks) {
        book(order, entryId, REMOVED, ++order.market.publicSequence, priceTicks, 0);
    }

    /** A displayed order, as a record of an image. */
    public void record(final Order order) {
        writer.book(order, order.entryId, ADDED, order.market.publicSequence, order.workingTicks(), order.shownLots);
    }

    private void book(
            final Order order,
            final long entryId,
            final short action,
            final long publicSequence,
            final long priceTicks,
            final long displayedLots) {
        if (order.market.isWatched()) {
            markets.touch(order.market);
        }
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

    /** A print of an uncross. */
    public void auctionTrade(
            final Order buy,
            final Order sell,
            final long tradeId,
            final long publicSequence,
            final long ticks,
            final long lots,
            final long value,
            final long buyFee,
            final long sellFee,
            final long feesTotal) {
        writer.auctionTrade(buy, sell, tradeId, publicSequence, ticks, lots, value, buyFee, sellFee, feesTotal);
    }

    /** An order comes to stand at a price, or nowhere ({@link Order#ABSENT}), without a report of its own: above all a peg. */
    public void repriced(final Order order, final long ticks) {
        final int offset = log.claim(PegRepricedEncoder.BLOCK_LENGTH);
        pegRepriced
                .wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(log.nextSequence())
                .timeMicros(log.timeMicros)
                .orderId(order.id)
                .workingPriceTicks(ticks);
        log.commitEvent(pegRepriced.encodedLength());
    }

    /** What an uncross would do has changed. */
    public void indicative(final Market market) {
        final int offset = log.claim(IndicativeEncoder.BLOCK_LENGTH);
        indicative
                .wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(log.nextSequence())
                .timeMicros(log.timeMicros)
                .instrumentId(market.instrument.id)
                .publicSequence(++market.publicSequence)
                .priceTicks(market.indicativeTicks)
                .lots(market.indicativeLots)
                .surplusLots(market.surplusLots)
                .surplusSide(market.surplusSide);
        log.commitEvent(indicative.encodedLength());
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
                .nextPhase((short) (market.nextPhase == null ? 0 : market.nextPhase.number()));
        log.commitEvent(phaseChanged.encodedLength());
    }
}
