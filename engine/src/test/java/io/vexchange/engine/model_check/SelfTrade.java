package io.vexchange.engine.model_check;

/** Self-trade prevention: the aggressor's mode alone decides. */
final class SelfTrade {
    private final Reports reports;
    private final Matching matching;

    SelfTrade(final Reports reports, final Matching matching) {
        this.reports = reports;
        this.matching = matching;
    }

    boolean applies(final Order aggressor, final Order resting) {
        return aggressor.account.firm == resting.account.firm && !aggressor.mode.equals("-");
    }

    void prevent(final Order aggressor, final Order resting) {
        switch (aggressor.mode) {
            case "N" -> cancel(aggressor, "STP_NEWEST");
            case "O" -> cancel(resting, "STP_OLDEST");
            case "B" -> cancelBoth(aggressor, resting);
            case "D" -> decrement(aggressor, resting);
            default -> throw new IllegalStateException("mode=" + aggressor.mode);
        }
    }

    private void cancel(final Order order, final String code) {
        matching.end(order, reports.ended(order, "4", code));
    }

    /** One step: both reports, the resting side's first, then what the public sees of it. */
    private void cancelBoth(final Order aggressor, final Order resting) {
        Matching.leave(resting, "4");
        reports.tell(resting, reports.ended(resting, "4", "STP_BOTH"));
        Matching.leave(aggressor, "4");
        reports.tell(aggressor, reports.ended(aggressor, "4", "STP_BOTH"));
        reports.book(resting, 2, 0);
    }

    private void decrement(final Order aggressor, final Order resting) {
        final long lots = Math.min(aggressor.leavesLots, resting.shownLots);
        reduce(resting, lots);
        final boolean isTipUsedUp = resting.isInBook() && Matching.takeShown(resting, lots);
        tell(resting);
        reduce(aggressor, lots);
        tell(aggressor);
        matching.showRest(resting, isTipUsedUp);
    }

    private static void reduce(final Order order, final long lots) {
        if (order.leavesLots == lots) {
            Matching.leave(order, "4");
        } else {
            order.leavesLots -= lots;
            order.quantityLots -= lots;
        }
    }

    private void tell(final Order order) {
        reports.tell(
                order,
                order.isLive()
                        ? reports.report(order, "D")
                                .with("code", "STP_DECREMENT")
                                .with("restatementReason", 5)
                                .with("flags", reports.flags(order) | Reports.UNASKED)
                        : reports.ended(order, "4", "STP_DECREMENT"));
    }
}
