package io.vexchange.engine.command;

import io.vexchange.engine.book.Market;
import io.vexchange.engine.book.Markets;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.book.ScheduledChanges;
import io.vexchange.engine.event.EventLog;
import io.vexchange.engine.event.PhaseEvents;
import io.vexchange.engine.event.RequestEvents;
import io.vexchange.engine.model.AuditAction;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.phase.PhaseChanges;
import io.vexchange.engine.protocol.SetPhaseDecoder;
import io.vexchange.engine.protocol.SetReferencePriceDecoder;
import io.vexchange.engine.protocol.SetScheduleDecoder;
import org.agrona.DirectBuffer;

/** Acts of the venue's staff on phases, schedules and reference prices. */
final class PhaseCommands {
    private final EventLog log;
    private final Markets markets;
    private final PhaseChanges phases;
    private final PhaseEvents events;
    private final RequestEvents requestEvents;
    private final ScheduledChanges asked = new ScheduledChanges();

    PhaseCommands(final CoreParts parts) {
        log = parts.log;
        markets = parts.markets;
        phases = parts.phases;
        events = parts.phaseEvents;
        requestEvents = parts.requestEvents;
    }

    /** One instrument, or all of them or none. */
    void set(final SetPhaseDecoder command, final DirectBuffer buffer, final Answer answer) {
        final int instrumentId = command.instrumentId();
        final Phase phase = Phase.of(command.phase());
        final int first = instrumentId == 0 ? 1 : instrumentId;
        final int last = instrumentId == 0 ? markets.size() : instrumentId;
        final Code code = phaseRefusal(first, last, phase, command.untilMicros());
        if (code == Code.NONE) {
            for (int id = first; id <= last; id++) {
                set(markets.get(id), phase, command);
            }
            answer.done(0);
        } else {
            answer.refused(code);
        }
        audit(AuditAction.PHASE_SET, code, instrumentId, buffer, command.limit(), command.auditLength());
    }

    /** The present phase again changes nothing but the end of an auction. */
    private void set(final Market market, final Phase phase, final SetPhaseDecoder command) {
        if (market.phase != phase) {
            phases.enter(market, phase, command.actorId(), command.untilMicros());
        } else if (market.isAuction()) {
            phases.end(market, command.actorId(), command.untilMicros());
        }
    }

    private Code phaseRefusal(final int first, final int last, final Phase phase, final long untilMicros) {
        if (markets.get(first) == null) {
            return Code.NOT_FOUND;
        }
        if (phase == null) {
            return Code.INVALID;
        }
        for (int id = first; id <= last; id++) {
            if (!PhaseChanges.isAllowed(markets.get(id).phase, phase)) {
                return Code.PHASE_CHANGE_NOT_ALLOWED;
            }
        }
        if (!Market.isAuction(phase)) {
            return Code.NONE;
        }
        if (untilMicros == Order.ABSENT) {
            return Code.MISSING_FIELD;
        }
        return untilMicros <= log.timeMicros ? Code.INVALID_FIELD : Code.NONE;
    }

    /** The whole set of coming changes; those whose time is over already are left out. */
    void schedule(final SetScheduleDecoder command, final DirectBuffer buffer, final Answer answer) {
        final int instrumentId = command.instrumentId();
        final Market market = markets.get(instrumentId);
        final Code read = read(command);
        final Code code = market == null ? Code.NOT_FOUND : read;
        final int propertiesLength = command.propertiesLength();
        final byte[] properties = Texts.copy(buffer, command.limit() + Integer.BYTES, propertiesLength);
        command.skipProperties();
        if (code == Code.NONE) {
            market.schedule.take(asked);
            if (propertiesLength != 0) {
                market.schedule.properties = properties;
            }
            markets.areDeadlinesStale = true;
            events.schedule(market);
            answer.done(instrumentId);
        } else {
            answer.refused(code);
        }
        audit(AuditAction.SCHEDULE_SET, code, instrumentId, buffer, command.limit(), command.auditLength());
    }

    private Code read(final SetScheduleDecoder command) {
        asked.clear();
        final SetScheduleDecoder.ChangesDecoder changes = command.changes();
        if (changes.count() > ScheduledChanges.MAX_CHANGES) {
            return skip(changes);
        }
        long before = Long.MIN_VALUE;
        while (changes.hasNext()) {
            changes.next();
            final long atMicros = changes.atMicros();
            final Phase phase = Phase.of(changes.phase());
            if (atMicros <= before || phase == null || !isForSchedule(phase)) {
                return skip(changes);
            }
            before = atMicros;
            if (atMicros > log.timeMicros) {
                asked.add(atMicros, phase);
            }
        }
        return Code.NONE;
    }

    /** What follows the group is read in any case. */
    private static Code skip(final SetScheduleDecoder.ChangesDecoder changes) {
        while (changes.hasNext()) {
            changes.next();
        }
        return Code.INVALID;
    }

    /** A schedule opens and closes; halts and volatility auctions are no part of it. */
    private static boolean isForSchedule(final Phase phase) {
        return phase != Phase.HALTED && phase != Phase.CANCEL_ONLY && phase != Phase.VOLATILITY_AUCTION;
    }

    /** Another reference price; it triggers nothing. */
    void reference(final SetReferencePriceDecoder command, final DirectBuffer buffer, final Answer answer) {
        final int instrumentId = command.instrumentId();
        final Market market = markets.get(instrumentId);
        Code code = market == null ? Code.NOT_FOUND : Code.NONE;
        if (code == Code.NONE && command.priceTicks() <= 0) {
            code = Code.INVALID;
        }
        if (code == Code.NONE) {
            market.referencePriceTicks = command.priceTicks();
            market.isReferenceSet = true;
            events.reference(market, command.actorId());
            if (market.isWatched()) {
                markets.touch(market);
            }
            answer.done(instrumentId);
        } else {
            answer.refused(code);
        }
        audit(AuditAction.REFERENCE_PRICE_SET, code, instrumentId, buffer, command.limit(), command.auditLength());
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
