package io.vexchange.engine.command;

import io.vexchange.engine.account.Account;
import io.vexchange.engine.book.Expiries;
import io.vexchange.engine.book.Markets;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.book.Orders;
import io.vexchange.engine.event.EventLog;
import io.vexchange.engine.event.MarketEvents;
import io.vexchange.engine.event.Reports;
import io.vexchange.engine.matching.Endings;
import io.vexchange.engine.matching.Limits;
import io.vexchange.engine.matching.Matcher;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.risk.Holds;

/**
 * What a new order or a replace is judged by and does, once the request is read and its ids are looked up: checks, answer, matching. All of
 * the core that has nothing to do with how requests come and how clients name their orders.
 */
public final class Trading {
    private final LimitChecks limits = new LimitChecks();
    private final Admission admission;
    private final EventLog log;
    private final Outbox outbox;
    private final Markets markets;
    private final Orders orders;
    private final Expiries expiries;
    private final Reports reports;
    private final MarketEvents marketEvents;
    private final Endings endings;
    private final Matcher matcher;

    Trading(final CoreParts parts, final Admission admission, final Outbox outbox) {
        log = parts.log;
        markets = parts.markets;
        orders = parts.orders;
        expiries = parts.expiries;
        reports = parts.reports;
        marketEvents = parts.marketEvents;
        endings = parts.endings;
        matcher = parts.matcher;
        this.admission = admission;
        this.outbox = outbox;
    }

    /**
     * @param parts the state and what changes it
     * @param outboxEvents events that may wait for durable consumers
     * @param liveOrders live orders of the venue
     * @return trading without requests, as measurements use it
     */
    public static Trading of(final CoreParts parts, final long outboxEvents, final int liveOrders) {
        final Access access = new Access(parts.directory, parts.accounts, parts.ids);
        return new Trading(
                parts,
                new Admission(parts.log, access, parts.markets, parts.orders, liveOrders),
                new Outbox(parts.log, outboxEvents));
    }

    /** A D or G of that account has come; it counts whatever becomes of it. */
    public void countRate(final Account account) {
        limits.count(account, log.timeMicros);
    }

    /** Why a new order is refused, {@link Code#NONE}: it is not. */
    public Code refusal(final Order order) {
        Code code = admission.standing(order, order.ownerId);
        code = code == Code.NONE ? admission.combination(order) : code;
        code = code == Code.NONE ? admission.entry(order) : code;
        code = code == Code.NONE ? admission.expiry(order) : code;
        code = code == Code.NONE ? admission.quantity(order, 0) : code;
        code = code == Code.NONE ? admission.notional(order, null) : code;
        code = code == Code.NONE ? admission.price(order, true, true) : code;
        code = code == Code.NONE && outbox.isFull() ? Code.OUTBOX_FULL : code;
        code = code == Code.NONE ? admission.count(order) : code;
        if (code == Code.NONE) {
            Limits.prepare(order, null);
        }
        code = code == Code.NONE ? limits.open(order, null) : code;
        code = code == Code.NONE ? admission.money(order, 0) : code;
        return code == Code.NONE ? admission.postOnly(order) : code;
    }

    /** A new order, which has its id, is answered: it ends at once when it is refused, else it begins to work. */
    public void enter(final Order order, final Code refusal) {
        if (refusal != Code.NONE) {
            order.status = '8';
            order.leavesLots = 0;
            order.code = refusal.number();
            orders.addEnded(order);
            reports.begin(order, '8').code(refusal).requester(order.ownerId).tell();
            return;
        }
        orders.addLive(order);
        Holds.refresh(order);
        expiries.update(order);
        reports.begin(order, '0').requester(order.ownerId).tell();
        if (order.isStop()) {
            matcher.await(order);
        } else {
            matcher.arrive(order);
        }
    }

