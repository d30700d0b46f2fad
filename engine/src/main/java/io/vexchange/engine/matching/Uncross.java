package io.vexchange.engine.matching;

import io.vexchange.engine.account.Accounts;
import io.vexchange.engine.book.BookSide;
import io.vexchange.engine.book.Counters;
import io.vexchange.engine.book.Level;
import io.vexchange.engine.book.Market;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.book.Trade;
import io.vexchange.engine.book.Trades;
import io.vexchange.engine.directory.Instrument;
import io.vexchange.engine.event.EventLog;
import io.vexchange.engine.event.MarketEvents;
import io.vexchange.engine.event.Reports;
import io.vexchange.engine.risk.Fees;

/**
 * The call auction: the one price at which most can trade, and the trades at it. Orders in the book take part with their whole leaves,
 * orders without a price as far as their bounds allow.
 */
public final class Uncross {
    private static final byte NO_SIDE = 0;

    private final EventLog log;
    private final Counters counters;
    private final Trades trades;
    private final Reports reports;
    private final MarketEvents events;
    private final Endings endings;
    private final Settlement settlement;
    private final Crossing crossing = new Crossing();

    public Uncross(
            final EventLog log,
            final Counters counters,
            final Accounts accounts,
            final Trades trades,
            final Reports reports,
            final MarketEvents events,
            final Endings endings) {
        this.log = log;
        this.counters = counters;
        this.trades = trades;
        this.reports = reports;
        this.events = events;
        this.endings = endings;
        settlement = new Settlement(accounts);
    }

    /** Works out what an uncross would do; changes nothing. @return false when there would be none */
    boolean evaluate(final Market market) {
        return crossing.evaluate(market);
    }

    /** @return the price last worked out */
    long priceTicks() {
        return crossing.priceTicks();
    }

    /** @return the volume last worked out */
    long lots() {
        return crossing.lots();
    }

    /** @return what would be left at that price: above 0 on the buyers' side, below 0 on the sellers' */
    long surplusLots() {
        return crossing.surplusLots();
    }

    /** Trades everything that can trade, at one price, which becomes the reference price. */
    void trade(final Market market) {
        if (!crossing.evaluate(market)) {
            return;
        }
        final long ticks = crossing.priceTicks();
        long lots = crossing.lots();
        Order buy = first(market.marketBuys.first(), market.bids, ticks);
        Order sell = first(market.marketSells.first(), market.offers, ticks);
        while (lots > 0) {
            final Order buyAfter = buy.next;
            final Order sellAfter = sell.next;
            final boolean isBuyPriced = buy.stand == Order.Stand.BOOK;
            final boolean isSellPriced = sell.stand == Order.Stand.BOOK;
            final long dealt = Math.min(lots, Math.min(buy.leavesLots, sell.leavesLots));
            deal(buy, sell, ticks, dealt);
            lots -= dealt;
            if (lots > 0 && buy.leavesLots == 0) {
                buy = first(isBuyPriced ? null : buyAfter, market.bids, ticks);
            }
            if (lots > 0 && sell.leavesLots == 0) {
                sell = first(isSellPriced ? null : sellAfter, market.offers, ticks);
            }
        }
        market.referencePriceTicks = ticks;
        market.isReferenceSet = false;
    }

    /** The next of a side: orders without a price by time, then the best in the book. */
    private static Order first(final Order waiting, final BookSide side, final long ticks) {
        for (Order order = waiting; order != null; order = order.next) {
            if (Limits.reaches(order, Limits.inUncross(order), ticks)) {
                return order;
            }
        }
        final Level level = side.best();
        if (level == null || !Limits.reaches(level.first, level.priceTicks, ticks)) {
            throw new IllegalStateException("an uncross has run out of orders price=" + ticks);
        }
        return level.first;
    }

    private void deal(final Order buy, final Order sell, final long ticks, final long lots) {
        final Market market = buy.market;
        final Instrument instrument = market.instrument;
        final long value = lots * ticks * instrument.unitsPerTickLot;
        final long buyFee = Fees.of(value, buy.auctionRate);
        final long sellFee = Fees.of(value, sell.auctionRate);
        final long tradeId = ++counters.trades;
        final long print = ++market.publicSequence;
        final boolean wasBuyShown = buy.stand == Order.Stand.BOOK;
        final boolean wasSellShown = sell.stand == Order.Stand.BOOK;
        final long buyShownLots = buy.shownLots;
        final long sellShownLots = sell.shownLots;
        fill(buy, lots, ticks);
        fill(sell, lots, ticks);
        settlement.settle(buy, sell, lots, value, buyFee, sellFee);
        retireFilled(buy);
        retireFilled(sell);
        reports.begin(buy, 'F').fill(ticks, lots, tradeId, buyFee, '4', print).tell();
        final long buyReport = log.sequence();
        reports.begin(sell, 'F').fill(ticks, lots, tradeId, sellFee, '4', print).tell();
        final long sellReport = log.sequence();
        events.auctionTrade(
                buy, sell, tradeId, print, ticks, lots, value, buyFee, sellFee, settlement.feesTotal(instrument.quote));
        final Trade trade = trades.add(buy, sell);
        trade.made(ticks, lots, NO_SIDE, log.tradeDay);
        trade.buyer(buyFee, buy.auctionRate, buyReport);
        trade.seller(sellFee, sell.auctionRate, sellReport);
        if (wasBuyShown) {
            tell(buy, buyShownLots);
        }
        if (wasSellShown) {
            tell(sell, sellShownLots);
        }
        market.print(ticks, lots, value, tradeId, log.timeMicros);
    }

    /** An iceberg trades whole and shows a whole tip again, in its place. */
    private static void fill(final Order order, final long lots, final long ticks) {
        Matcher.fill(order, lots, ticks);
        if (order.stand == Order.Stand.BOOK) {
            final long oldShownLots = order.shownLots;
            order.shownLots = order.fullTipLots();
            order.level.change(order.shownLots - oldShownLots, -lots);
        }
    }

    private void retireFilled(final Order order) {
        if (order.leavesLots == 0) {
            endings.withdraw(order);
            endings.retire(order);
        }
    }

    private void tell(final Order order, final long oldShownLots) {
        if (order.leavesLots == 0) {
            events.removed(order, order.entryId, order.priceTicks);
        } else if (order.shownLots != oldShownLots) {
            events.changed(order);
        }
    }
}
