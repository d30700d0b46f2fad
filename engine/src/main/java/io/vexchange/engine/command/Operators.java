package io.vexchange.engine.command;

import io.vexchange.engine.account.Accounts;
import io.vexchange.engine.book.Markets;
import io.vexchange.engine.directory.Directory;
import io.vexchange.engine.event.EventLog;
import io.vexchange.engine.event.OperatorEvents;
import io.vexchange.engine.event.RequestEvents;
import io.vexchange.engine.matching.Endings;
import io.vexchange.engine.model.AuditAction;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.KillScope;
import io.vexchange.engine.protocol.AuditNoteDecoder;
import io.vexchange.engine.protocol.EngageKillSwitchDecoder;
import io.vexchange.engine.protocol.ReleaseKillSwitchDecoder;
import io.vexchange.engine.risk.Blocks;
import io.vexchange.engine.risk.KillSwitch;
import io.vexchange.engine.risk.KillSwitches;
import org.agrona.DirectBuffer;

/** Acts of the venue's staff on the market. */
final class Operators {
    private final EventLog log;
    private final Directory directory;
    private final Accounts accounts;
    private final Markets markets;
    private final KillSwitches killSwitches;
    private final Blocks blocks;
    private final OperatorEvents operatorEvents;
    private final RequestEvents requestEvents;
    private final Endings endings;
    private final Selection selection;

    Operators(final CoreParts parts, final Selection selection) {
        log = parts.log;
        directory = parts.directory;
        accounts = parts.accounts;
        markets = parts.markets;
        killSwitches = parts.killSwitches;
        blocks = parts.blocks;
        operatorEvents = parts.operatorEvents;
        requestEvents = parts.requestEvents;
        endings = parts.endings;
        this.selection = selection;
    }

    void engage(final EngageKillSwitchDecoder command, final DirectBuffer buffer, final Answer answer) {
        final KillScope scope = KillScope.of(command.scope());
        final int targetId = command.targetId();
        final int auditOffset = command.limit();
        final int auditLength = command.auditLength();
        if (scope == null || !exists(scope, targetId)) {
            answer.refused(scope == null ? Code.INVALID : Code.NOT_FOUND);
            audit(AuditAction.KILL_SWITCH_ENGAGE, answer.code, 0, buffer, auditOffset, auditLength);
            return;
        }
        final KillSwitch standing = killSwitches.engaged(scope, targetId);
        if (standing != null) {
            answer.done(standing.id);
            return;
        }
        final KillSwitch engaged = new KillSwitch(
                killSwitches.nextId(),
                scope,
                targetId,
                command.actorId(),
                log.timeMicros,
                Texts.reason(buffer, auditOffset + Integer.BYTES, auditLength));
        killSwitches.add(engaged);
        blocks.mark(scope, targetId, true);
        select(scope, targetId);
        engaged.canceledOrders = selection.count();
        selection.cancel(endings, Code.KILL_SWITCH);
        selection.clear();
        operatorEvents.killSwitch(engaged);
        answer.done(engaged.id);
        audit(AuditAction.KILL_SWITCH_ENGAGE, Code.NONE, engaged.id, buffer, auditOffset, auditLength);
    }

    private boolean exists(final KillScope scope, final int targetId) {
        return switch (scope) {
            case SESSION -> directory.sessions.get(targetId) != null;
            case ACCOUNT -> accounts.get(targetId) != null;
            case FIRM -> directory.participants.get(targetId) != null;
            case INSTRUMENT -> markets.get(targetId) != null;
            case MARKET -> targetId == 0;
        };
    }

    private void select(final KillScope scope, final int targetId) {
        final Selection.Filter filter = selection.filter.clear();
        if (scope == KillScope.ACCOUNT) {
            selection.ofAccount(targetId);
            return;
        }
        filter.ownerId = scope == KillScope.SESSION ? targetId : 0;
        filter.participantId = scope == KillScope.FIRM ? targetId : 0;
        filter.instrumentId = scope == KillScope.INSTRUMENT ? targetId : 0;
        selection.ofAll();
    }

    void release(final ReleaseKillSwitchDecoder command, final DirectBuffer buffer, final Answer answer) {
        final KillSwitch released = killSwitches.get(command.killSwitchId());
        final int auditOffset = command.limit();
        final int auditLength = command.auditLength();
        Code code = Code.NONE;
        if (released == null) {
            code = Code.NOT_FOUND;
        } else if (!released.isEngaged) {
            code = Code.ALREADY_RELEASED;
        } else if (command.secondUser() != 0 && command.actorId() == released.engagedById) {
            code = Code.SECOND_USER_REQUIRED;
        }
        if (code == Code.NONE) {
            killSwitches.release(
                    released,
                    command.actorId(),
                    log.timeMicros,
                    Texts.reason(buffer, auditOffset + Integer.BYTES, auditLength));
            blocks.mark(released.scope, released.targetId, false);
            operatorEvents.killSwitch(released);
            answer.done(released.id);
        } else {
            answer.refused(code);
        }
        audit(AuditAction.KILL_SWITCH_RELEASE, code, command.killSwitchId(), buffer, auditOffset, auditLength);
    }

    void note(final AuditNoteDecoder command, final DirectBuffer buffer, final Answer answer) {
        requestEvents.audit(
                command.kind(),
                AuditAction.NOTE.number(),
                command.code(),
                0,
                buffer,
                command.limit() + Integer.BYTES,
                command.auditLength());
        answer.done(0);
    }

    private void audit(
            final AuditAction action,
            final Code code,
            final long targetId,
            final DirectBuffer buffer,
            final int offset,
            final int length) {
        requestEvents.audit(0, action.number(), code.number(), targetId, buffer, offset + Integer.BYTES, length);
    }
}
