package io.vexchange.engine.command;

import io.vexchange.engine.account.Account;
import io.vexchange.engine.account.Accounts;
import io.vexchange.engine.directory.Asset;
import io.vexchange.engine.directory.Directory;
import io.vexchange.engine.directory.NamedTable;
import io.vexchange.engine.directory.Participant;
import io.vexchange.engine.directory.Token;
import io.vexchange.engine.event.EventLog;
import io.vexchange.engine.event.RequestEvents;
import io.vexchange.engine.event.VenueEvents;
import io.vexchange.engine.matching.Endings;
import io.vexchange.engine.model.AccountType;
import io.vexchange.engine.model.AuditAction;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.SelfTradePrevention;
import io.vexchange.engine.protocol.DefineAccountDecoder;
import io.vexchange.engine.protocol.DefineAssetDecoder;
import io.vexchange.engine.protocol.DefineParticipantDecoder;
import io.vexchange.engine.protocol.DefineTokenDecoder;
import org.agrona.DirectBuffer;

/** Creates and changes assets, participants, accounts and tokens. Names, and what balances depend on, never change. */
final class Definitions {
    private static final int MAX_NAME_LENGTH = 64;
    private static final int MAX_SCALE = 18;

    private final EventLog log;
    private final Directory directory;
    private final Accounts accounts;
    private final VenueEvents events;
    private final RequestEvents requestEvents;
    private final Endings endings;
    private final Selection selection;

    Definitions(final CoreParts parts, final Selection selection) {
        log = parts.log;
        directory = parts.directory;
        accounts = parts.accounts;
        events = parts.venueEvents;
        requestEvents = parts.requestEvents;
        endings = parts.endings;
        this.selection = selection;
    }

    /** Whether an entry may be created under that name (id 0), or changed without giving it another. */
    static Code name(final NamedTable<?> table, final int id, final byte[] name) {
        if (id == 0) {
            if (name.length == 0 || name.length > MAX_NAME_LENGTH) {
                return Code.INVALID;
            }
            return table.idOf(name) == 0 ? Code.NONE : Code.IN_USE;
        }
        if (table.get(id) == null) {
            return Code.NOT_FOUND;
        }
        return name.length == 0 || table.idOf(name) == id ? Code.NONE : Code.INVALID;
    }

    /** 0 or a mode. */
    static boolean isMode(final int selfTradePrevention) {
        return selfTradePrevention == 0 || SelfTradePrevention.of(selfTradePrevention) != null;
    }

    void asset(final DefineAssetDecoder command, final DirectBuffer buffer, final Answer answer) {
        final byte[] name = Texts.copy(buffer, command.limit() + Short.BYTES, command.nameLength());
        command.skipName();
        final int id = command.assetId();
        Code code = name(directory.assets, id, name);
        if (code == Code.NONE && (command.scale() < 0 || command.scale() > MAX_SCALE)) {
            code = Code.INVALID;
        }
        if (code == Code.NONE && id != 0 && directory.assets.get(id).scale != command.scale()) {
            code = Code.REFERENCE_USED;
        }
        if (code == Code.NONE && id == 0) {
            directory.assets.add(name, new Asset(directory.assets.nextId(), name, command.scale()));
        }
        final int result = code == Code.NONE && id == 0 ? directory.assets.size() : id;
        if (code == Code.NONE) {
            events.asset(directory.assets.get(result));
        }
        finish(answer, code, code == Code.IN_USE ? directory.assets.idOf(name) : result);
        audit(AuditAction.ASSET_DEFINE, answer, buffer, command.limit(), command.auditLength());
    }

