package io.vexchange.engine.command;

import io.vexchange.engine.account.ClOrdIds;
import io.vexchange.engine.account.IdKey;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.book.Orders;
import io.vexchange.engine.directory.Requester;
import io.vexchange.engine.matching.Endings;
import io.vexchange.engine.model.Code;
import java.util.Arrays;
import java.util.Comparator;

/** Live orders that are meant together, by ascending id. Reused: {@link #clear} after use. */
final class Selection {
    private static final Comparator<Order> BY_ID = Comparator.comparingLong(order -> order.id);

    /** Which orders of those looked at are meant. Reused. */
    static final class Filter {
        int instrumentId;
        byte side;
        int participantId;
        int ownerId;
        boolean sparesGtc;
        /** Of a session that is gone: its orders of a later connection are spared. */
        int sessionId;

        int connectionEpoch;

        Filter clear() {
            instrumentId = 0;
            side = 0;
            participantId = 0;
            ownerId = 0;
            sparesGtc = false;
            sessionId = 0;
            connectionEpoch = 0;
            return this;
        }

        private boolean takes(final Order order) {
            return (instrumentId == 0 || order.market.instrument.id == instrumentId)
                    && (side == 0 || order.side == side)
                    && (participantId == 0 || order.account.participant.id == participantId)
                    && (ownerId == 0 || order.ownerId == ownerId)
                    && !(sparesGtc && (order.timeInForce == '1' || order.timeInForce == '6'))
                    && (sessionId == 0 || order.ownerId != sessionId || order.connectionEpoch <= connectionEpoch);
        }
    }

    final Filter filter = new Filter();
    private final Orders orders;
    private final ClOrdIds ids;
    private Order[] selected = new Order[64];
    private int count;

    Selection(final Orders orders, final ClOrdIds ids) {
        this.orders = orders;
        this.ids = ids;
    }

    int count() {
        return count;
    }

    Order[] orders() {
        return selected;
    }

    void clear() {
        Arrays.fill(selected, 0, count, null);
        count = 0;
    }

    void ofAll() {
        for (Order order = orders.firstLive(); order != null; order = orders.nextLive(order)) {
            add(order);
        }
    }

    void ofAccount(final int accountId) {
        for (Order order = orders.of(accountId).firstLive(); order != null; order = order.nextOfAccount()) {
            add(order);
        }
    }

    void ofAccounts(final Requester requester) {
        if (requester.defaultAccountId != 0) {
            ofAccount(requester.defaultAccountId);
        }
        for (final int accountId : requester.accountIds) {
            if (accountId != requester.defaultAccountId) {
                ofAccount(accountId);
            }
        }
        Arrays.sort(selected, 0, count, BY_ID);
    }

    private void add(final Order order) {
        if (!filter.takes(order)) {
            return;
        }
        if (count == selected.length) {
            selected = Arrays.copyOf(selected, 2 * count);
        }
        selected[count++] = order;
    }

    /** Keeps only the orders that bear or have borne the id. */
    void narrow(final IdKey key) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            final Order order = selected[i];
            final int entry = ids.find(order.account.id, key);
            if (entry != ClOrdIds.NONE && ids.orderId(entry) == order.id) {
                selected[kept++] = order;
            }
        }
        Arrays.fill(selected, kept, count, null);
        count = kept;
    }

    /** Ends them all. */
    void cancel(final Endings endings, final Code code) {
        for (int i = 0; i < count; i++) {
            endings.cancel(selected[i], code, 0);
        }
    }
}
