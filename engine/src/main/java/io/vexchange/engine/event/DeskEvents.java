package io.vexchange.engine.event;

import io.vexchange.engine.book.Order;
import io.vexchange.engine.directory.Announcement;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.AnnouncedEncoder;
import io.vexchange.engine.protocol.CancelAfterSetEncoder;
import io.vexchange.engine.protocol.SessionActCompletedEncoder;
import io.vexchange.engine.protocol.SessionActRequestedEncoder;

/** Announcements, acts on FIX sessions, and what users have set to cancel their orders by themselves. */
public final class DeskEvents {
    private final EventLog log;
    private final AnnouncedEncoder announced = new AnnouncedEncoder();
    private final SessionActRequestedEncoder requested = new SessionActRequestedEncoder();
    private final SessionActCompletedEncoder completed = new SessionActCompletedEncoder();
    private final CancelAfterSetEncoder cancelAfter = new CancelAfterSetEncoder();

    public DeskEvents(final EventLog log) {
        this.log = log;
    }

    public void announcement(final Announcement it, final boolean isActive) {
        final int offset = log.claim(AnnouncedEncoder.BLOCK_LENGTH + Short.BYTES + it.text.length);
        announced
                .wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(log.nextSequence())
                .timeMicros(log.timeMicros)
                .announcementId(it.id)
                .isActive((short) (isActive ? 1 : 0))
                .severity((short) it.severity)
                .atMicros(it.atMicros)
                .announcedMicros(it.announcedMicros)
                .actorId(it.actorId)
                .putText(it.text, 0, it.text.length);
        log.commitEvent(announced.encodedLength());
    }

    /** A gateway shall log a session out (1) or reset its numbers (2). */
    public void sessionAct(final int sessionId, final int act, final int actorId) {
        final int offset = log.claim(SessionActRequestedEncoder.BLOCK_LENGTH);
        requested
                .wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(log.nextSequence())
                .timeMicros(log.timeMicros)
                .sessionId(sessionId)
                .act((short) act)
                .actorId(actorId);
        log.commitEvent(requested.encodedLength());
    }

    /** A gateway has done so, or says why not. */
    public void sessionActDone(
            final int sessionId, final long actSequence, final Code code, final long undeliveredReports) {
        final int offset = log.claim(SessionActCompletedEncoder.BLOCK_LENGTH);
        completed
                .wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(log.nextSequence())
                .timeMicros(log.timeMicros)
                .sessionId(sessionId)
                .actSequence(actSequence)
                .code(code.number())
                .undeliveredReports(undeliveredReports);
        log.commitEvent(completed.encodedLength());
    }

    /** @param atMicros when the user's orders are cancelled, {@link Order#ABSENT}: not any more */
    public void cancelAfter(final int userId, final int accountId, final long atMicros) {
        final int offset = log.claim(CancelAfterSetEncoder.BLOCK_LENGTH);
        cancelAfter
                .wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(log.nextSequence())
                .timeMicros(log.timeMicros)
                .userId(userId)
                .accountId(accountId)
                .atMicros(atMicros);
        log.commitEvent(cancelAfter.encodedLength());
    }
}
