package io.vexchange.engine.command;

import io.vexchange.engine.account.Account;
import io.vexchange.engine.account.Accounts;
import io.vexchange.engine.directory.Directory;
import io.vexchange.engine.directory.Participant;
import io.vexchange.engine.directory.Session;
import io.vexchange.engine.directory.User;
import io.vexchange.engine.event.RequestEvents;
import io.vexchange.engine.event.VenueEvents;
import io.vexchange.engine.matching.Endings;
import io.vexchange.engine.model.AuditAction;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.SessionRole;
import io.vexchange.engine.model.UserRole;
import io.vexchange.engine.protocol.DefineSessionDecoder;
import io.vexchange.engine.protocol.DefineUserDecoder;
import org.agrona.DirectBuffer;

/** Creates and changes FIX sessions and users. A session uses accounts of its own firm only. */
final class PeopleDefinitions {
    private final Directory directory;
    private final Accounts accounts;
    private final VenueEvents events;
    private final RequestEvents requestEvents;
    private final Endings endings;
    private final Selection selection;

    PeopleDefinitions(final CoreParts parts, final Selection selection) {
        directory = parts.directory;
        accounts = parts.accounts;
        events = parts.venueEvents;
        requestEvents = parts.requestEvents;
        endings = parts.endings;
        this.selection = selection;
    }

    void session(final DefineSessionDecoder command, final DirectBuffer buffer, final Answer answer) {
        final DefineSessionDecoder.AccountsDecoder group = command.accounts();
        final int[] accountIds = new int[group.count()];
        for (int i = 0; i < accountIds.length; i++) {
            accountIds[i] = group.next().accountId();
        }
        final byte[] name = Texts.copy(buffer, command.limit() + Short.BYTES, command.nameLength());
        command.skipName();
        final byte[] properties = Texts.copy(buffer, command.limit() + Integer.BYTES, command.propertiesLength());
        command.skipProperties();
        int id = command.sessionId();
        Code code = Definitions.name(directory.sessions, id, name);
        code = code == Code.NONE ? sessionTerms(command, accountIds) : code;
        boolean isDisabled = false;
        if (code == Code.NONE) {
            if (id == 0) {
                id = directory.sessions.nextId();
                directory.sessions.add(name, new Session(id, name));
            }
            final Session changed = directory.sessions.get(id);
            isDisabled = changed.isEnabled && command.enabled() == 0;
            changed.participant = directory.participants.get(command.participantId());
            changed.role = SessionRole.of(command.role());
            changed.isEnabled = command.enabled() != 0;
            changed.selfTradePrevention = (byte) command.selfTradePrevention();
            changed.defaultAccountId = command.defaultAccountId();
            changed.accountIds = accountIds;
            changed.properties = properties;
            events.session(changed);
        }
        if (isDisabled) {
            selection.filter.clear().ownerId = id;
            selection.ofAll();
            selection.cancel(endings, Code.DISABLED);
            selection.clear();
        }
        answer.done(code == Code.IN_USE ? directory.sessions.idOf(name) : id);
        answer.code = code;
        audit(AuditAction.SESSION_DEFINE, answer, buffer, command.limit(), command.auditLength());
    }

    private Code sessionTerms(final DefineSessionDecoder command, final int[] accountIds) {
        if (SessionRole.of(command.role()) == null || !Definitions.isMode(command.selfTradePrevention())) {
            return Code.INVALID;
        }
        final Participant firm = directory.participants.get(command.participantId());
        if (firm == null) {
            return Code.NOT_FOUND;
        }
        for (final int each : accountIds) {
            final Code code = ofFirm(firm, each);
            if (code != Code.NONE) {
                return code;
            }
        }
        return command.defaultAccountId() == 0 ? Code.NONE : ofFirm(firm, command.defaultAccountId());
    }

    private Code ofFirm(final Participant firm, final int accountId) {
        final Account account = accounts.get(accountId);
        if (account == null) {
            return Code.NOT_FOUND;
        }
        return account.participant == firm ? Code.NONE : Code.INVALID;
    }

    void user(final DefineUserDecoder command, final DirectBuffer buffer, final Answer answer) {
        final DefineUserDecoder.AccountsDecoder group = command.accounts();
        final int[] accountIds = new int[group.count()];
        for (int i = 0; i < accountIds.length; i++) {
            accountIds[i] = group.next().accountId();
        }
        final byte[] name = Texts.copy(buffer, command.limit() + Short.BYTES, command.nameLength());
        command.skipName();
        final byte[] properties = Texts.copy(buffer, command.limit() + Integer.BYTES, command.propertiesLength());
        command.skipProperties();
        int id = command.userId();
        Code code = Definitions.name(directory.users, id, name);
        code = code == Code.NONE ? userTerms(command, accountIds) : code;
        if (code == Code.NONE) {
            if (id == 0) {
                id = directory.users.nextId();
                directory.users.add(name, new User(id, name));
            }
            final User changed = directory.users.get(id);
            changed.role = UserRole.of(command.role());
            changed.isEnabled = command.enabled() != 0;
            changed.accountIds = accountIds;
            changed.properties = properties;
            events.user(changed);
        }
        answer.done(code == Code.IN_USE ? directory.users.idOf(name) : id);
        answer.code = code;
        audit(AuditAction.USER_DEFINE, answer, buffer, command.limit(), command.auditLength());
    }

    private Code userTerms(final DefineUserDecoder command, final int[] accountIds) {
        if (UserRole.of(command.role()) == null) {
            return Code.INVALID;
        }
        for (final int each : accountIds) {
            if (accounts.get(each) == null) {
                return Code.NOT_FOUND;
            }
        }
        return Code.NONE;
    }

    private void audit(
            final AuditAction action,
            final Answer answer,
            final DirectBuffer buffer,
            final int offset,
            final int length) {
        requestEvents.audit(
                0, action.number(), answer.code.number(), answer.resultId, buffer, offset + Integer.BYTES, length);
    }
}
