package io.vexchange.engine.event;

import io.vexchange.engine.book.Trade;
import io.vexchange.engine.risk.Fees;

/** What a trade moves from side to side. Reused. Price ticks, quantity lots, money minor units of the quote asset. */
public final class TradeTerms {
    public long priceTicks;
    public long lots;
    public long value;
    public long buyFee;
    public long sellFee;

    /** As the trade stands. */
    public void of(final Trade trade) {
        priceTicks = trade.priceTicks;
        lots = trade.lots;
        value = trade.value();
        buyFee = trade.buyFee;
        sellFee = trade.sellFee;
    }

    /** With another price and quantity, whose product is within bounds, at the trade's own fee rates. No lots: nothing moves. */
    public void of(final Trade trade, final long ticks, final long newLots) {
        priceTicks = ticks;
        lots = newLots;
        value = newLots * ticks * trade.market().instrument.unitsPerTickLot;
        buyFee = Fees.of(value, trade.buyRate);
        sellFee = Fees.of(value, trade.sellRate);
    }
}
