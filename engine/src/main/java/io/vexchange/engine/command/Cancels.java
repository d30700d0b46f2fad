package io.vexchange.engine.command;

import io.vexchange.engine.account.Accounts;
import io.vexchange.engine.book.Markets;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.directory.Requester;
import io.vexchange.engine.event.MassCancelSummary;
import io.vexchange.engine.event.Reports;
import io.vexchange.engine.event.RequestEvents;
import io.vexchange.engine.matching.Endings;
import io.vexchange.engine.model.AuditAction;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.CancelOnDisconnectDecoder;
import io.vexchange.engine.protocol.CancelOrderDecoder;
import io.vexchange.engine.protocol.MassCancelDecoder;
import org.agrona.DirectBuffer;

/** F, q and cancel on disconnect: nothing stops them. Only to say that there is nothing to cancel, the outbox must have room. */
final class Cancels {
    private static final int POSS_RESEND = 2;
    private static final int WHOLE_ACCOUNTS = 'Y';

    private final Outbox outbox;
    private final Lookup lookup;
    private final Access access;
    private final Selection selection;
    private final Accounts accounts;
    private final Markets markets;
    private final Reports reports;
    private final RequestEvents requestEvents;
    private final Endings endings;
    private final MassCancelSummary summary = new MassCancelSummary();

    Cancels(
            final CoreParts parts,
            final Lookup lookup,
            final Access access,
            final Selection selection,
            final Outbox outbox) {
        this.outbox = outbox;
        accounts = parts.accounts;
        markets = parts.markets;
        reports = parts.reports;
        requestEvents = parts.requestEvents;
        endings = parts.endings;
        this.lookup = lookup;
        this.access = access;
        this.selection = selection;
    }

    void one(final CancelOrderDecoder command, final DirectBuffer buffer, final Answer answer) {
        if (!lookup.own.load(buffer, command.limit() + Short.BYTES, command.clOrdIdLength())) {
            answer.refused(Code.INVALID_FIELD);
            return;
        }
        command.skipClOrdId();
        final int origLength = command.origClOrdIdLength();
        lookup.orig.load(buffer, command.limit() + Short.BYTES, origLength);
        command.skipOrigClOrdId();
        final int requesterId = command.requesterId();
        if ((command.flags() & POSS_RESEND) != 0) {
            final Order repeated = lookup.repeated(requesterId, command.accountId());
            if (repeated != null) {
                reports.begin(repeated, 'I').requester(requesterId).answer();
                answer.done(repeated.id);
                return;
            }
        }
        final Code code = lookup.find(
                requesterId,
                command.accountId(),
                command.instrumentId(),
                command.orderId(),
                command.side(),
                origLength != 0);
        final Order order = lookup.order;
        answer.done(order == null ? 0 : order.id);
        if (code != Code.NONE && outbox.isExhausted()) {
            answer.refused(Code.OUTBOX_FULL);
            return;
        }
        if (code != Code.NONE) {
            requestEvents.cancelReject(order, requesterId, '1', code, lookup.own, lookup.orig);
        } else if (command.cause() == 0) {
            endings.cancel(order, lookup.spendOwn(), requesterId);
        } else {
            lookup.spendOwn();
            endings.cancel(order, Codes.known(command.cause()), requesterId);
        }
        requestEvents.audit(
                0,
                AuditAction.ORDER_CANCEL.number(),
                code.number(),
                answer.resultId,
                buffer,
                command.limit() + Integer.BYTES,
                command.auditLength());
    }

    void mass(final MassCancelDecoder command, final DirectBuffer buffer, final Answer answer) {
        if (!lookup.own.load(buffer, command.limit() + Short.BYTES, command.clOrdIdLength())) {
            answer.refused(Code.INVALID_FIELD);
            return;
        }
        command.skipClOrdId();
        final int origLength = command.origClOrdIdLength();
        final boolean isIdKnown = lookup.orig.load(buffer, command.limit() + Short.BYTES, origLength);
        command.skipOrigClOrdId();
        summary.requesterId = command.requesterId();
        summary.accountId = command.accountId();
        summary.instrumentId = command.instrumentId();
        summary.side = (byte) command.side();
        summary.scope = (byte) command.scope();
        summary.code = refusal(command);
        if (summary.code == Code.NONE && isIdKnown) {
            select(command, origLength != 0);
        }
        if (selection.count() == 0 && outbox.isExhausted()) {
            answer.refused(Code.OUTBOX_FULL);
            return;
        }
        if (selection.count() > 0) {
            selection.cancel(endings, command.cause() == 0 ? Code.MASS_CANCEL : Codes.known(command.cause()));
        }
        requestEvents.massCancel(summary, selection.orders(), selection.count(), lookup.own);
        selection.clear();
        requestEvents.audit(
                0,
                AuditAction.MASS_CANCEL.number(),
                summary.code.number(),
                0,
                buffer,
                command.limit() + Integer.BYTES,
                command.auditLength());
        answer.done(0);
    }

    private Code refusal(final MassCancelDecoder command) {
        final int accountId = command.accountId();
        if (accountId != 0 && (accounts.get(accountId) == null || !access.mayUse(command.requesterId(), accountId))) {
            return Code.UNKNOWN_ACCOUNT;
        }
        final int instrumentId = command.instrumentId();
        return instrumentId != 0 && markets.get(instrumentId) == null ? Code.UNKNOWN_SYMBOL : Code.NONE;
    }

    private void select(final MassCancelDecoder command, final boolean isNarrowed) {
        final Selection.Filter filter = selection.filter.clear();
        filter.instrumentId = command.instrumentId();
        filter.side = (byte) command.side();
        final Requester requester = access.requester(command.requesterId());
        if (command.accountId() != 0) {
            selection.ofAccount(command.accountId());
        } else if (access.isEverywhere(command.requesterId())) {
            selection.ofAll();
        } else if (requester != null) {
            selection.ofAccounts(requester);
        }
        if (isNarrowed) {
            selection.narrow(lookup.orig);
        }
    }

    void onDisconnect(final CancelOnDisconnectDecoder command, final Answer answer) {
        final int sessionId = command.sessionId();
        final Requester session = sessionId > 0 ? access.requester(sessionId) : null;
        answer.done(0);
        if (session == null) {
            answer.refused(Code.NOT_FOUND);
            return;
        }
        final Selection.Filter filter = selection.filter.clear();
        filter.sparesGtc = command.spareGtc() != 0;
        filter.sessionId = sessionId;
        filter.connectionEpoch = command.connectionEpoch();
        if (command.scope() == WHOLE_ACCOUNTS) {
            selection.ofAccounts(session);
        } else {
            filter.ownerId = sessionId;
            selection.ofAll();
        }
        selection.cancel(endings, Code.CANCEL_ON_DISCONNECT);
        selection.clear();
    }
}
