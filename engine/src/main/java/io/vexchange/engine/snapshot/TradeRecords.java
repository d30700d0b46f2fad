package io.vexchange.engine.snapshot;

import io.vexchange.engine.book.Order;
import io.vexchange.engine.book.Trade;
import io.vexchange.engine.book.Trades;
import io.vexchange.engine.command.CoreParts;
import java.util.HashMap;
import java.util.Map;

/** The trades that may still be busted, written and read side by side. */
final class TradeRecords {
    private final CoreParts parts;
    /** While a snapshot is read: orders that are remembered for their trades only. */
    private final Map<Long, Order> past = new HashMap<>();

    TradeRecords(final CoreParts parts) {
        this.parts = parts;
    }

    void write(final RecordWriter out) {
        final Trades trades = parts.trades;
        out.begin(RecordKind.TRADES)
                .put(trades.oldestId())
                .put(trades.firstIdOfDay())
                .end();
        for (long id = trades.oldestId(); id <= trades.newestId(); id++) {
            final Trade it = trades.get(id);
            out.begin(RecordKind.TRADE)
                    .put(it.buy.id)
                    .put(it.sell.id)
                    .put(it.priceTicks)
                    .put(it.lots)
                    .put(it.originalPriceTicks)
                    .put(it.originalLots)
                    .put(it.buyFee)
                    .put(it.sellFee)
                    .put(it.buyReport)
                    .put(it.sellReport)
                    .put(it.buyRate)
                    .put(it.sellRate)
                    .put(it.tradeDay)
                    .put(it.aggressorSide)
                    .put(it.status)
                    .end();
        }
    }

    void past(final Order order, final byte[] id) {
        order.becomePast(id);
        parts.orders.past().append(order);
        past.put(order.id, order);
    }

    void readTrades(final RecordReader in) {
        parts.trades.restore(in.number(), in.number());
    }

    void readTrade(final RecordReader in) {
        final Order buy = order(in.number());
        final Order sell = order(in.number());
        final Trade it = parts.trades.add(buy, sell);
        it.priceTicks = in.number();
        it.lots = in.number();
        it.originalPriceTicks = in.number();
        it.originalLots = in.number();
        it.buyFee = in.number();
        it.sellFee = in.number();
        it.buyReport = in.number();
        it.sellReport = in.number();
        it.buyRate = in.integer();
        it.sellRate = in.integer();
        it.tradeDay = in.integer();
        it.aggressorSide = in.character();
        it.status = in.character();
    }

    void end() {
        past.clear();
    }

    private Order order(final long id) {
        final Order known = parts.orders.get(id);
        final Order order = known == null ? past.get(id) : known;
        if (order == null) {
            throw new IllegalStateException("snapshot has a trade of order=" + id + " but not that order");
        }
        return order;
    }
}
