package io.vexchange.engine.model_check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** FOK and MinQty: what an order would trade if it were executed now, tried on copies. */
final class Trial {
    private Trial() {}

    /** The code the order ends with before it touches anything, or null. */
    static String refusal(final Order order) {
        final boolean isFillOrKill = order.timeInForce.equals("4");
        if (!isFillOrKill && order.minimumLots == null) {
            return null;
        }
        final List<Order> opposite = new ArrayList<>();
        final long tradedLots = tradedLots(order, opposite);
        if (isFillOrKill && tradedLots < order.leavesLots) {
            return isCollared(order, opposite) ? "DYNAMIC_COLLAR" : "FOK_NOT_FILLABLE";
        }
        return !isFillOrKill && tradedLots < order.minimumLots ? "MIN_QTY_NOT_MET" : null;
    }

    /** Nothing else than the dynamic collar kept it from the next order. */
    private static boolean isCollared(final Order order, final List<Order> left) {
        return !left.isEmpty() && Limits.isStoppedByCollar(order, left.get(0));
    }

    /** What stays on the other side is in {@code opposite}; nothing when the aggressor itself is over. */
    private static long tradedLots(final Order order, final List<Order> opposite) {
        for (final Order resting : order.market.side(order.opposite())) {
            opposite.add(resting.copy());
        }
        long leaves = order.leavesLots;
        long traded = 0;
        long place = order.market.places;
        while (leaves > 0
                && !opposite.isEmpty()
                && Limits.reaches(order, opposite.get(0).bookTicks())) {
            final Order resting = opposite.get(0);
            final boolean isOwn = resting.account.firm == order.account.firm && !order.mode.equals("-");
            if (isOwn && (order.mode.equals("N") || order.mode.equals("B"))) {
                opposite.clear();
                break;
            }
            if (isOwn && order.mode.equals("O")) {
                opposite.remove(resting);
                continue;
            }
            final long lots = Math.min(leaves, resting.shownLots);
            leaves -= lots;
            traded += isOwn ? 0 : lots;
            resting.leavesLots -= lots;
            resting.shownLots -= lots;
            if (resting.leavesLots == 0) {
                opposite.remove(resting);
            } else if (resting.shownLots == 0) {
                resting.shownLots = resting.fullTip();
                resting.place = ++place;
                sort(opposite, order);
            }
        }
        if (leaves == 0) {
            opposite.clear();
        }
        return traded;
    }

    private static void sort(final List<Order> opposite, final Order order) {
        final Comparator<Order> byPrice = Comparator.comparing(Order::bookTicks);
        opposite.sort((order.isBuy() ? byPrice : byPrice.reversed())
                .thenComparing(Order::isPeg)
                .thenComparing(each -> each.place));
    }
}
