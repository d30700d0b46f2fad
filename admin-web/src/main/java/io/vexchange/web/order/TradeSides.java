package io.vexchange.web.order;

import io.vexchange.web.access.Principal;
import io.vexchange.web.shape.TradeShape;

/** What of a trade its reader may know: staff all, a trader his own sides. */
final class TradeSides {
    private TradeSides() {}

    static boolean mayKnow(final TradeShape trade, final Principal reader) {
        return reader.maySee(trade.buyAccount()) || reader.maySee(trade.sellAccount());
    }

    static TradeShape shown(final TradeShape it, final Principal reader) {
        final boolean buys = reader.maySee(it.buyAccount());
        final boolean sells = reader.maySee(it.sellAccount());
        return new TradeShape(
                it.id(),
                it.symbol(),
                it.price(),
                it.quantity(),
                it.value(),
                it.aggressorSide(),
                it.status(),
                buys ? it.buyOrderId() : null,
                sells ? it.sellOrderId() : null,
                buys ? it.buyAccount() : null,
                sells ? it.sellAccount() : null,
                buys ? it.buyFee() : null,
                sells ? it.sellFee() : null,
                it.feeAsset(),
                it.originalPrice(),
                it.originalQuantity(),
                it.reason(),
                it.seq(),
                it.eventSequence(),
                it.executedAt(),
                it.updatedAt());
    }
}
