package io.vexchange.web.live;

import io.vexchange.engine.client.Decimals;
import io.vexchange.engine.client.FeeTier;
import io.vexchange.engine.client.Limits;
import io.vexchange.engine.client.Outcome;
import io.vexchange.engine.client.Schedule;
import io.vexchange.engine.model.KillScope;
import io.vexchange.engine.protocol.AnnounceEncoder;
import io.vexchange.engine.protocol.AssignFeeTierEncoder;
import io.vexchange.engine.protocol.DefineFeeTierEncoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.SetCancelAfterEncoder;
import io.vexchange.engine.protocol.SetLimitsEncoder;
import io.vexchange.engine.protocol.SetScheduleEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.agrona.ExpandableArrayBuffer;

/** Encodes the commands that set limits, fee tiers, schedules, announcements and cancel-afters. Threads: any. */
final class RuleCommands {
    private static final int BYTES = 4_096;

    private final Commander commander;

    RuleCommands(final Commander commander) {
        this.commander = commander;
    }

    private static byte[] bytes(final String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    CompletableFuture<Outcome> setLimits(
            final int userId, final KillScope scope, final int targetId, final Limits limits, final byte[] audit) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(BYTES);
        final SetLimitsEncoder it = new SetLimitsEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        it.actorId(-userId)
                .scope((short) scope.number())
                .targetId(targetId)
                .decimals(limits.decimals())
                .maximumOrderQuantity(limits.maximumOrderQuantity())
                .maximumOrderNotional(limits.maximumOrderNotional())
                .maximumOpenOrders(limits.maximumOpenOrders())
                .maximumOpenNotional(limits.maximumOpenNotional())
                .maximumPosition(limits.maximumPosition())
                .ordersPerSecond(limits.ordersPerSecond())
                .orderBurst(limits.orderBurst());
        final SetLimitsEncoder.InstrumentsEncoder group =
                it.instrumentsCount(limits.maximumPositionByInstrument().size());
        limits.maximumPositionByInstrument().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(each -> group.next().instrumentId(each.getKey()).maximumPosition(each.getValue()));
        it.putAudit(audit, 0, audit.length);
        return commander.ask(buffer, it.encodedLength());
    }

    CompletableFuture<Outcome> defineFeeTier(final int userId, final FeeTier tier, final byte[] audit) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(BYTES);
        final DefineFeeTierEncoder it =
                new DefineFeeTierEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        it.actorId(-userId).feeTierId(tier.id());
        final DefineFeeTierEncoder.RatesEncoder group =
                it.ratesCount(tier.rates().size());
        tier.rates()
                .forEach(each -> group.next()
                        .instrumentId(each.instrumentId())
                        .makerFeeRate(each.makerFeeRate())
                        .takerFeeRate(each.takerFeeRate())
                        .auctionFeeRate(each.auctionFeeRate()));
        final byte[] name = bytes(tier.name());
        it.putName(name, 0, name.length).putAudit(audit, 0, audit.length);
        return commander.ask(buffer, it.encodedLength());
    }

    CompletableFuture<Outcome> assignFeeTier(
            final int userId, final int accountId, final int feeTierId, final byte[] audit) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(BYTES);
        final AssignFeeTierEncoder it =
                new AssignFeeTierEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        it.actorId(-userId).accountId(accountId).feeTierId(feeTierId).putAudit(audit, 0, audit.length);
        return commander.ask(buffer, it.encodedLength());
    }

    /** Without properties the schedule's text stays as it is. */
    CompletableFuture<Outcome> setSchedule(
            final int userId,
            final int instrumentId,
            final List<Schedule.Change> changes,
            final String properties,
            final byte[] audit) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(BYTES);
        final SetScheduleEncoder it =
                new SetScheduleEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        it.actorId(-userId).instrumentId(instrumentId);
        final SetScheduleEncoder.ChangesEncoder group = it.changesCount(changes.size());
        changes.forEach(each -> group.next().atMicros(each.atMicros()).phase((short)
                each.phase().number()));
        final byte[] text = bytes(properties);
        it.putProperties(text, 0, text.length).putAudit(audit, 0, audit.length);
        return commander.ask(buffer, it.encodedLength());
    }

    CompletableFuture<Outcome> announce(
            final int userId,
            final long id,
            final boolean isActive,
            final int severity,
            final Long atMicros,
            final String text,
            final byte[] audit) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(BYTES);
        final AnnounceEncoder it = new AnnounceEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        it.actorId(-userId)
                .announcementId(id)
                .isActive((short) (isActive ? 1 : 0))
                .severity((short) severity)
                .atMicros(atMicros == null ? Decimals.ABSENT : atMicros);
        final byte[] bytes = bytes(text);
        it.putText(bytes, 0, bytes.length).putAudit(audit, 0, audit.length);
        return commander.ask(buffer, it.encodedLength());
    }

    CompletableFuture<Outcome> cancelAfter(final int userId, final int accountId, final int seconds) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(128);
        final SetCancelAfterEncoder it =
                new SetCancelAfterEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        it.requesterId(-userId).accountId(accountId).seconds(seconds);
        return commander.ask(buffer, it.encodedLength());
    }
}
