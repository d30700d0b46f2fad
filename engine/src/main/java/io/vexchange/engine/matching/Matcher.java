package io.vexchange.engine.matching;

import io.vexchange.engine.account.Accounts;
import io.vexchange.engine.book.Counters;
import io.vexchange.engine.book.Level;
import io.vexchange.engine.book.Market;
import io.vexchange.engine.book.Markets;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.book.Trade;
import io.vexchange.engine.book.Trades;
import io.vexchange.engine.directory.Instrument;
import io.vexchange.engine.event.EventLog;
import io.vexchange.engine.event.MarketEvents;
import io.vexchange.engine.event.Reports;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.risk.Fees;
import io.vexchange.engine.risk.Holds;
import java.util.Arrays;

/**
 * Lets an arriving order trade with the opposite side by price and time, rests or ends what is left, and works the stops its prints have
 * reached.
 */
public final class Matcher {
    private final EventLog log;
    private final Counters counters;
    private final Trades trades;
    private final Reports reports;
    private final MarketEvents events;
    private final Endings endings;
    private final Settlement settlement;
    private final Refills refills;
    private final SelfTrades selfTrades;
    private final FillTrial trial = new FillTrial();
    private final Markets markets;
    private final Auctions auctions;
    private final Pegs pegs;
    private final Indicatives indicatives;
    private Market[] worked = new Market[16];
    private int workedCount;

    public Matcher(
            final EventLog log,
            final Counters counters,
            final Accounts accounts,
            final Trades trades,
            final Reports reports,
            final Markets markets,
            final MarketEvents events,
            final Endings endings,
            final Auctions auctions,
            final Uncross uncross) {
        this.log = log;
        this.markets = markets;
        this.auctions = auctions;
        this.counters = counters;
        this.trades = trades;
        this.reports = reports;
        this.events = events;
        this.endings = endings;
        settlement = new Settlement(accounts);
        refills = new Refills(counters, events);
        selfTrades = new SelfTrades(endings, reports, events, refills);
        pegs = new Pegs(events, this);
        indicatives = new Indicatives(log, markets, events, uncross);
    }

    /** An order that has been answered and stands nowhere starts to work. */
    public void arrive(final Order order) {
        note(order.market);
        work(order);
        workQueue(order.market);
    }

    /** A stop that has been answered and stands nowhere waits, or works at once if the reference price has reached it. */
    public void await(final Order stop) {
        final Market market = stop.market;
        note(market);
        stop.place = ++market.places;
        stop.stand = Order.Stand.STOP;
        stop.stops().append(stop, stop.stopPriceTicks);
        if (market.isContinuous() && Limits.reaches(stop, market.referencePriceTicks, stop.stopPriceTicks)) {
            stop.stops().remove(stop);
            market.queue(stop);
            workQueue(market);
        }
    }

    /** The market has become continuous: pegs are priced, stops tested against the reference price. */
    public void open(final Market market) {
        note(market);
        market.isReferenceSet = false;
        pegs.reprice(market);
        trigger(market, market.referencePriceTicks);
        workQueue(market);
    }

    /** A resting peg that has met the other side trades as the aggressor and stands in its place again. */
    void move(final Order peg) {
        note(peg.market);
        peg.own().remove(peg);
        peg.stand = Order.Stand.NONE;
        peg.shownLots = 0;
        events.removed(peg, peg.entryId, peg.protectionTicks);
        sweep(peg);
        if (peg.isLive()) {
            pegs.stand(peg);
        }
        workQueue(peg.market);
    }

    /** After a command: pegs follow the book, the last print is the reference price, an auction's indicative price is looked at. */
    public void endCommand() {
        final int touched = markets.beginPass();
        for (int i = 0; i < touched; i++) {
            pegs.follow(markets.passed(i));
        }
        for (int i = 0; i < workedCount; i++) {
            settle(worked[i]);
            worked[i] = null;
        }
        workedCount = 0;
        for (int i = 0; i < touched; i++) {
            indicatives.look(markets.passed(i));
        }
    }

    private void settle(final Market market) {
        if (market.printTicks != Order.ABSENT) {
            if (market.pegs.size() != 0 && market.printTicks != market.referencePriceTicks) {
                markets.touch(market);
            }
            market.referencePriceTicks = market.printTicks;
            market.printTicks = Order.ABSENT;
            market.isReferenceSet = false;
        }
        market.assertUncrossed();
    }

    /** The indicative price of a market is due. */
    public void publishIndicative(final Market market) {
        indicatives.publish(market);
    }

    /** Something trades in that market: its last print is looked at when the command ends. */
    public void note(final Market market) {
        for (int i = 0; i < workedCount; i++) {
            if (worked[i] == market) {
                return;
            }
        }
        if (workedCount == worked.length) {
            worked = Arrays.copyOf(worked, 2 * workedCount);
        }
        worked[workedCount++] = market;
    }

    private void trigger(final Market market, final long ticks) {
        for (Level level = market.buyStops.best();
                level != null && level.priceTicks <= ticks;
                level = market.buyStops.best()) {
            final Order stop = level.first;
            market.buyStops.remove(stop);
            market.queue(stop);
        }
        for (Level level = market.sellStops.best();
                level != null && level.priceTicks >= ticks;
                level = market.sellStops.best()) {
            final Order stop = level.first;
            market.sellStops.remove(stop);
            market.queue(stop);
        }
    }

