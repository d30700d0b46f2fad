package io.vexchange.engine.event;

import io.vexchange.engine.book.Trade;
import io.vexchange.engine.protocol.TradeEncoder;

/** Trades that are busted or corrected, told to everybody as the print was. */
public final class TradeEvents {
    private final EventLog log;
    private final TradeEncoder trade = new TradeEncoder();

    public TradeEvents(final EventLog log) {
        this.log = log;
    }

    /**
     * A trade has been busted or corrected.
     *
     * @param it as it stands now; a busted one as it stood
     * @param before as it stood
     * @param publicSequence the number both reports have told
     * @param feesTotal of the venue's account in the quote asset
     * @param reason of who did it
     */
    public void restated(
            final Trade it,
            final TradeTerms before,
            final long publicSequence,
            final long feesTotal,
            final byte[] reason) {
        final int offset = log.claim(TradeEncoder.BLOCK_LENGTH + Short.BYTES + reason.length);
        trade.wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(log.nextSequence())
                .timeMicros(log.timeMicros)
                .tradeId(it.id)
                .instrumentId(it.market().instrument.id)
                .publicSequence(publicSequence)
                .status(it.status)
                .aggressorSide(it.aggressorSide)
                .priceTicks(it.priceTicks)
                .lots(it.lots)
                .value(it.value())
                .buyOrderId(it.buy.id)
                .sellOrderId(it.sell.id)
                .buyAccountId(it.buy.account.id)
                .sellAccountId(it.sell.account.id)
                .buyFee(it.buyFee)
                .sellFee(it.sellFee)
                .feesTotal(feesTotal)
                .tradeDay(it.tradeDay)
                .originalPriceTicks(it.originalPriceTicks)
                .originalLots(it.originalLots)
                .reversedLots(before.lots)
                .reversedValue(before.value)
                .reversedBuyFee(before.buyFee)
                .reversedSellFee(before.sellFee)
                .putReason(reason, 0, reason.length);
        log.commitEvent(trade.encodedLength());
    }
}
