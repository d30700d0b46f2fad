package io.vexchange.engine.command;

import io.vexchange.engine.account.ClOrdIds;
import io.vexchange.engine.account.IdKey;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.book.Orders;
import io.vexchange.engine.directory.Requester;
import io.vexchange.engine.event.Reports;
import io.vexchange.engine.event.UnknownOrder;
import io.vexchange.engine.protocol.MassStatusRequestDecoder;
import io.vexchange.engine.protocol.OrderStatusRequestDecoder;
import org.agrona.DirectBuffer;

/** H and AF: answers that are no events. */
final class Statuses {
    /** Orders that one mass status tells of. */
    static final int MAX_ORDERS = 100_000;

    private final Access access;
    private final Orders orders;
    private final ClOrdIds ids;
    private final Selection selection;
    private final Reports reports;
    private final IdKey key = new IdKey();
    private final UnknownOrder unknown = new UnknownOrder();

    Statuses(final CoreParts parts, final Access access, final Selection selection) {
        orders = parts.orders;
        ids = parts.ids;
        reports = parts.reports;
        this.access = access;
        this.selection = selection;
    }

    void one(final OrderStatusRequestDecoder command, final DirectBuffer buffer, final Answer answer) {
        final int idOffset = command.limit() + Short.BYTES;
        final int idLength = command.clOrdIdLength();
        key.load(buffer, idOffset, idLength);
        command.skipClOrdId();
        final int requestOffset = command.limit() + Short.BYTES;
        final int requestLength = command.requestIdLength();
        command.skipRequestId();
        final int requesterId = command.requesterId();
        final Order order = idLength == 0
                ? byId(requesterId, command.accountId(), command.orderId())
                : byText(requesterId, command.accountId());
        if (order != null) {
            reports.begin(order, 'I')
                    .requester(requesterId)
                    .request(buffer, requestOffset, requestLength)
                    .answer();
            answer.done(order.id);
            return;
        }
        reports.answerUnknown(unknown.of(requesterId, command.accountId(), 0, false)
                .clOrdId(buffer, idOffset, Math.min(idLength, IdKey.MAX_LENGTH))
                .asked(buffer, command.limit() + Short.BYTES, command.askedLength())
                .request(buffer, requestOffset, requestLength));
        answer.done(0);
    }

    private Order byText(final int requesterId, final int accountId) {
        final int entry = access.find(requesterId, accountId, key);
        return entry == ClOrdIds.NONE ? null : orders.get(ids.orderId(entry));
    }

    private Order byId(final int requesterId, final int accountId, final long orderId) {
        final Order order = orderId == 0 ? null : orders.get(orderId);
        final boolean isMeant = order != null
                && (accountId == 0 || accountId == order.account.id)
                && access.mayUse(requesterId, order.account.id);
        return isMeant ? order : null;
    }

    void many(final MassStatusRequestDecoder command, final DirectBuffer buffer, final Answer answer) {
        final int requesterId = command.requesterId();
        final int requestOffset = command.limit() + Short.BYTES;
        final int requestLength = command.requestIdLength();
        selection.filter.clear().instrumentId = command.instrumentId();
        select(requesterId, command.accountId());
        final boolean isTooMany = selection.count() > MAX_ORDERS;
        final int count = isTooMany ? 0 : selection.count();
        for (int i = 0; i < count; i++) {
            reports.begin(selection.orders()[i], 'I')
                    .requester(requesterId)
                    .request(buffer, requestOffset, requestLength);
            if (i == count - 1) {
                reports.lastOfMassStatus();
            }
            reports.answer();
        }
        selection.clear();
        if (count == 0) {
            reports.answerUnknown(unknown.of(requesterId, command.accountId(), command.instrumentId(), true)
                    .tooMany(isTooMany)
                    .request(buffer, requestOffset, requestLength));
        }
        answer.done(0);
    }

    private void select(final int requesterId, final int accountId) {
        final Requester requester = access.requester(requesterId);
        if (accountId != 0) {
            if (access.mayUse(requesterId, accountId)) {
                selection.ofAccount(accountId);
            }
        } else if (access.isEverywhere(requesterId)) {
            selection.ofAll();
        } else if (requester != null) {
            selection.ofAccounts(requester);
        }
    }
}
