package io.vexchange.engine.command;

import io.vexchange.engine.book.Order;
import io.vexchange.engine.directory.Announcement;
import io.vexchange.engine.directory.Announcements;
import io.vexchange.engine.directory.CancelAfters;
import io.vexchange.engine.directory.Directory;
import io.vexchange.engine.directory.Requester;
import io.vexchange.engine.event.DeskEvents;
import io.vexchange.engine.event.EventLog;
import io.vexchange.engine.model.AuditAction;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.AnnounceDecoder;
import io.vexchange.engine.protocol.SessionActDecoder;
import io.vexchange.engine.protocol.SessionActDoneDecoder;
import io.vexchange.engine.protocol.SetCancelAfterDecoder;
import org.agrona.DirectBuffer;

/** Announcements, acts on FIX sessions, and a REST desk's cancel-after. */
final class DeskActs {
    private static final int MAX_TEXT_LENGTH = 1_000;
    private static final int LEAST_SECONDS = 5;
    private static final int MOST_SECONDS = 3_600;
    private static final long SECOND_MICROS = 1_000_000;
    private static final int LOG_OUT = 1;
    private static final int RESET = 2;
    private static final int CRITICAL = 3;

    private final EventLog log;
    private final Directory directory;
    private final Announcements announcements;
    private final CancelAfters cancelAfters;
    private final DeskEvents events;
    private final Access access;
    private final ActRecord record;

    DeskActs(final CoreParts parts, final Access access, final ActRecord record) {
        log = parts.log;
        directory = parts.directory;
        announcements = parts.directory.announcements;
        cancelAfters = parts.directory.cancelAfters;
        events = parts.deskEvents;
        this.access = access;
        this.record = record;
    }

    void announce(final AnnounceDecoder command, final DirectBuffer buffer, final Answer answer) {
        final byte[] text = Texts.copy(buffer, command.limit() + Short.BYTES, command.textLength());
        command.skipText();
        long id = command.announcementId();
        Code code = Code.NONE;
        if (id == 0) {
            code = announceRefusal(command, text);
            if (code == Code.NONE) {
                id = announcements.nextId();
                final long atMicros = command.atMicros() == Order.ABSENT ? log.timeMicros : command.atMicros();
                final Announcement it =
                        new Announcement(id, command.severity(), atMicros, log.timeMicros, command.actorId(), text);
                announcements.add(it);
                events.announcement(it, true);
            }
        } else if (command.isActive() != 0) {
            code = Code.INVALID;
        } else {
            final Announcement gone = announcements.withdraw(id);
            code = gone == null ? Code.NOT_FOUND : Code.NONE;
            if (gone != null) {
                events.announcement(gone, false);
            }
        }
        record.finish(AuditAction.ANNOUNCE, code, id, id, answer, buffer, command.limit(), command.auditLength());
    }

    private Code announceRefusal(final AnnounceDecoder command, final byte[] text) {
        final boolean isValid = command.isActive() != 0
                && text.length > 0
                && text.length <= MAX_TEXT_LENGTH
                && command.severity() > 0
                && command.severity() <= CRITICAL
                && (command.atMicros() == Order.ABSENT || command.atMicros() >= 0)
                && !announcements.isFull();
        return isValid ? Code.NONE : Code.INVALID;
    }

    /** Answered with the number of the event that the gateway answers to. */
    void session(final SessionActDecoder command, final DirectBuffer buffer, final Answer answer) {
        final int sessionId = command.sessionId();
        final int act = command.act();
        Code code = Code.NONE;
        if (directory.sessions.get(sessionId) == null) {
            code = Code.NOT_FOUND;
        } else if (act != LOG_OUT && act != RESET) {
            code = Code.INVALID;
        } else {
            events.sessionAct(sessionId, act, command.actorId());
        }
        record.finish(
                act == RESET ? AuditAction.SESSION_RESET : AuditAction.SESSION_LOGOUT,
                code,
                log.sequence(),
                sessionId,
                answer,
                buffer,
                command.limit(),
                command.auditLength());
    }

    void sessionDone(final SessionActDoneDecoder command, final Answer answer) {
        if (directory.sessions.get(command.sessionId()) == null) {
            answer.refused(Code.NOT_FOUND);
            return;
        }
        events.sessionActDone(
                command.sessionId(),
                command.actSequence(),
                command.code() == 0 ? Code.NONE : Codes.known(command.code()),
                command.undeliveredReports());
        answer.done(0);
    }

    void cancelAfter(final SetCancelAfterDecoder command, final Answer answer) {
        final int userId = -command.requesterId();
        final int accountId = command.accountId();
        final int seconds = command.seconds();
        final Requester user = userId > 0 ? access.requester(command.requesterId()) : null;
        if (user == null || !access.mayUse(command.requesterId(), accountId)) {
            answer.refused(Code.UNKNOWN_ACCOUNT);
        } else if (seconds != 0 && (seconds < LEAST_SECONDS || seconds > MOST_SECONDS)) {
            answer.refused(Code.INVALID);
        } else {
            set(userId, accountId, seconds, answer);
        }
    }

    private void set(final int userId, final int accountId, final int seconds, final Answer answer) {
        final boolean wasRunning = cancelAfters.remove(accountId, userId);
        if (seconds != 0 && cancelAfters.isFull()) {
            answer.refused(Code.INVALID);
            return;
        }
        if (seconds != 0) {
            final long atMicros = log.timeMicros + seconds * SECOND_MICROS;
            cancelAfters.add(new CancelAfters.Entry(atMicros, accountId, userId));
            events.cancelAfter(userId, accountId, atMicros);
        } else if (wasRunning) {
            events.cancelAfter(userId, accountId, Order.ABSENT);
        }
        answer.done(0);
    }
}