    void participant(final DefineParticipantDecoder command, final DirectBuffer buffer, final Answer answer) {
        final NamedTable<Participant> table = directory.participants;
        final byte[] name = Texts.copy(buffer, command.limit() + Short.BYTES, command.nameLength());
        command.skipName();
        final byte[] properties = Texts.copy(buffer, command.limit() + Integer.BYTES, command.propertiesLength());
        command.skipProperties();
        int id = command.participantId();
        Code code = name(table, id, name);
        if (code == Code.NONE && !isMode(command.selfTradePrevention())) {
            code = Code.INVALID;
        }
        boolean isDisabled = false;
        if (code == Code.NONE) {
            if (id == 0) {
                id = table.nextId();
                table.add(name, new Participant(id, name));
            }
            final Participant changed = table.get(id);
            isDisabled = changed.isEnabled && command.enabled() == 0;
            changed.isEnabled = command.enabled() != 0;
            changed.selfTradePrevention = (byte) command.selfTradePrevention();
            changed.properties = properties;
            events.participant(changed);
        }
        if (isDisabled) {
            selection.filter.clear().participantId = id;
            selection.ofAll();
            endDisabled();
        }
        finish(answer, code, code == Code.IN_USE ? table.idOf(name) : id);
        audit(AuditAction.PARTICIPANT_DEFINE, answer, buffer, command.limit(), command.auditLength());
    }

    void account(final DefineAccountDecoder command, final DirectBuffer buffer, final Answer answer) {
        final NamedTable<Account> table = accounts.table;
        final byte[] name = Texts.copy(buffer, command.limit() + Short.BYTES, command.nameLength());
        command.skipName();
        final byte[] properties = Texts.copy(buffer, command.limit() + Integer.BYTES, command.propertiesLength());
        command.skipProperties();
        int id = command.accountId();
        Code code = name(table, id, name);
        code = code == Code.NONE ? accountTerms(command, table.get(id)) : code;
        boolean isDisabled = false;
        if (code == Code.NONE) {
            if (id == 0) {
                id = table.nextId();
                accounts.add(new Account(
                        id,
                        name,
                        directory.participants.get(command.participantId()),
                        AccountType.of(command.accountType()),
                        log.timeMicros));
            }
            final Account changed = table.get(id);
            isDisabled = changed.isEnabled && command.enabled() == 0;
            changed.isEnabled = command.enabled() != 0;
            changed.properties = properties;
            events.account(changed);
        }
        if (isDisabled) {
            selection.filter.clear();
            selection.ofAccount(id);
            endDisabled();
        }
        finish(answer, code, code == Code.IN_USE ? table.idOf(name) : id);
        audit(AuditAction.ACCOUNT_DEFINE, answer, buffer, command.limit(), command.auditLength());
    }

    private Code accountTerms(final DefineAccountDecoder command, final Account known) {
        final AccountType type = AccountType.of(command.accountType());
        if (type == null) {
            return Code.INVALID;
        }
        if (directory.participants.get(command.participantId()) == null) {
            return Code.NOT_FOUND;
        }
        final boolean isOther =
                known != null && (known.type != type || known.participant.id != command.participantId());
        return isOther ? Code.REFERENCE_USED : Code.NONE;
    }

    void token(final DefineTokenDecoder command, final DirectBuffer buffer, final Answer answer) {
        final NamedTable<Token> table = directory.tokens;
        final byte[] name = Texts.copy(buffer, command.limit() + Short.BYTES, command.nameLength());
        command.skipName();
        final byte[] properties = Texts.copy(buffer, command.limit() + Integer.BYTES, command.propertiesLength());
        command.skipProperties();
        int id = command.tokenId();
        Code code = name(table, id, name);
        if (code == Code.NONE && directory.users.get(command.userId()) == null) {
            code = Code.NOT_FOUND;
        }
        if (code == Code.NONE) {
            if (id == 0) {
                id = table.nextId();
                final Token token = new Token(id, name);
                token.createdMicros = log.timeMicros;
                table.add(name, token);
            }
            final Token changed = table.get(id);
            changed.userId = command.userId();
            changed.isEnabled = command.enabled() != 0;
            changed.properties = properties;
            events.token(changed);
        }
        finish(answer, code, code == Code.IN_USE ? table.idOf(name) : id);
        audit(AuditAction.TOKEN_DEFINE, answer, buffer, command.limit(), command.auditLength());
    }

    void endDisabled() {
        selection.cancel(endings, Code.DISABLED);
        selection.clear();
    }

    private static void finish(final Answer answer, final Code code, final long id) {
        answer.done(id);
        answer.code = code;
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
