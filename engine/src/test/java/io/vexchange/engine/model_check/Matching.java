package io.vexchange.engine.model_check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lets an order trade, rests or ends what is left, and works the stops its prints reach. */
final class Matching {
    private final Reports reports;
    private final Account[] feeAccount;
    private final Counters counters;
    private final SelfTrade selfTrade;

    Matching(final Reports reports, final Account[] feeAccount, final Counters counters) {
        this.reports = reports;
        this.feeAccount = feeAccount;
        this.counters = counters;
        this.selfTrade = new SelfTrade(reports, this);
    }

    /** A new arrival, already answered: it trades, then its stops' queue is worked. */
    void arrive(final Order order) {
        start(order);
        workQueue(order.market);
    }

    /** A stop that has been accepted waits, or triggers at once. */
    void await(final Order stop) {
        final Market market = stop.market;
        stop.place = ++market.places;
        market.waitingStops.add(stop);
        if (market.isContinuous()) {
            trigger(market, market.referenceTicks);
            workQueue(market);
        }
    }

    void workQueue(final Market market) {
        while (!market.triggered.isEmpty()) {
            final Order stop = market.triggered.remove(0);
            stop.isTriggered = true;
            reports.tell(stop, reports.report(stop, "L"));
            start(stop);
        }
    }

    /** Takes every waiting stop that a price reaches to the end of the queue. */
    void trigger(final Market market, final long printTicks) {
        final List<Order> reached = new ArrayList<>();
        for (final Order stop : market.waitingStops) {
            if (stop.isBuy() ? printTicks >= stop.stopPriceTicks : printTicks <= stop.stopPriceTicks) {
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

    private void start(final Order order) {
        if (order.type.equals("1") || order.type.equals("3")) {
            order.protectionTicks = Limits.protection(order);
        }
        final String refusal = Trial.refusal(order);
        if (refusal != null) {
            end(order, reports.report(order, "4").with("code", refusal));
            return;
        }
        while (order.isLive() && order.leavesLots > 0) {
            final Order resting = order.market.best(order.opposite());
            if (resting == null || !Limits.reaches(order, resting.priceTicks)) {
                break;
            }
            if (selfTrade.applies(order, resting)) {
                selfTrade.prevent(order, resting);
            } else {
                trade(order, resting);
            }
        }
        if (order.isLive()) {
            if (order.mayRest()) {
                rest(order);
            } else {
                end(order, reports.report(order, "4").with("code", Limits.reason(order)));
            }
        }
    }

    private void rest(final Order order) {
        order.place = ++order.market.places;
        order.shownLots = order.fullTip();
        order.entryId = order.id;
        order.market.resting.add(order);
        reports.book(order, 0, order.shownLots);
    }

    private void trade(final Order aggressor, final Order resting) {
        final Market market = aggressor.market;
        final long lots = Math.min(aggressor.leavesLots, resting.shownLots);
        final long ticks = resting.priceTicks;
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
        reports.event(Item.of("Trade")
                .with("tradeId", tradeId)
                .with("instrumentId", market.id)
                .with("publicSequence", publicSequence)
                .with("status", 0)
                .with("aggressorSide", aggressor.side)
                .with("priceTicks", ticks)
                .with("lots", lots)
                .with("value", notional)
                .with("buyOrderId", buy.id)
                .with("sellOrderId", sell.id)
                .with("buyAccountId", buy.account.id)
                .with("sellAccountId", sell.account.id)
                .with("buyFee", buy == resting ? restingFee : aggressorFee)
                .with("sellFee", sell == resting ? restingFee : aggressorFee)
                .with("feesTotal", feeAccount[0].total(market.quoteAssetId))
                .with("tradeDay", reports.tradeDay));
        showRest(resting, isTipUsedUp);
        market.lastPrintTicks = ticks;
        trigger(market, ticks);
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

    private static void fill(final Order order, final long lots, final long ticks) {
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

    /** The order is over: no leaves, in no list. */
    static boolean leave(final Order order, final String status) {
        order.leavesLots = 0;
        order.shownLots = 0;
        order.status = status;
        order.market.waitingStops.remove(order);
        order.market.triggered.remove(order);
        return order.market.resting.remove(order);
    }
}
