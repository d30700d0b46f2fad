package io.vexchange.engine.model_check;

import io.vexchange.engine.model.Phase;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lets an order trade, rests or ends what is left, and works the stops its prints reach. */
final class Matching {
    private final Reports reports;
    private final Account[] feeAccount;
    private final Counters counters;
    private final SelfTrade selfTrade;
    private final Trades trades;
    private Phases phases;

    Matching(final Reports reports, final Account[] feeAccount, final Counters counters, final Trades trades) {
        this.trades = trades;
        this.reports = reports;
        this.feeAccount = feeAccount;
        this.counters = counters;
        this.selfTrade = new SelfTrade(reports, this);
    }

    void phases(final Phases these) {
        phases = these;
    }

    /** A new arrival, already answered: it trades, then its stops' queue is worked. */
    void arrive(final Order order) {
        final Market market = order.market;
        order.shownLots = 0;
        if (order.timeInForce.equals("7") && market.phase != Phase.CLOSING_AUCTION) {
            order.place = ++market.places;
            market.forClose.add(order);
        } else if (order.isPeg()) {
            order.place = ++market.places;
            order.pegTicks = null;
            market.parkedPegs.add(order);
            market.isTouched = true;
        } else if (market.isContinuous()) {
            start(order);
            workQueue(market);
        } else {
            join(order);
        }
    }

    /** Takes part in the next uncross. */
    void join(final Order order) {
        final Market market = order.market;
        market.isTouched = true;
        if (order.isUnpriced()) {
            order.place = ++market.places;
            order.joinTicks = Bounds.far(order, market.referenceTicks, market.setting("staticCollarBp"));
            market.waitingMarket.add(order);
        } else {
            rest(order);
        }
    }

    /** A stop that has been accepted waits, or triggers at once. */
    void await(final Order stop) {
        final Market market = stop.market;
        stop.place = ++market.places;
        market.waitingStops.add(stop);
        if (market.isContinuous() && isReached(stop, market.referenceTicks)) {
            market.waitingStops.remove(stop);
            market.triggered.add(stop);
            workQueue(market);
        }
    }

    void workQueue(final Market market) {
        while (!market.triggered.isEmpty()) {
            final Order stop = market.triggered.remove(0);
            stop.isTriggered = true;
            reports.tell(stop, reports.report(stop, "L"));
            if (market.isContinuous()) {
                start(stop);
            } else {
                join(stop);
            }
        }
    }

    /** Takes every waiting stop that a price reaches to the end of the queue. */
    void trigger(final Market market, final long printTicks) {
        final List<Order> reached = new ArrayList<>();
        for (final Order stop : market.waitingStops) {
            if (isReached(stop, printTicks)) {
                reached.add(stop);
            }
        }
        reached.sort(Comparator.comparing((Order stop) -> stop.isBuy())
                .reversed()
                .thenComparing(stop -> stop.isBuy() ? stop.stopPriceTicks : -stop.stopPriceTicks)
                .thenComparing(stop -> stop.place));
        market.waitingStops.removeAll(reached);
        market.triggered.addAll(reached);
    }

    /** A peg that meets another is taken out of the book and trades as the aggressor; what is left goes back to its place. */
    void again(final Order peg) {
        peg.market.resting.remove(peg);
        peg.shownLots = 0;
        reports.book(peg, 2, 0);
        trade(peg);
        if (peg.isLive()) {
            peg.shownLots = peg.leavesLots;
            peg.market.resting.add(peg);
            reports.book(peg, 0, peg.shownLots);
        }
        workQueue(peg.market);
    }

    private static boolean isReached(final Order stop, final long ticks) {
        return stop.isBuy() ? ticks >= stop.stopPriceTicks : ticks <= stop.stopPriceTicks;
    }

    private void start(final Order order) {
        if (order.isUnpriced()) {
            order.protectionTicks = Limits.protection(order);
            order.boundTicks = null;
        }
        final String refusal = Trial.refusal(order);
        if (refusal != null) {
            end(order, reports.report(order, "4").with("code", refusal));
            return;
        }
        trade(order);
        if (order.isLive()) {
            settleRest(order);
        }
    }

    /** With the other side, as far as it may. */
    private void trade(final Order order) {
        while (order.isLive() && order.leavesLots > 0) {
            final Order resting = order.market.best(order.opposite());
            if (resting == null || !Limits.reaches(order, resting.bookTicks())) {
                break;
            }
            if (selfTrade.applies(order, resting)) {
                selfTrade.prevent(order, resting);
            } else {
                trade(order, resting);
            }
        }
    }

    private void settleRest(final Order order) {
        if (Limits.isStoppedByCollar(order)) {
            final boolean mayWait = order.isStop() || order.type.equals("2");
            if (mayWait && order.hasRestingTime()) {
                join(order);
                phases.interrupt(order.market);
            } else {
                end(order, reports.report(order, "4").with("code", "DYNAMIC_COLLAR"));
            }
        } else if (order.type.equals("K") && order.isUnpriced()) {
            if (order.lastFillTicks == null) {
                end(order, reports.report(order, "4").with("code", "NO_LIQUIDITY"));
            } else {
                order.priceTicks = order.lastFillTicks;
                order.protectionTicks = null;
                reports.stands(order, order.priceTicks);
                rest(order);
            }
        } else if (order.mayRest()) {
            rest(order);
        } else {
            end(order, reports.report(order, "4").with("code", Limits.reason(order)));
        }
    }

