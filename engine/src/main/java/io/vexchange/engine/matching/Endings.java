package io.vexchange.engine.matching;

import io.vexchange.engine.book.Expiries;
import io.vexchange.engine.book.Markets;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.book.Orders;
import io.vexchange.engine.event.MarketEvents;
import io.vexchange.engine.event.Reports;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.risk.Holds;

/** Ends live orders wherever they stand and tells it. */
public final class Endings {
    private final Markets markets;
    private final Orders orders;
    private final Expiries expiries;
    private final Reports reports;
    private final MarketEvents market;

    public Endings(
            final Markets markets,
            final Orders orders,
            final Expiries expiries,
            final Reports reports,
            final MarketEvents market) {
        this.markets = markets;
        this.orders = orders;
        this.expiries = expiries;
        this.reports = reports;
        this.market = market;
    }

    /** The order expires or its rest ends by its own terms. */
    public void end(final Order order, final char execType, final Code code) {
        final boolean wasInBook = leave(order, execType, code);
        reports.begin(order, execType).code(code).tell();
        shown(order, wasInBook);
    }

    /** The order is cancelled though its owner did not ask by a request with an id. */
    public void cancel(final Order order, final Code code, final int requesterId) {
        final boolean wasInBook = leave(order, '4', code);
        reports.begin(order, '4').code(code).unasked().requester(requesterId).tell();
        shown(order, wasInBook);
    }

    /** The order is cancelled by a request that has spent an id of its own. */
    public void cancel(final Order order, final int requestId, final int requesterId) {
        final boolean wasInBook = leave(order, '4', Code.NONE);
        reports.begin(order, '4')
                .ids(requestId, order.currentId)
                .requester(requesterId)
                .tell();
        shown(order, wasInBook);
    }

    private void shown(final Order order, final boolean wasInBook) {
        if (wasInBook) {
            market.removed(order, order.entryId, order.workingTicks());
        }
    }

    /**
     * Takes a live order out of everything and ends it; the caller tells it.
     *
     * @return true when it was in the book
     */
    boolean leave(final Order order, final char status, final Code code) {
        final boolean wasInBook = order.stand == Order.Stand.BOOK;
        withdraw(order);
        order.leavesLots = 0;
        order.shownLots = 0;
        order.status = (byte) status;
        order.code = code.number();
        retire(order);
        return wasInBook;
    }

    /** Takes an order out of where it stands; it lives on. */
    public void withdraw(final Order order) {
        switch (order.stand) {
            case BOOK -> order.own().remove(order);
            case STOP -> order.stops().remove(order);
            case QUEUE -> order.market.unqueue(order);
            case MARKET -> {
                order.market.marketOrders(order.isBuy()).remove(order);
                markets.touch(order.market);
            }
            case CLOSE -> order.market.atClose.remove(order);
            case PARKED -> order.stand = Order.Stand.NONE;
            default -> {
                return;
            }
        }
        order.stand = Order.Stand.NONE;
    }

    /** An order that has nothing left and stands nowhere is kept among the ended ones. */
    public void retire(final Order order) {
        Holds.refresh(order);
        if (order.isPeg()) {
            order.market.pegs.remove(order);
        }
        expiries.remove(order);
        orders.end(order);
    }
}
