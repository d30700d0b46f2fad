package io.vexchange.engine.command;

import io.vexchange.engine.event.RequestEvents;
import io.vexchange.engine.model.AuditAction;
import io.vexchange.engine.model.Code;
import org.agrona.DirectBuffer;

/** How an act of staff ends: answered, and on record whether it was taken or refused. */
final class ActRecord {
    private final RequestEvents events;

    ActRecord(final RequestEvents events) {
        this.events = events;
    }

    /**
     * @param resultId answered when the act was taken
     * @param targetId on record
     * @param auditOffset of the audit's length field
     */
    void finish(
            final AuditAction action,
            final Code code,
            final long resultId,
            final long targetId,
            final Answer answer,
            final DirectBuffer buffer,
            final int auditOffset,
            final int auditLength) {
        if (code == Code.NONE) {
            answer.done(resultId);
        } else {
            answer.refused(code);
        }
        events.audit(0, action.number(), code.number(), targetId, buffer, auditOffset + Integer.BYTES, auditLength);
    }
}
