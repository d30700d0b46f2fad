package io.vexchange.engine.event;

import io.vexchange.engine.account.Account;
import io.vexchange.engine.account.ClOrdIds;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.directory.Instrument;
import io.vexchange.engine.protocol.BookUpdateEncoder;
import io.vexchange.engine.protocol.ExecutionReportEncoder;
import io.vexchange.engine.protocol.TradeEncoder;
import java.nio.ByteOrder;
import org.agrona.concurrent.UnsafeBuffer;

/** Events as SBE items of the log. */
public final class SbeEventWriter implements EventWriter {
    private static final short NO_SIDE = 0;
    private static final short BUY = '1';
    private static final short SELL = '2';

    private final EventLog log;
    private final ClOrdIds ids;
    private final ExecutionReportEncoder encoder = new ExecutionReportEncoder();
    private final TradeEncoder trade = new TradeEncoder();
    private final BookUpdateEncoder bookUpdate = new BookUpdateEncoder();
    private final UnsafeBuffer nothing = new UnsafeBuffer(new byte[0]);

    public SbeEventWriter(final EventLog log, final ClOrdIds ids) {
        this.log = log;
        this.ids = ids;
    }

    @Override
    public void report(final Reports report) {
        start(report);
        encoder.sequence(log.nextSequence()).timeMicros(log.timeMicros);
        encode(report);
        log.commitEvent(encoder.encodedLength());
    }

    /** An ExecutionReport that is an answer or a record: no event, the time is that of the order's last one. */
    void answer(final Reports report) {
        start(report);
        encoder.sequence(0).timeMicros(report.order.changedMicros);
        encode(report);
        log.commitReply(encoder.encodedLength());
    }

    private void start(final Reports report) {
        final int offset = log.claim(Reports.FIXED_LENGTH + report.order.echoLength() + report.requestIdLength);
        encoder.wrapAndApplyHeader(log.buffer(), offset, log.header());
    }

    private void encode(final Reports report) {
        final Order order = report.order;
        final Account account = order.account;
        final Instrument instrument = order.market.instrument;
        final boolean isInBook = order.stand == Order.Stand.BOOK;
        encoder.orderId(order.id)
                .instrumentId(instrument.id)
                .accountId(account.id)
                .participantId(account.participant.id)
                .ownerId(order.ownerId)
                .requesterId(report.requesterId)
                .execType(report.execType)
                .orderStatus(order.status)
                .side(order.side)
                .orderType(order.type)
                .timeInForce(order.timeInForce)
                .selfTradePrevention(order.selfTradePrevention)
                .pegReference(order.pegReference)
                .liquidity(report.liquidity)
                .flags(report.flags)
                .code(report.code)
                .restatementReason((short) report.restatementReason)
                .priceTicks(order.priceTicks)
                .stopPriceTicks(order.stopPriceTicks)
                .workingPriceTicks(isInBook ? order.workingTicks() : Order.ABSENT)
                .quantityLots(order.quantityLots)
                .filledLots(order.filledLots)
                .leavesLots(order.leavesLots)
                .visibleLots(isInBook ? order.shownLots : 0)
                .displayLots(order.displayLots)
                .minimumLots(order.minimumLots)
                .filledValue(order.filledValue)
                .lastPriceTicks(report.lastPriceTicks)
                .lastLots(report.lastLots)
                .tradeId(report.tradeId)
                .fee(report.fee)
                .publicSequence(report.publicSequence)
                .refSequence(report.refSequence)
                .expireTimeMicros(order.expireTimeMicros)
                .expireDay(order.expireDay)
                .tradeDay(report.tradeDay)
                .createdMicros(order.createdMicros)
                .baseTotal(account.total(instrument.base.id))
                .baseHeld(account.held(instrument.base.id))
                .quoteTotal(account.total(instrument.quote.id))
                .quoteHeld(account.held(instrument.quote.id));
        if (order.isPast()) {
            encoder.putClOrdId(order.pastId(), 0, order.pastIdLength());
            encoder.putOrigClOrdId(nothing, 0, 0);
            encoder.putOrderClOrdId(order.pastId(), 0, order.pastIdLength());
        } else {
            putId(report.clOrdId);
            putId(report.origClOrdId);
            putId(order.currentId);
        }
        encoder.putEcho(order.echo(), 0, order.echoLength());
        encoder.putRequestId(report.requestId, report.requestIdOffset, report.requestIdLength);
    }

    /** The next text of the report, without a copy on the way; there is room for the longest. */
    private void putId(final int entry) {
        final int at = encoder.limit();
        final int length = ids.copy(entry, log.buffer(), at + Short.BYTES);
        log.buffer().putShort(at, (short) length, ByteOrder.LITTLE_ENDIAN);
        encoder.limit(at + Short.BYTES + length);
    }

    @Override
    public void book(
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

    @Override
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
        if (aggressor.isBuy()) {
            trade(
                    BUY,
                    aggressor,
                    resting,
                    tradeId,
                    publicSequence,
                    ticks,
                    lots,
                    value,
                    aggressorFee,
                    restingFee,
                    feesTotal);
        } else {
            trade(
                    SELL,
                    resting,
                    aggressor,
                    tradeId,
                    publicSequence,
                    ticks,
                    lots,
                    value,
                    restingFee,
                    aggressorFee,
                    feesTotal);
        }
    }

    @Override
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
        trade(NO_SIDE, buy, sell, tradeId, publicSequence, ticks, lots, value, buyFee, sellFee, feesTotal);
    }

    private void trade(
            final short aggressorSide,
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
        final int offset = log.claim(TradeEncoder.BLOCK_LENGTH + Short.BYTES);
        trade.wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(log.nextSequence())
                .timeMicros(log.timeMicros)
                .tradeId(tradeId)
                .instrumentId(buy.market.instrument.id)
                .publicSequence(publicSequence)
                .status((short) 0)
                .aggressorSide(aggressorSide)
                .priceTicks(ticks)
                .lots(lots)
                .value(value)
                .buyOrderId(buy.id)
                .sellOrderId(sell.id)
                .buyAccountId(buy.account.id)
                .sellAccountId(sell.account.id)
                .buyFee(buyFee)
                .sellFee(sellFee)
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
}