    /** Why an order may not become what is wanted, {@link Code#NONE}: it may. */
    public Code refusal(final Order wanted, final Order order, final int requesterId) {
        final boolean isPriceNew = wanted.priceTicks != order.priceTicks;
        final boolean isStopNew = wanted.stopPriceTicks != order.stopPriceTicks;
        final boolean isBelow = wanted.quantityLots > 0 && wanted.quantityLots < order.filledLots;
        final boolean ends = wanted.quantityLots == order.filledLots && order.filledLots > 0;
        Code code = admission.standing(order, requesterId);
        code = code == Code.NONE ? Wanted.type(wanted, order) : code;
        code = code == Code.NONE ? admission.combination(wanted) : code;
        code = code == Code.NONE ? admission.expiry(wanted) : code;
        code = code == Code.NONE && isBelow ? Code.QTY_BELOW_CUM : code;
        code = code == Code.NONE && !ends ? admission.quantity(wanted, order.quantityLots) : code;
        code = code == Code.NONE ? admission.notional(wanted, order) : code;
        code = code == Code.NONE ? admission.price(wanted, isPriceNew, isStopNew) : code;
        code = code == Code.NONE && outbox.isFull() ? Code.OUTBOX_FULL : code;
        if (code == Code.NONE) {
            Limits.prepare(wanted, Wanted.keepsBounds(wanted, order) ? order : null);
        }
        code = code == Code.NONE ? limits.open(wanted, order) : code;
        code = code == Code.NONE ? admission.money(wanted, order.hold) : code;
        return code == Code.NONE ? admission.postOnly(wanted) : code;
    }

    /**
     * Replaces a live order.
     *
     * @param order has taken the request's id already, if that has one
     * @param wanted what it becomes
     * @param oldId the id it bore before
     * @param requesterId who asked
     */
    public void replace(final Order order, final Order wanted, final int oldId, final int requesterId) {
        final boolean wasInBook = order.stand == Order.Stand.BOOK;
        final boolean wasWaiting = order.isWaitingStop();
        final boolean losesPlace = Wanted.losesPlace(wanted, order);
        final boolean ends = wanted.leavesLots == 0;
        final long oldPriceTicks = order.workingTicks();
        final long oldShownLots = order.shownLots;
        if (ends || losesPlace) {
            endings.withdraw(order);
            order.shownLots = 0;
        }
        accept(order, wanted);
        if (order.market.isWatched()) {
            markets.touch(order.market);
        }
        if (ends) {
            order.status = '2';
            endings.retire(order);
        }
        reports.begin(order, '5')
                .requester(requesterId)
                .ids(order.currentId, oldId)
                .tell();
        if (wasInBook && (ends || losesPlace)) {
            marketEvents.removed(order, order.entryId, oldPriceTicks);
        } else if (wasInBook && order.shownLots != oldShownLots) {
            marketEvents.changed(order);
        }
        if (!ends && losesPlace) {
            if (wasWaiting) {
                matcher.await(order);
            } else {
                matcher.arrive(order);
            }
        }
    }

    /** The order becomes what is wanted; in its level, if it is still there, its quantities follow. */
    private void accept(final Order order, final Order wanted) {
        final long oldLeavesLots = order.leavesLots;
        final long oldShownLots = order.shownLots;
        order.quantityLots = wanted.quantityLots;
        order.leavesLots = wanted.leavesLots;
        order.type = wanted.type;
        order.timeInForce = wanted.timeInForce;
        order.selfTradePrevention = wanted.selfTradePrevention;
        order.flags = wanted.flags;
        order.priceTicks = wanted.priceTicks;
        order.stopPriceTicks = wanted.stopPriceTicks;
        order.displayLots = wanted.displayLots;
        order.minimumLots = wanted.minimumLots;
        order.protectionTicks = wanted.protectionTicks;
        order.coverTicks = wanted.coverTicks;
        order.expireTimeMicros = wanted.expireTimeMicros;
        order.expireDay = wanted.expireDay;
        order.makerRate = wanted.makerRate;
        order.takerRate = wanted.takerRate;
        order.auctionRate = wanted.auctionRate;
        order.referenceTicks = wanted.referenceTicks;
        if (order.stand == Order.Stand.BOOK) {
            order.shownLots = order.displayLots == Order.ABSENT
                    ? order.leavesLots
                    : Math.min(order.shownLots, order.fullTipLots());
        }
        if (order.level != null) {
            order.level.change(order.shownLots - oldShownLots, order.leavesLots - oldLeavesLots);
        }
        Holds.refresh(order);
        expiries.update(order);
    }
}
