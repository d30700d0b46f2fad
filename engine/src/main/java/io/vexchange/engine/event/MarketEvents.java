package io.vexchange.engine.event;

import io.vexchange.engine.book.Market;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.protocol.BookUpdateEncoder;
import io.vexchange.engine.protocol.PhaseChangedEncoder;
import io.vexchange.engine.protocol.TradeEncoder;
import org.agrona.concurrent.UnsafeBuffer;

/** What everybody may know of a market: prints, changes of the book, phases. */
public final class MarketEvents {
    private static final short ADDED = 0;
    private static final short CHANGED = 1;
    private static final short REMOVED = 2;

    private final EventLog log;
    private final TradeEncoder trade = new TradeEncoder();
    private final BookUpdateEncoder bookUpdate = new BookUpdateEncoder();
    private final PhaseChangedEncoder phaseChanged = new PhaseChangedEncoder();
    private final UnsafeBuffer nothing = new UnsafeBuffer(new byte[0]);

    public MarketEvents(final EventLog log) {
        this.log = log;
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
        final int offset = log.claim(BookUpdateEncoder.BLOCK_LENGTH);
        bookUpdate
                .wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(log.nextSequence())
                .timeMicros(log.timeMicros)
                .instrumentId(order.market.instrument.id)
                .action(action)
                .side(order.side)
                .publicSequence(publicSequence)
                .entryId(entryId)
                .orderId(order.id)
                .priceTicks(priceTicks)
                .displayedLots(displayedLots);
        log.commitEvent(bookUpdate.encodedLength());
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
        final boolean isBuy = aggressor.isBuy();
        final Order buy = isBuy ? aggressor : resting;
        final Order sell = isBuy ? resting : aggressor;
        final int offset = log.claim(TradeEncoder.BLOCK_LENGTH + Short.BYTES);
        trade.wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(log.nextSequence())
                .timeMicros(log.timeMicros)
                .tradeId(tradeId)
                .instrumentId(aggressor.market.instrument.id)
                .publicSequence(publicSequence)
                .status((short) 0)
                .aggressorSide(aggressor.side)
                .priceTicks(ticks)
                .lots(lots)
                .value(value)
                .buyOrderId(buy.id)
                .sellOrderId(sell.id)
                .buyAccountId(buy.account.id)
                .sellAccountId(sell.account.id)
                .buyFee(isBuy ? aggressorFee : restingFee)
                .sellFee(isBuy ? restingFee : aggressorFee)
                .feesTotal(feesTotal)
                .tradeDay(log.tradeDay)
                .originalPriceTicks(Order.ABSENT)
                .originalLots(Order.ABSENT)
                .reversedLots(Order.ABSENT)
                .reversedValue(Order.ABSENT)
                .reversedBuyFee(Order.ABSENT)
                .reversedSellFee(Order.ABSENT)
                .putReason(nothing, 0, 0);
        log.commitEvent(trade.encodedLength());
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
