package io.vexchange.engine.matching;

import io.vexchange.engine.book.BookSide;
import io.vexchange.engine.book.Level;
import io.vexchange.engine.book.Market;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.book.OrderQueue;

/**
 * Finds the price of an uncross. Candidates are the limit prices of the orders that take part; without any, the reference price. The
 * greatest volume wins, then the least surplus; of what is left the highest price when buyers are left over at all of them, the lowest when
 * sellers are, otherwise what is nearest to the reference price. Ticks and lots.
 */
final class Crossing {
    private final PriceLots bids = new PriceLots();
    private final PriceLots offers = new PriceLots();
    private final PriceLots buyBounds = new PriceLots();
    private final PriceLots sellBounds = new PriceLots();
    private long priceTicks;
    private long lots;
    private long surplusLots;

    // while it looks at one candidate after the other, from the lowest
    private long bestLots;
    private long bestSurplusLots;
    private long lowTicks;
    private long highTicks;
    private boolean areAllAbove;
    private boolean areAllBelow;

    long priceTicks() {
        return priceTicks;
    }

    long lots() {
        return lots;
    }

    /** Above 0: buyers are left over, below 0: sellers. */
    long surplusLots() {
        return surplusLots;
    }

    /** @return false when nothing can trade */
    boolean evaluate(final Market market) {
        collect(market);
        bestLots = 0;
        bestSurplusLots = Long.MAX_VALUE;
        if (bids.size() == 0 && offers.size() == 0) {
            consider(market.referencePriceTicks);
        } else {
            considerAll();
        }
        if (bestLots == 0) {
            return false;
        }
        priceTicks = choose(market.referencePriceTicks);
        final long demand = demand(priceTicks);
        final long supply = supply(priceTicks);
        lots = Math.min(demand, supply);
        surplusLots = demand - supply;
        return true;
    }

    /** Takes in what can matter: prices that are crossed, and beyond them what orders without a price may meet. */
    private void collect(final Market market) {
        collect(market.marketBuys, buyBounds, true);
        collect(market.marketSells, sellBounds, false);
        final Level bestBid = market.bids.best();
        final Level bestOffer = market.offers.best();
        bids.begin(true);
        offers.begin(false);
        collect(market.bids, bids, bestOffer == null ? Long.MAX_VALUE : bestOffer.priceTicks, sellBounds.totalLots());
        collect(market.offers, offers, bestBid == null ? Long.MIN_VALUE : bestBid.priceTicks, buyBounds.totalLots());
        bids.accumulate();
        offers.accumulate();
        buyBounds.accumulate();
        sellBounds.accumulate();
    }

    private static void collect(final OrderQueue queue, final PriceLots to, final boolean isBuy) {
        to.begin(isBuy);
        for (Order order = queue.first(); order != null; order = order.next) {
            to.add(Limits.inUncross(order), order.leavesLots);
        }
        to.sort();
    }

    /** Beyond the opposite side's best price only as many levels are taken as its unpriced orders can use up. */
    private static void collect(
            final BookSide side, final PriceLots to, final long oppositeTicks, final long unpricedLots) {
        boolean isBeyond = false;
        for (Level level = side.best(); level != null; level = side.after(level)) {
            if (!to.isWithin(level.priceTicks, oppositeTicks)) {
                if (unpricedLots == 0 || (isBeyond && to.totalLots() >= unpricedLots)) {
                    return;
                }
                isBeyond = true;
            }
            to.add(level.priceTicks, level.totalLots);
        }
    }

    /** From the lowest price to the highest: offers lie in that order, bids in the other. */
    private void considerAll() {
        int bid = bids.size() - 1;
        int offer = 0;
        while (bid >= 0 || offer < offers.size()) {
            final long bidTicks = bid >= 0 ? bids.ticks(bid) : Long.MAX_VALUE;
            final long offerTicks = offer < offers.size() ? offers.ticks(offer) : Long.MAX_VALUE;
            final long ticks = Math.min(bidTicks, offerTicks);
            bid -= bidTicks == ticks ? 1 : 0;
            offer += offerTicks == ticks ? 1 : 0;
            consider(ticks);
        }
    }

    private void consider(final long ticks) {
        final long demand = demand(ticks);
        final long supply = supply(ticks);
        final long volume = Math.min(demand, supply);
        final long surplus = demand - supply;
        final long distance = Math.abs(surplus);
        if (volume < bestLots || (volume == bestLots && distance > bestSurplusLots)) {
            return;
        }
        if (volume > bestLots || distance < bestSurplusLots) {
            bestLots = volume;
            bestSurplusLots = distance;
            lowTicks = ticks;
            areAllAbove = true;
            areAllBelow = true;
        }
        highTicks = ticks;
        areAllAbove &= surplus > 0;
        areAllBelow &= surplus < 0;
    }

    private long choose(final long referenceTicks) {
        if (areAllAbove) {
            return highTicks;
        }
        if (areAllBelow) {
            return lowTicks;
        }
        return Math.max(lowTicks, Math.min(highTicks, referenceTicks));
    }

    private long demand(final long ticks) {
        return bids.lotsAt(ticks) + buyBounds.lotsAt(ticks);
    }

    private long supply(final long ticks) {
        return offers.lotsAt(ticks) + sellBounds.lotsAt(ticks);
    }
}