    private void workQueue(final Market market) {
        for (Order stop = market.firstQueued(); stop != null; stop = market.firstQueued()) {
            market.unqueue(stop);
            stop.flags |= Order.TRIGGERED;
            reports.begin(stop, 'L').tell();
            work(stop);
        }
    }

    private void work(final Order order) {
        if (!order.market.isContinuous() || Auctions.isApart(order)) {
            auctions.join(order);
            return;
        }
        if (order.isUnpriced()) {
            order.protectionTicks = Limits.protection(order);
        }
        final Code refusal = trial.refusal(order);
        if (refusal != Code.NONE) {
            endings.end(order, '4', refusal);
            return;
        }
        sweep(order);
        if (order.isLive()) {
            leave(order);
        }
    }

    /** What an aggressor has not filled rests or ends; where the dynamic collar has stopped one that may wait, an auction begins. */
    private void leave(final Order order) {
        final boolean isCollared = Limits.isCollared(order);
        if (order.type == 'K' && order.isUnpriced() && order.filledLots > 0 && !isCollared) {
            order.priceTicks = order.market.lastPriceTicks;
            Holds.refresh(order);
            events.repriced(order, order.priceTicks);
        }
        if (order.mayRest()) {
            auctions.rest(order);
            if (isCollared) {
                auctions.beginVolatilityAuction(order.market);
            }
        } else if (isCollared && order.type == '3') {
            auctions.beginVolatilityAuction(order.market);
            auctions.join(order);
        } else if (order.type == 'K') {
            endings.end(order, '4', isCollared ? Code.DYNAMIC_COLLAR : Code.NO_LIQUIDITY);
        } else {
            endings.end(order, '4', Limits.reason(order));
        }
    }

    private void sweep(final Order order) {
        final long limitTicks = Limits.effective(order);
        while (order.isLive()) {
            final Level level = order.opposite().best();
            if (level == null || !Limits.reaches(order, limitTicks, level.priceTicks)) {
                return;
            }
            if (SelfTrades.applies(order, level.first)) {
                selfTrades.prevent(order, level.first);
            } else {
                trade(order, level.first);
            }
        }
    }

    private void trade(final Order aggressor, final Order resting) {
        final Market market = resting.market;
        final Instrument instrument = market.instrument;
        final long ticks = resting.level.priceTicks;
        final long lots = Math.min(aggressor.leavesLots, resting.shownLots);
        if (lots <= 0) {
            throw new IllegalStateException("lots=" + lots + " aggressor=" + aggressor.id + " resting=" + resting.id);
        }
        final long value = lots * ticks * instrument.unitsPerTickLot;
        final long aggressorFee = Fees.of(value, aggressor.takerRate);
        final long restingFee = Fees.of(value, resting.makerRate);
        final long tradeId = ++counters.trades;
        final long print = ++market.publicSequence;
        fill(resting, lots, ticks);
        fill(aggressor, lots, ticks);
        resting.shownLots -= lots;
        resting.level.change(-lots, -lots);
        if (aggressor.isBuy()) {
            settlement.settle(aggressor, resting, lots, value, aggressorFee, restingFee);
        } else {
            settlement.settle(resting, aggressor, lots, value, restingFee, aggressorFee);
        }
        if (resting.leavesLots == 0) {
            endings.withdraw(resting);
            endings.retire(resting);
        }
        refills.refill(resting);
        if (aggressor.leavesLots == 0) {
            endings.retire(aggressor);
        }
        reports.begin(resting, 'F')
                .fill(ticks, lots, tradeId, restingFee, '1', print)
                .tell();
        final long restingReport = log.sequence();
        reports.begin(aggressor, 'F')
                .fill(ticks, lots, tradeId, aggressorFee, '2', print)
                .tell();
        final long aggressorReport = log.sequence();
        events.trade(
                aggressor,
                resting,
                tradeId,
                print,
                ticks,
                lots,
                value,
                aggressorFee,
                restingFee,
                settlement.feesTotal(instrument.quote));
        final Trade trade = aggressor.isBuy() ? trades.add(aggressor, resting) : trades.add(resting, aggressor);
        trade.made(ticks, lots, aggressor.side, log.tradeDay);
        if (aggressor.isBuy()) {
            trade.buyer(aggressorFee, aggressor.takerRate, aggressorReport);
            trade.seller(restingFee, resting.makerRate, restingReport);
        } else {
            trade.buyer(restingFee, resting.makerRate, restingReport);
            trade.seller(aggressorFee, aggressor.takerRate, aggressorReport);
        }
        refills.tell(resting);
        market.print(ticks, lots, value, tradeId, log.timeMicros);
        trigger(market, ticks);
    }

    static void fill(final Order order, final long lots, final long ticks) {
        order.filledLots += lots;
        final long filledValue = order.filledValue + lots * ticks;
        order.filledValue = filledValue < 0 ? Long.MAX_VALUE : filledValue;
        order.leavesLots -= lots;
        order.status = (byte) (order.leavesLots == 0 ? '2' : '1');
    }
}