    void rest(final Order order) {
        order.place = ++order.market.places;
        order.shownLots = order.fullTip();
        order.entryId = order.id;
        order.market.resting.add(order);
        reports.book(order, 0, order.shownLots);
    }

    private void trade(final Order aggressor, final Order resting) {
        final Market market = aggressor.market;
        final long lots = Math.min(aggressor.leavesLots, resting.shownLots);
        final long ticks = resting.bookTicks();
        final BigInteger notional = Money.notional(market, lots, ticks);
        final long tradeId = ++counters.trades;
        final long publicSequence = ++market.publicSequence;
        final BigInteger restingFee = Money.fee(notional, resting.makerFeeRate);
        final BigInteger aggressorFee = Money.fee(notional, aggressor.takerFeeRate);
        fill(resting, lots, ticks);
        fill(aggressor, lots, ticks);
        settle(resting, lots, notional, restingFee);
        settle(aggressor, lots, notional, aggressorFee);
        feeAccount[0].post(market.quoteAssetId, restingFee.add(aggressorFee));
        final boolean isTipUsedUp = takeShown(resting, lots);
        if (resting.leavesLots == 0) {
            market.resting.remove(resting);
        }
        for (final Order order : List.of(resting, aggressor)) {
            reports.tell(
                    order,
                    reports.report(order, "F")
                            .with("lastPriceTicks", ticks)
                            .with("lastLots", lots)
                            .with("tradeId", tradeId)
                            .with("fee", order == resting ? restingFee : aggressorFee)
                            .with("liquidity", order == resting ? "1" : "2")
                            .with("publicSequence", publicSequence));
        }
        final Order buy = aggressor.isBuy() ? aggressor : resting;
        final Order sell = aggressor.isBuy() ? resting : aggressor;
        final Map<Order, BigInteger> fees = Map.of(resting, restingFee, aggressor, aggressorFee);
        print(market, publicSequence, tradeId, aggressor.side, ticks, lots, notional, buy, sell, fees);
        showRest(resting, isTipUsedUp);
        market.lastPrintTicks = ticks;
        trigger(market, ticks);
    }

    private static long rate(final Order order, final String aggressorSide) {
        if (aggressorSide.isEmpty()) {
            return order.auctionFeeRate;
        }
        return order.side.equals(aggressorSide) ? order.takerFeeRate : order.makerFeeRate;
    }

    private void print(
            final Market market,
            final long publicSequence,
            final long tradeId,
            final String aggressorSide,
            final long ticks,
            final long lots,
            final BigInteger notional,
            final Order buy,
            final Order sell,
            final Map<Order, BigInteger> fees) {
        final Trades.Trade trade = new Trades.Trade();
        trade.id = tradeId;
        trade.market = market;
        trade.buy = buy;
        trade.sell = sell;
        trade.ticks = ticks;
        trade.lots = lots;
        trade.originalTicks = ticks;
        trade.originalLots = lots;
        trade.value = notional;
        trade.buyFee = fees.get(buy);
        trade.sellFee = fees.get(sell);
        trade.buyRate = rate(buy, aggressorSide);
        trade.sellRate = rate(sell, aggressorSide);
        trade.day = reports.tradeDay;
        trade.aggressorSide = aggressorSide;
        final boolean isBuyerFirst = !aggressorSide.equals("1");
        trade.buySequence = reports.sequence - (isBuyerFirst ? 1 : 0);
        trade.sellSequence = reports.sequence - (isBuyerFirst ? 0 : 1);
        trades.add(trade);
        reports.event(Item.of("Trade")
                .with("tradeId", tradeId)
                .with("instrumentId", market.id)
                .with("publicSequence", publicSequence)
                .with("status", 0)
                .with("aggressorSide", aggressorSide)
                .with("priceTicks", ticks)
                .with("lots", lots)
                .with("value", notional)
                .with("buyOrderId", buy.id)
                .with("sellOrderId", sell.id)
                .with("buyAccountId", buy.account.id)
                .with("sellAccountId", sell.account.id)
                .with("buyFee", fees.get(buy))
                .with("sellFee", fees.get(sell))
                .with("feesTotal", feeAccount[0].total(market.quoteAssetId))
                .with("tradeDay", reports.tradeDay));
    }

    /** Takes lots off what a resting order shows; the used-up tip of an iceberg comes again at the back of its level, at once. */
    static boolean takeShown(final Order resting, final long lots) {
        resting.shownLots -= lots;
        final boolean isTipUsedUp = resting.shownLots == 0;
        if (isTipUsedUp) {
            resting.shownLots = resting.fullTip();
            resting.place = ++resting.market.places;
        }
        return isTipUsedUp;
    }

