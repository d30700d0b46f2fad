package io.vexchange.engine.matching;

import io.vexchange.engine.account.Account;
import io.vexchange.engine.account.Accounts;
import io.vexchange.engine.book.Market;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.book.Trade;
import io.vexchange.engine.directory.Instrument;
import io.vexchange.engine.event.EventLog;
import io.vexchange.engine.event.Reports;
import io.vexchange.engine.event.TradeEvents;
import io.vexchange.engine.event.TradeTerms;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.risk.Holds;

/**
 * Busts and corrects trades: takes back what they moved and, for a correction, moves what they should have. Quantity never comes back to an
 * order. The buyer is told first, as in an uncross.
 */
public final class Restatements {
    /** The largest value of a trade, as of an order. */
    private static final long MAX_VALUE = 1L << 62;

    private static final byte BUY = '1';
    private static final byte SELL = '2';

    private final EventLog log;
    private final Accounts accounts;
    private final Reports reports;
    private final TradeEvents events;
    private final TradeTerms before = new TradeTerms();
    private final TradeTerms after = new TradeTerms();

    public Restatements(final EventLog log, final Accounts accounts, final Reports reports, final TradeEvents events) {
        this.log = log;
        this.accounts = accounts;
        this.reports = reports;
        this.events = events;
    }

    /** Takes the trade back. Refused only where an account would own or owe more than there may be. */
    public Code bust(final Trade trade, final byte[] reason) {
        before.of(trade);
        after.of(trade, trade.priceTicks, 0);
        if (!haveRoom(trade)) {
            return Code.ASSET_OVERFLOW;
        }
        restate(trade);
        trade.status = Trade.BUSTED;
        tell(trade, 'H', reason);
        return Code.NONE;
    }

    /** Gives the trade another price and at most as many lots. */
    public Code correct(final Trade trade, final long ticks, final long lots, final byte[] reason) {
        final boolean isSame = ticks == trade.priceTicks && lots == trade.lots;
        if (ticks <= 0 || lots <= 0 || lots > trade.lots || isSame) {
            return Code.INVALID;
        }
        if (Holds.value(lots, ticks, trade.market().instrument.unitsPerTickLot) > MAX_VALUE) {
            return Code.INVALID;
        }
        before.of(trade);
        after.of(trade, ticks, lots);
        if (!haveRoom(trade)) {
            return Code.ASSET_OVERFLOW;
        }
        restate(trade);
        trade.priceTicks = ticks;
        trade.lots = lots;
        trade.buyFee = after.buyFee;
        trade.sellFee = after.sellFee;
        trade.status = Trade.CORRECTED;
        tell(trade, 'G', reason);
        return Code.NONE;
    }

    private long baseUnits(final Trade trade) {
        return (before.lots - after.lots) * trade.market().instrument.unitsPerLot;
    }

    private long buyerUnits() {
        return before.value + before.buyFee - after.value - after.buyFee;
    }

    private long sellerUnits() {
        return after.value - after.sellFee - before.value + before.sellFee;
    }

    private long feesUnits() {
        return after.buyFee + after.sellFee - before.buyFee - before.sellFee;
    }

    private boolean haveRoom(final Trade trade) {
        final Instrument instrument = trade.market().instrument;
        final Account buyer = trade.buy.account;
        final Account seller = trade.sell.account;
        return buyer.hasRoomFor(instrument.base.id, -baseUnits(trade))
                && seller.hasRoomFor(instrument.base.id, baseUnits(trade))
                && buyer.hasRoomFor(instrument.quote.id, buyerUnits())
                && seller.hasRoomFor(instrument.quote.id, sellerUnits())
                && accounts.fees().hasRoomFor(instrument.quote.id, feesUnits());
    }

    private void restate(final Trade trade) {
        final Market market = trade.market();
        final Instrument instrument = market.instrument;
        if (trade.status == Trade.EXECUTED) {
            trade.originalPriceTicks = trade.priceTicks;
            trade.originalLots = trade.lots;
        }
        restate(trade.buy);
        restate(trade.sell);
        final Account buyer = trade.buy.account;
        final Account seller = trade.sell.account;
        buyer.exposure.position(instrument.id).buy(after.lots - before.lots);
        seller.exposure.position(instrument.id).sell(after.lots - before.lots);
        buyer.post(instrument.base, -baseUnits(trade));
        seller.post(instrument.base, baseUnits(trade));
        buyer.post(instrument.quote, buyerUnits());
        seller.post(instrument.quote, sellerUnits());
        accounts.fees().post(instrument.quote, feesUnits());
        buyer.allowShortfall(instrument.base.id);
        buyer.allowShortfall(instrument.quote.id);
        seller.allowShortfall(instrument.base.id);
        seller.allowShortfall(instrument.quote.id);
        if (trade.tradeDay == log.tradeDay) {
            market.restate(after.lots - before.lots, after.value - before.value, after.lots == 0);
        }
    }

    /** What a live order has left stays; an ended one that was filled no longer is. */
    private void restate(final Order order) {
        final long goneLots = before.lots - after.lots;
        order.filledLots -= goneLots;
        if (order.filledLots == 0) {
            order.filledValue = 0;
        } else if (order.filledValue != Long.MAX_VALUE) {
            final long filledValue =
                    order.filledValue - before.lots * before.priceTicks + after.lots * after.priceTicks;
            order.filledValue = filledValue < 0 ? Long.MAX_VALUE : filledValue;
        }
        if (order.isLive()) {
            order.quantityLots -= goneLots;
            order.status = (byte) (order.filledLots == 0 ? '0' : '1');
            if (order.displayLots != Order.ABSENT) {
                order.displayLots = Math.min(order.displayLots, order.quantityLots);
            }
        } else if (order.status == '2' && order.filledLots < order.quantityLots) {
            order.status = '4';
        }
    }

    private void tell(final Trade trade, final char execType, final byte[] reason) {
        final long print = ++trade.market().publicSequence;
        final boolean isGone = after.lots == 0;
        final long ticks = isGone ? 0 : after.priceTicks;
        reports.begin(trade.buy, execType)
                .fill(ticks, after.lots, trade.id, after.buyFee, trade.liquidity(BUY), print)
                .instead(trade.buyReport, trade.tradeDay)
                .tell();
        trade.buyReport = log.sequence();
        reports.begin(trade.sell, execType)
                .fill(ticks, after.lots, trade.id, after.sellFee, trade.liquidity(SELL), print)
                .instead(trade.sellReport, trade.tradeDay)
                .tell();
        trade.sellReport = log.sequence();
        events.restated(trade, before, print, accounts.fees().total(trade.market().instrument.quote.id), reason);
    }
}
