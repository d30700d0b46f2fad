package io.vexchange.engine.model_check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Prices pegged orders, and lets mid pegs that meet trade. */
final class Pegs {
    private final Reports reports;
    private final Matching matching;

    Pegs(final Reports reports, final Matching matching) {
        this.reports = reports;
        this.matching = matching;
    }

    /** Once, at the end of a command that touched the market. */
    void work(final Market market) {
        if (market.isContinuous()) {
            price(market);
            trade(market);
        }
    }

    void park(final Market market) {
        for (final Order peg : all(market)) {
            move(peg, null);
        }
    }

    void price(final Market market) {
        for (final Order peg : all(market)) {
            move(peg, ticks(peg));
        }
    }

    static boolean any(final Market market) {
        return !all(market).isEmpty();
    }

    /** By time. */
    private static List<Order> all(final Market market) {
        final List<Order> pegs = new ArrayList<>(market.parkedPegs);
        market.resting.stream().filter(Order::isPeg).forEach(pegs::add);
        pegs.sort(Comparator.comparing(order -> order.place));
        return pegs;
    }

    private void move(final Order peg, final Long ticks) {
        final Market market = peg.market;
        if (Objects.equals(peg.pegTicks, ticks)) {
            return;
        }
        reports.stands(peg, ticks);
        if (peg.pegTicks != null) {
            market.resting.remove(peg);
            reports.book(peg, 2, 0);
            peg.shownLots = 0;
            market.parkedPegs.add(peg);
        }
        peg.pegTicks = ticks;
        if (ticks != null) {
            market.parkedPegs.remove(peg);
            market.resting.add(peg);
            peg.shownLots = peg.leavesLots;
            peg.entryId = peg.id;
            reports.book(peg, 0, peg.shownLots);
        }
    }

    private static Long ticks(final Order peg) {
        final Market market = peg.market;
        final Long bid = market.bestOwnPrice("1");
        final Long offer = market.bestOwnPrice("2");
        final Long reference;
        if (peg.pegReference.equals("R")) {
            reference = peg.isBuy() ? bid : offer;
        } else if (bid == null || offer == null) {
            reference = null;
        } else {
            reference = Math.floorDiv(bid + offer + (peg.isBuy() ? 0 : 1), 2L);
        }
        final long width = market.setting("dynamicCollarBp");
        if (reference == null || (width != 0 && !Bounds.holds(reference, market.collarTicks, width))) {
            return null;
        }
        final Long hold = peg.priceTicks == null ? peg.boundTicks : peg.priceTicks;
        return peg.isBuy() ? Math.min(reference, hold) : Math.max(reference, hold);
    }

    private void trade(final Market market) {
        long leavesLots = -1;
        Order last = null;
        for (Order later = meeting(market); later != null; later = meeting(market)) {
            if (later == last && later.leavesLots == leavesLots) {
                return;
            }
            last = later;
            leavesLots = later.leavesLots;
            matching.again(later);
        }
    }

    /** The later of two pegs that meet. */
    private static Order meeting(final Market market) {
        final Order bid = market.best("1");
        final Order offer = market.best("2");
        if (!market.isContinuous() || bid == null || offer == null || bid.bookTicks() < offer.bookTicks()) {
            return null;
        }
        return bid.place > offer.place ? bid : offer;
    }
}
