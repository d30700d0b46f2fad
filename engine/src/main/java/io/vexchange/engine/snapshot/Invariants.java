package io.vexchange.engine.snapshot;

import io.vexchange.engine.account.Account;
import io.vexchange.engine.account.ClOrdIds;
import io.vexchange.engine.book.Market;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.book.Trade;
import io.vexchange.engine.command.CoreParts;
import io.vexchange.engine.directory.Asset;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.risk.Holds;

/** What must be true between any two commands. */
public final class Invariants {
    private final CoreParts parts;
    private final ExposureInvariants exposures;
    private long[][] reserved;

    public Invariants(final CoreParts parts) {
        this.parts = parts;
        exposures = new ExposureInvariants(parts);
    }

    /** @throws IllegalStateException naming what is broken */
    public void check() {
        int standing = 0;
        for (int id = 1; id <= parts.markets.size(); id++) {
            final Market market = parts.markets.get(id);
            market.checkInvariants();
            expect("a print is left over", market.printTicks == Order.ABSENT, id);
            standing += market.bids.orders()
                    + market.offers.orders()
                    + market.buyStops.orders()
                    + market.sellStops.orders()
                    + market.marketBuys.size()
                    + market.marketSells.size()
                    + market.atClose.size()
                    + parked(market);
        }
        checkOrders(standing);
        checkTrades();
        exposures.check();
        checkMoney();
    }

    private void checkOrders(final int standing) {
        reserved = new long[parts.accounts.table.size() + 1][parts.directory.assets.size() + 1];
        int live = 0;
        int ids = 0;
        int timed = 0;
        long previousId = 0;
        for (Order order = parts.orders.firstLive(); order != null; order = parts.orders.nextLive(order)) {
            expect("live orders are out of order", order.id > previousId, order.id);
            previousId = order.id;
            checkLive(order);
            reserved[order.account.id][Holds.asset(order).id] += order.hold;
            ids += chain(order);
            timed += order.expireTimeMicros == Order.ABSENT ? 0 : 1;
            live++;
        }
        expect("live orders are not where they say", live == standing && live == parts.orders.liveCount(), live);
        expect("expiries are not those of live orders", timed == parts.expiries.size(), timed);
        int ended = 0;
        for (int id = 1; id <= parts.accounts.table.size(); id++) {
            for (Order order = parts.orders.of(id).firstEnded(); order != null; order = order.nextOfAccount()) {
                checkEnded(order);
                ids += chain(order);
                ended++;
            }
        }
        expect("orders are lost", live + ended == parts.orders.size(), parts.orders.size());
        expect("spent ids are lost", ids == parts.ids.size(), parts.ids.size());
    }

    /** Every kept trade has its orders, and a past order has a kept trade. */
    private void checkTrades() {
        int past = 0;
        for (Order order = parts.orders.past().first(); order != null; order = order.nextOfAccount()) {
            expect("a past order is remembered", order.isPast() && parts.orders.get(order.id) == null, order.id);
            expect("a past order lives", !order.isLive() && order.leavesLots == 0, order.id);
            past++;
        }
        expect("past orders are lost", past == parts.orders.past().size(), past);
        expect("trades are lost", parts.trades.newestId() == parts.counters.trades, parts.counters.trades);
        for (long id = parts.trades.oldestId(); id <= parts.trades.newestId(); id++) {
            final Trade trade = parts.trades.get(id);
            expect("a trade is not in its place", trade.id == id && trade.lots > 0 && trade.priceTicks > 0, id);
            checkSide(trade, trade.buy, true);
            checkSide(trade, trade.sell, false);
        }
    }

    private void checkSide(final Trade trade, final Order order, final boolean isBuy) {
        expect("a trade without its order", order.isPast() || parts.orders.get(order.id) == order, trade.id);
        expect("a trade of the wrong side", order.isBuy() == isBuy && order.market == trade.market(), trade.id);
    }