    /** The public sees what a step left of a resting order; a refill is a new entry. */
    void showRest(final Order resting, final boolean isTipUsedUp) {
        if (resting.leavesLots == 0) {
            reports.book(resting, 2, 0);
        } else if (isTipUsedUp) {
            reports.book(resting, 2, 0);
            resting.entryId = counters.freshEntry();
            reports.book(resting, 0, resting.shownLots);
        } else {
            reports.book(resting, 1, resting.shownLots);
        }
    }

    /** All at one price, the buyer told first, nobody the aggressor. */
    void uncross(final Market market, final long ticks) {
        final Uncross uncross = new Uncross(market);
        Order buy = uncross.head("1", ticks);
        Order sell = uncross.head("2", ticks);
        while (buy != null && sell != null) {
            auctionTrade(buy, sell, ticks);
            buy = uncross.head("1", ticks);
            sell = uncross.head("2", ticks);
        }
    }

    private void auctionTrade(final Order buy, final Order sell, final long ticks) {
        final Market market = buy.market;
        final long lots = Math.min(buy.leavesLots, sell.leavesLots);
        final BigInteger notional = Money.notional(market, lots, ticks);
        final long tradeId = ++counters.trades;
        final long publicSequence = ++market.publicSequence;
        final Map<Order, BigInteger> fees = new HashMap<>();
        for (final Order order : List.of(buy, sell)) {
            fees.put(order, Money.fee(notional, order.auctionFeeRate));
            fill(order, lots, ticks);
            settle(order, lots, notional, fees.get(order));
            feeAccount[0].post(market.quoteAssetId, fees.get(order));
        }
        final Map<Order, Long> shown = Map.of(buy, buy.shownLots, sell, sell.shownLots);
        final List<Order> inBook = Stream.of(buy, sell).filter(Order::isInBook).toList();
        for (final Order order : List.of(buy, sell)) {
            order.shownLots = order.shownLots == 0 ? 0 : order.fullTip();
            if (order.leavesLots == 0) {
                market.resting.remove(order);
                market.waitingMarket.remove(order);
            }
        }
        for (final Order order : List.of(buy, sell)) {
            reports.tell(
                    order,
                    reports.report(order, "F")
                            .with("lastPriceTicks", ticks)
                            .with("lastLots", lots)
                            .with("tradeId", tradeId)
                            .with("fee", fees.get(order))
                            .with("liquidity", "4")
                            .with("publicSequence", publicSequence));
        }
        print(market, publicSequence, tradeId, "", ticks, lots, notional, buy, sell, fees);
        for (final Order order : inBook) {
            if (order.leavesLots == 0) {
                reports.book(order, 2, 0);
            } else if (order.shownLots != shown.get(order)) {
                reports.book(order, 1, order.shownLots);
            }
        }
        market.lastPrintTicks = ticks;
    }

    private static void fill(final Order order, final long lots, final long ticks) {
        order.lastFillTicks = ticks;
        order.market.isTouched = true;
        order.filledLots += lots;
        order.filledValue = order.filledValue.add(BigInteger.valueOf(lots).multiply(BigInteger.valueOf(ticks)));
        order.leavesLots -= lots;
        order.status = order.leavesLots == 0 ? "2" : "1";
    }

    private static void settle(final Order order, final long lots, final BigInteger notional, final BigInteger fee) {
        final Market market = order.market;
        final BigInteger base = BigInteger.valueOf(lots).multiply(BigInteger.valueOf(market.lotUnits));
        order.account.post(market.baseAssetId, order.isBuy() ? base : base.negate());
        order.account.post(market.quoteAssetId, (order.isBuy() ? notional.negate() : notional).subtract(fee));
    }

    /** Ends a live order wherever it is, tells {@code report} of it (completed here), and takes it out of the book. */
    void end(final Order order, final Item report) {
        end(order, report, "4");
    }

    void end(final Order order, final Item report, final String status) {
        final boolean wasInBook = leave(order, status);
        final Item now = reports.report(order, report.text("execType"));
        for (final String said :
                List.of("clOrdId", "origClOrdId", "requesterId", "code", "restatementReason", "flags")) {
            now.with(said, report.fields().get(said));
        }
        now.with("flags", (report.value("flags") & ~Reports.STOP_WAITING) | reports.flags(order));
        reports.tell(order, now);
        if (wasInBook) {
            reports.book(order, 2, 0);
        }
    }

    static void leaveAuction(final Order order) {
        final Market market = order.market;
        market.isTouched |= market.waitingMarket.remove(order);
        market.forClose.remove(order);
        market.parkedPegs.remove(order);
    }

    /** The order is over: no leaves, in no list. */
    static boolean leave(final Order order, final String status) {
        order.leavesLots = 0;
        order.shownLots = 0;
        order.status = status;
        order.market.waitingStops.remove(order);
        order.market.triggered.remove(order);
        leaveAuction(order);
        return order.market.resting.remove(order);
    }
}
