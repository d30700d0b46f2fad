package io.vexchange.engine.command;

import io.vexchange.engine.book.Order;
import io.vexchange.engine.book.Orders;
import io.vexchange.engine.event.Reports;
import io.vexchange.engine.event.RequestEvents;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.SelfTradePrevention;
import io.vexchange.engine.protocol.ReplaceOrderDecoder;
import org.agrona.DirectBuffer;

/** G and its table. A refused one changes nothing and spends nothing. */
final class Replaces {
    private static final int POSS_RESEND = 2;

    private final Lookup lookup;
    private final Trading trading;
    private final Outbox outbox;
    private final Reports reports;
    private final RequestEvents requestEvents;
    private final Order wanted;

    Replaces(final CoreParts parts, final Lookup lookup, final Trading trading, final Outbox outbox) {
        final Orders orders = parts.orders;
        reports = parts.reports;
        requestEvents = parts.requestEvents;
        this.lookup = lookup;
        this.trading = trading;
        this.outbox = outbox;
        wanted = orders.allocate();
    }

    void take(final ReplaceOrderDecoder command, final DirectBuffer buffer, final Answer answer) {
        if (outbox.isExhausted()) {
            answer.refused(Code.OUTBOX_FULL);
            return;
        }
        if (!lookup.own.load(buffer, command.limit() + Short.BYTES, command.clOrdIdLength())) {
            answer.refused(Code.INVALID_FIELD);
            return;
        }
        command.skipClOrdId();
        final int origLength = command.origClOrdIdLength();
        lookup.orig.load(buffer, command.limit() + Short.BYTES, origLength);
        final int mode = command.selfTradePrevention();
        if (mode != 0 && SelfTradePrevention.of(mode) == null) {
            answer.refused(Code.INVALID_FIELD);
            return;
        }
        if ((command.flags() & POSS_RESEND) != 0) {
            final Order repeated = lookup.repeated(command.requesterId(), command.accountId());
            if (repeated != null) {
                reports.begin(repeated, 'I').requester(command.requesterId()).answer();
                answer.done(repeated.id);
                return;
            }
        }
        Code code = lookup.find(
                command.requesterId(),
                command.accountId(),
                command.instrumentId(),
                command.orderId(),
                command.side(),
                origLength != 0);
        if (lookup.order != null) {
            trading.countRate(lookup.order.account);
        }
        code = code == Code.NONE ? refusal(command, lookup.order) : code;
        if (code == Code.OUTBOX_FULL) {
            answer.refused(code);
            return;
        }
        answer.done(lookup.order == null ? 0 : lookup.order.id);
        if (code != Code.NONE) {
            requestEvents.cancelReject(lookup.order, command.requesterId(), '2', code, lookup.own, lookup.orig);
            return;
        }
        final Order order = lookup.order;
        final int oldId = order.currentId;
        order.currentId = lookup.spendOwn();
        trading.replace(order, wanted, oldId, command.requesterId());
    }

    private Code refusal(final ReplaceOrderDecoder command, final Order order) {
        if (command.gatewayCode() != 0) {
            return Codes.known(command.gatewayCode());
        }
        Wanted.fill(wanted, order, command);
        return trading.refusal(wanted, order, command.requesterId());
    }
}
