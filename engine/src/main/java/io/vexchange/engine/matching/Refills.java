package io.vexchange.engine.matching;

import io.vexchange.engine.book.Counters;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.event.MarketEvents;

/** What the public sees of a resting order after a step; a used-up tip of an iceberg comes again at the back of its level. */
final class Refills {
    private final Counters counters;
    private final MarketEvents market;
    private long oldEntryId;

    Refills(final Counters counters, final MarketEvents market) {
        this.counters = counters;
        this.market = market;
    }

    /** Fills the tip up again if it is used up and there is more; before the step is told. */
    void refill(final Order resting) {
        oldEntryId = resting.entryId;
        if (resting.leavesLots > 0 && resting.shownLots == 0) {
            resting.entryId = counters.nextEntryId();
            resting.place = ++resting.market.places;
            resting.shownLots = resting.fullTipLots();
            resting.level.change(resting.shownLots, 0);
            resting.own().moveToBack(resting);
        }
    }

    /** Tells the public; after both reports. */
    void tell(final Order resting) {
        if (resting.leavesLots == 0) {
            market.removed(resting, resting.entryId, resting.workingTicks());
        } else if (resting.entryId != oldEntryId) {
            market.removed(resting, oldEntryId, resting.workingTicks());
            market.added(resting);
        } else {
            market.changed(resting);
        }
    }
}