    private void checkLive(final Order order) {
        expect("not in the index", parts.orders.get(order.id) == order, order.id);
        expect("an ended order lives", order.isLive(), order.id);
        expect("leaves", order.leavesLots > 0 && order.leavesLots == order.quantityLots - order.filledLots, order.id);
        expect("status", (order.status == '1') == (order.filledLots > 0), order.id);
        expect("hold", order.hold == Holds.of(order), order.id);
        if (order.stand == Order.Stand.BOOK) {
            expect("shown", order.shownLots > 0 && order.shownLots <= order.leavesLots, order.id);
            expect("in its level", order.own().at(order.workingTicks()) == order.level, order.id);
            expect("rests", order.mayRest() || isInAuction(order), order.id);
        } else {
            expect("stands", isWhereItMayWait(order), order.id);
            expect("hidden", order.shownLots == 0, order.id);
        }
    }

    private static boolean isWhereItMayWait(final Order order) {
        return switch (order.stand) {
            case STOP ->
                order.isStop() && !order.isTriggered() && order.stops().at(order.stopPriceTicks) == order.level;
            case MARKET -> order.isUnpriced() && order.protectionTicks != Order.ABSENT;
            case CLOSE -> order.timeInForce == '7' && order.market.phase != Phase.CLOSING_AUCTION;
            case PARKED -> order.isPeg() && order.protectionTicks == Order.ABSENT;
            default -> false;
        };
    }

    /** An order for an auction stands in the book only while there may be one. */
    private static boolean isInAuction(final Order order) {
        return order.isForAuction() && !order.market.isContinuous() && order.market.phase != Phase.CLOSED;
    }

    private static int parked(final Market market) {
        int parked = 0;
        for (int i = 0; i < market.pegs.size(); i++) {
            final Order peg = market.pegs.get(i);
            expect("an ended peg is listed", peg.isLive() && peg.isPeg() && peg.market == market, peg.id);
            expect("pegs are out of order", i == 0 || market.pegs.get(i - 1).place < peg.place, peg.id);
            expect("a peg stands elsewhere", peg.stand == Order.Stand.PARKED || peg.stand == Order.Stand.BOOK, peg.id);
            parked += peg.stand == Order.Stand.PARKED ? 1 : 0;
        }
        return parked;
    }

    private void checkEnded(final Order order) {
        expect("not in the index", parts.orders.get(order.id) == order, order.id);
        expect("a live order has ended", !order.isLive(), order.id);
        expect("leaves of an ended order", order.leavesLots == 0 && order.hold == 0, order.id);
        expect("an ended order stands", order.stand == Order.Stand.NONE && order.level == null, order.id);
    }

    private int chain(final Order order) {
        int count = 0;
        boolean hasCurrent = false;
        for (int id = order.firstId; id != ClOrdIds.NONE; id = parts.ids.next(id)) {
            expect("an id of another order", parts.ids.orderId(id) == order.id, order.id);
            hasCurrent |= id == order.currentId;
            count++;
        }
        expect("ids", hasCurrent && order.firstId != ClOrdIds.NONE, order.id);
        return count;
    }

    private void checkMoney() {
        for (int asset = 1; asset <= parts.directory.assets.size(); asset++) {
            final Asset it = parts.directory.assets.get(asset);
            long total = 0;
            long credit = 0;
            for (int id = 1; id <= parts.accounts.table.size(); id++) {
                final Account account = parts.accounts.get(id);
                expect("reserve of account " + id, account.reserved(asset) == reserved[id][asset], asset);
                account.assertCovered(asset);
                total += account.total(asset);
                credit += Math.max(0, -account.total(asset)) + (account.isCash ? 0 : account.reserved(asset));
            }
            expect("the sum of an asset", total == it.issuedUnits, asset);
            expect("the credit in an asset", credit == it.creditUnits, asset);
        }
    }

    private static void expect(final String what, final boolean isTrue, final long id) {
        if (!isTrue) {
            throw new IllegalStateException(what + " id=" + id);
        }
    }
}
