package io.vexchange.engine.command;

import io.vexchange.engine.account.Account;
import io.vexchange.engine.account.Accounts;
import io.vexchange.engine.book.Markets;
import io.vexchange.engine.directory.Directory;
import io.vexchange.engine.directory.Exposure;
import io.vexchange.engine.directory.Participant;
import io.vexchange.engine.directory.TradingLimits;
import io.vexchange.engine.event.EventLog;
import io.vexchange.engine.event.RuleEvents;
import io.vexchange.engine.model.AccountType;
import io.vexchange.engine.model.AuditAction;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.KillScope;
import io.vexchange.engine.protocol.SetLimitsDecoder;
import org.agrona.DirectBuffer;

/** Staff sets the limits of an account or a firm. They bind what comes in from then on and touch no live order. */
final class LimitActs {
    private static final int MAX_INSTRUMENTS = 1_000;

    private final EventLog log;
    private final Accounts accounts;
    private final Directory directory;
    private final Markets markets;
    private final RuleEvents events;
    private final ActRecord record;

    LimitActs(final CoreParts parts, final ActRecord record) {
        log = parts.log;
        accounts = parts.accounts;
        directory = parts.directory;
        markets = parts.markets;
        events = parts.ruleEvents;
        this.record = record;
    }

    void set(final SetLimitsDecoder command, final DirectBuffer buffer, final Answer answer) {
        final KillScope scope = KillScope.of(command.scope());
        final int targetId = command.targetId();
        final TradingLimits limits = limits(command);
        final Code code = limits == null ? Code.INVALID : refusal(scope, targetId, limits);
        if (code == Code.NONE) {
            final Exposure exposure = scope == KillScope.ACCOUNT
                    ? accounts.get(targetId).exposure
                    : directory.participants.get(targetId).exposure;
            exposure.limit(limits, log.timeMicros);
            events.limits(scope, targetId, limits);
        }
        record.finish(
                AuditAction.LIMITS_SET,
                code,
                0,
                scope == KillScope.FIRM ? -(long) targetId : targetId,
                answer,
                buffer,
                command.limit(),
                command.auditLength());
    }

    /** The limits as sent, null when there are too many instruments; the command is read up to its audit. */
    private static TradingLimits limits(final SetLimitsDecoder command) {
        final long[] numbers = {
            command.maximumOrderQuantity(),
            command.maximumOrderNotional(),
            command.maximumOpenOrders(),
            command.maximumOpenNotional(),
            command.maximumPosition(),
            command.ordersPerSecond(),
            command.orderBurst()
        };
        final SetLimitsDecoder.InstrumentsDecoder group = command.instruments();
        final int count = group.count();
        final boolean isTooMany = count > MAX_INSTRUMENTS;
        final int[] instrumentIds = new int[isTooMany ? 0 : count];
        final long[] positions = new long[instrumentIds.length];
        for (int i = 0; i < count; i++) {
            group.next();
            if (!isTooMany) {
                insert(instrumentIds, positions, i, group.instrumentId(), group.maximumPosition());
            }
        }
        return isTooMany ? null : new TradingLimits(command.decimals(), numbers, instrumentIds, positions);
    }

    private static void insert(
            final int[] ids, final long[] positions, final int count, final int id, final long position) {
        int at = count;
        while (at > 0 && ids[at - 1] > id) {
            ids[at] = ids[at - 1];
            positions[at] = positions[at - 1];
            at--;
        }
        ids[at] = id;
        positions[at] = position;
    }

    private Code refusal(final KillScope scope, final int targetId, final TradingLimits limits) {
        if (scope != KillScope.ACCOUNT && scope != KillScope.FIRM) {
            return Code.INVALID;
        }
        final Account account = scope == KillScope.ACCOUNT ? accounts.get(targetId) : null;
        final Participant firm = scope == KillScope.FIRM ? directory.participants.get(targetId) : null;
        if (account == null && firm == null) {
            return Code.NOT_FOUND;
        }
        for (final int each : limits.instrumentIds) {
            if (markets.get(each) == null) {
                return Code.NOT_FOUND;
            }
        }
        final boolean isUnboundCredit = account != null && account.type == AccountType.CREDIT && !limits.boundsCredit();
        return !limits.isValid() || isUnboundCredit ? Code.INVALID : Code.NONE;
    }
}
