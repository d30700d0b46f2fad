package io.vexchange.engine.phase;

import io.vexchange.engine.book.Order;
import io.vexchange.engine.book.Orders;
import io.vexchange.engine.directory.CancelAfters;
import io.vexchange.engine.event.DeskEvents;
import io.vexchange.engine.matching.Endings;
import io.vexchange.engine.model.Code;

/** Cancels the orders of a user who has not renewed his cancel-after in time. */
public final class CancelAfterTimer {
    private final CancelAfters entries;
    private final Orders orders;
    private final Endings endings;
    private final DeskEvents events;

    public CancelAfterTimer(
            final CancelAfters entries, final Orders orders, final Endings endings, final DeskEvents events) {
        this.entries = entries;
        this.orders = orders;
        this.endings = endings;
        this.events = events;
    }

    /** @return when the next one is due, {@link Long#MAX_VALUE}: never */
    long nextDueMicros() {
        return entries.nextDueMicros();
    }

    /** Ends the orders of the next one by ascending id. */
    void cancelNext() {
        final CancelAfters.Entry entry = entries.takeNext();
        Order next;
        for (Order order = orders.of(entry.accountId()).firstLive(); order != null; order = next) {
            next = order.nextOfAccount();
            if (order.ownerId == -entry.userId()) {
                endings.cancel(order, Code.CANCEL_AFTER, 0);
            }
        }
        events.cancelAfter(entry.userId(), entry.accountId(), Order.ABSENT);
    }
}
