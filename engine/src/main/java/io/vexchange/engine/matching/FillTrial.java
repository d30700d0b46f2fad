package io.vexchange.engine.matching;

import io.vexchange.engine.book.BookSide;
import io.vexchange.engine.book.Level;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.directory.Participant;
import io.vexchange.engine.model.Code;

/** What an order would trade if it were executed now, worked out without changing anything. */
final class FillTrial {
    private static final byte OLDEST = 'O';
    private static final byte DECREMENT = 'D';
    private static final byte NONE = '-';

    private Participant firm;
    private byte mode;
    private long leavesLots;
    private long tradedLots;
    private boolean isStopped;
    private boolean isCollared;

    /** @return why a FOK or MinQty order is not executed at all, or {@link Code#NONE} */
    Code refusal(final Order order) {
        if (order.timeInForce == '4') {
            if (tradable(order) >= order.leavesLots) {
                return Code.NONE;
            }
            return isCollared ? Code.DYNAMIC_COLLAR : Code.FOK_NOT_FILLABLE;
        }
        if (order.minimumLots != Order.ABSENT) {
            return tradable(order) < order.minimumLots ? Code.MIN_QTY_NOT_MET : Code.NONE;
        }
        return Code.NONE;
    }

    private long tradable(final Order order) {
        firm = order.account.participant;
        mode = order.selfTradePrevention;
        leavesLots = order.leavesLots;
        tradedLots = 0;
        isStopped = false;
        final long limitTicks = Limits.effective(order);
        final BookSide side = order.opposite();
        Level level = side.best();
        while (level != null && leavesLots > 0 && !isStopped && Limits.reaches(order, limitTicks, level.priceTicks)) {
            tryLevel(level);
            level = side.after(level);
        }
        isCollared = level != null && leavesLots > 0 && !isStopped && Limits.isCollared(order, level.priceTicks);
        return tradedLots;
    }

    private void tryLevel(final Level level) {
        final long own = mode == NONE ? 0 : ownLots(level);
        if (own == 0) {
            take(level.totalLots);
        } else if (mode == OLDEST) {
            take(level.totalLots - own);
        } else if (mode == DECREMENT) {
            decrement(level, own);
        } else {
            takeBeforeOwn(level);
        }
    }

    private void take(final long lots) {
        final long taken = Math.min(leavesLots, lots);
        leavesLots -= taken;
        tradedLots += taken;
    }

    private long ownLots(final Level level) {
        long own = 0;
        for (Order order = level.first; order != null; order = order.next) {
            if (order.account.participant == firm) {
                own += order.leavesLots;
            }
        }
        return own;
    }

    /** The aggressor ends at the first own order. If that is a peg, all tips of orders with a price of their own come again before it. */
    private void takeBeforeOwn(final Level level) {
        Order own = level.first;
        while (own.account.participant != firm) {
            own = own.next;
        }
        for (Order order = level.first; order != own && leavesLots > 0; order = order.next) {
            take(own.isPeg() && !order.isPeg() ? order.leavesLots : order.shownLots);
        }
        isStopped = leavesLots > 0;
    }

    /** Own orders use the aggressor up without trading; within a level tips come round after round, and then the pegs. */
    private void decrement(final Level level, final long own) {
        if (leavesLots >= level.totalLots) {
            leavesLots -= level.totalLots;
            tradedLots += level.totalLots - own;
            return;
        }
        long used = 1;
        for (int round = 0; leavesLots > 0 && used > 0; round++) {
            used = 0;
            for (Order order = level.first; order != null && !order.isPeg(); order = order.next) {
                used += use(order, lotsInRound(order, round));
            }
        }
        for (Order order = level.first; order != null; order = order.next) {
            use(order, order.isPeg() ? order.shownLots : 0);
        }
    }

    private long use(final Order order, final long most) {
        final long lots = Math.min(leavesLots, most);
        leavesLots -= lots;
        if (order.account.participant != firm) {
            tradedLots += lots;
        }
        return lots;
    }

    /** What an order shows when it has its turn for the so-manieth time. */
    private static long lotsInRound(final Order order, final int round) {
        if (round == 0) {
            return order.shownLots;
        }
        if (order.displayLots == Order.ABSENT) {
            return 0;
        }
        final long before = order.shownLots + (round - 1) * order.displayLots;
        return Math.max(0, Math.min(order.displayLots, order.leavesLots - before));
    }
}
