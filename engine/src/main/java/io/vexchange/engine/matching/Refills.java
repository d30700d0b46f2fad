package io.vexchange.engine.matching;

import io.vexchange.engine.book.Counters;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.event.MarketEvents;

/** What the public sees of a resting order after a step; a used-up tip of an iceberg comes again at the back of its level. */
final class Refills {
    private final Counters counters;
    private final MarketEvents market;

    Refills(final Counters counters, final MarketEvents market) {
        this.counters = counters;
        this.market = market;
    }

    void afterStep(final Order resting) {
        if (resting.leavesLots == 0) {
            market.removed(resting, resting.priceTicks);
        } else if (resting.shownLots == 0) {
            market.removed(resting, resting.priceTicks);
            resting.entryId = counters.nextEntryId();
            resting.place = ++resting.market.places;
            resting.shownLots = resting.fullTipLots();
            resting.level.change(resting.shownLots, 0);
            resting.own().moveToBack(resting);
            market.added(resting);
        } else {
            market.changed(resting);
        }
    }
}
