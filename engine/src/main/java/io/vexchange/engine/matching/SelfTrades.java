package io.vexchange.engine.matching;

import io.vexchange.engine.book.Order;
import io.vexchange.engine.event.MarketEvents;
import io.vexchange.engine.event.Reports;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.risk.Holds;

/** Keeps orders of one firm from trading with each other: the aggressor's mode alone decides. */
final class SelfTrades {
    private static final int DECREMENT_REASON = 5;

    private final Endings endings;
    private final Reports reports;
    private final MarketEvents market;
    private final Refills refills;

    SelfTrades(final Endings endings, final Reports reports, final MarketEvents market, final Refills refills) {
        this.endings = endings;
        this.reports = reports;
        this.market = market;
        this.refills = refills;
    }

    static boolean applies(final Order aggressor, final Order resting) {
        return aggressor.account.participant == resting.account.participant && aggressor.selfTradePrevention != '-';
    }

    /** One step; at least one of the two is ended or made smaller. */
    void prevent(final Order aggressor, final Order resting) {
        switch (aggressor.selfTradePrevention) {
            case 'O' -> endings.cancel(resting, Code.STP_OLDEST, 0);
            case 'B' -> cancelBoth(aggressor, resting);
            case 'D' -> decrement(aggressor, resting);
            default -> endings.cancel(aggressor, Code.STP_NEWEST, 0);
        }
    }

    private void cancelBoth(final Order aggressor, final Order resting) {
        endings.leave(resting, '4', Code.STP_BOTH);
        reports.begin(resting, '4').code(Code.STP_BOTH).unasked().tell();
        endings.leave(aggressor, '4', Code.STP_BOTH);
        reports.begin(aggressor, '4').code(Code.STP_BOTH).unasked().tell();
        market.removed(resting, resting.entryId, resting.workingTicks());
    }

    private void decrement(final Order aggressor, final Order resting) {
        final long lots = Math.min(aggressor.leavesLots, resting.shownLots);
        reduce(resting, lots);
        refills.refill(resting);
        tell(resting);
        reduce(aggressor, lots);
        tell(aggressor);
        refills.tell(resting);
    }

    private void reduce(final Order order, final long lots) {
        if (order.leavesLots == lots) {
            endings.leave(order, '4', Code.STP_DECREMENT);
            return;
        }
        order.leavesLots -= lots;
        order.quantityLots -= lots;
        if (order.stand == Order.Stand.BOOK) {
            order.shownLots -= lots;
            order.level.change(-lots, -lots);
        }
        Holds.refresh(order);
    }

    private void tell(final Order order) {
        if (order.isLive()) {
            reports.begin(order, 'D')
                    .code(Code.STP_DECREMENT)
                    .unasked(DECREMENT_REASON)
                    .tell();
        } else {
            reports.begin(order, '4').code(Code.STP_DECREMENT).unasked().tell();
        }
    }
}
