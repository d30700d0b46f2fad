package io.vexchange.engine.event;

import io.vexchange.engine.account.ClOrdIds;
import io.vexchange.engine.account.IdKey;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.AuditRecordedEncoder;
import io.vexchange.engine.protocol.CancelRejectEncoder;
import io.vexchange.engine.protocol.MassCancelReportEncoder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** What is told to who asked: a refused cancel or replace, the summary of a mass cancel, the audit of an act. */
public final class RequestEvents {
    /** Orders a summary names at most. */
    public static final int MAX_LISTED = 100;

    private static final int ID_ROOM = IdKey.MAX_LENGTH + Integer.BYTES;

    private final EventLog log;
    private final ClOrdIds ids;
    private final CancelRejectEncoder cancelReject = new CancelRejectEncoder();
    private final MassCancelReportEncoder massCancel = new MassCancelReportEncoder();
    private final AuditRecordedEncoder audit = new AuditRecordedEncoder();
    private final UnsafeBuffer idBytes = new UnsafeBuffer(new byte[ID_ROOM]);

    public RequestEvents(final EventLog log, final ClOrdIds ids) {
        this.log = log;
        this.ids = ids;
    }

    /**
     * A cancel or replace is refused.
     *
     * @param order what it was about, or null when that is unknown
     * @param responseTo FIX 434
     * @param own the request's id
     * @param orig 41 as asked, may be empty
     */
    public void cancelReject(
            final Order order,
            final int requesterId,
            final char responseTo,
            final Code code,
            final IdKey own,
            final IdKey orig) {
        final int offset = log.claim(CancelRejectEncoder.BLOCK_LENGTH + 2 * (Short.BYTES + ID_ROOM));
        cancelReject
                .wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(log.nextSequence())
                .timeMicros(log.timeMicros)
                .orderId(order == null ? 0 : order.id)
                .accountId(order == null ? 0 : order.account.id)
                .participantId(order == null ? 0 : order.account.participant.id)
                .requesterId(requesterId)
                .orderStatus(order == null ? (short) '8' : order.status)
                .responseTo((short) responseTo)
                .code(code.number())
                .putClOrdId(own.bytes(), 0, own.length());
        if (orig.isEmpty() && order != null) {
            cancelReject.putOrigClOrdId(idBytes, 0, ids.copy(order.currentId, idBytes, 0));
        } else {
            cancelReject.putOrigClOrdId(orig.bytes(), 0, orig.length());
        }
        log.commitEvent(cancelReject.encodedLength());
    }

    /** The end of a mass cancel; the first {@link #MAX_LISTED} of {@code affected} orders are named. */
    public void massCancel(final MassCancelSummary summary, final Order[] orders, final int affected, final IdKey own) {
        final int listed = Math.min(MAX_LISTED, affected);
        final int offset = log.claim(MassCancelReportEncoder.BLOCK_LENGTH
                + 2 * Integer.BYTES
                + listed * (Long.BYTES + Short.BYTES + ID_ROOM)
                + ID_ROOM);
        massCancel
                .wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(log.nextSequence())
                .timeMicros(log.timeMicros)
                .requesterId(summary.requesterId)
                .accountId(summary.accountId)
                .instrumentId(summary.instrumentId)
                .side(summary.side)
                .scope(summary.scope)
                .code(summary.code.number())
                .affected(affected);
        final MassCancelReportEncoder.OrdersEncoder entries = massCancel.ordersCount(listed);
        for (int i = 0; i < listed; i++) {
            entries.next().orderId(orders[i].id).putOrderClOrdId(idBytes, 0, ids.copy(orders[i].currentId, idBytes, 0));
        }
        massCancel.putClOrdId(own.bytes(), 0, own.length());
        log.commitEvent(massCancel.encodedLength());
    }

    /** An act is on record; no text, no row. */
    public void audit(
            final int kind,
            final int action,
            final int code,
            final long targetId,
            final DirectBuffer text,
            final int textOffset,
            final int textLength) {
        if (textLength == 0) {
            return;
        }
        final int offset = log.claim(AuditRecordedEncoder.BLOCK_LENGTH + Integer.BYTES + textLength);
        audit.wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(log.nextSequence())
                .timeMicros(log.timeMicros)
                .kind((short) kind)
                .action((short) action)
                .code(code)
                .targetId(targetId)
                .putAudit(text, textOffset, textLength);
        log.commitEvent(audit.encodedLength());
    }
}
