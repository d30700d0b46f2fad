package io.vexchange.engine.client;

import io.vexchange.engine.model.KillScope;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.protocol.AnnouncedDecoder;
import io.vexchange.engine.protocol.CancelAfterSetDecoder;
import io.vexchange.engine.protocol.FeeTierAssignedDecoder;
import io.vexchange.engine.protocol.FeeTierDefinedDecoder;
import io.vexchange.engine.protocol.LimitsDefinedDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.engine.protocol.ScheduleDefinedDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.agrona.DirectBuffer;

/**
 * What the venue's staff and traders have set beside the directory: limits, fee tiers, schedules, announcements, cancel-afters. Part of a
 * {@link Directory}, whose thread writes; any thread reads.
 */
public final class Rules {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final LimitsDefinedDecoder limitsDefined = new LimitsDefinedDecoder();
    private final FeeTierDefinedDecoder feeTierDefined = new FeeTierDefinedDecoder();
    private final FeeTierAssignedDecoder feeTierAssigned = new FeeTierAssignedDecoder();
    private final ScheduleDefinedDecoder scheduleDefined = new ScheduleDefinedDecoder();
    private final AnnouncedDecoder announced = new AnnouncedDecoder();
    private final CancelAfterSetDecoder cancelAfterSet = new CancelAfterSetDecoder();

    private final ConcurrentSkipListMap<Integer, Limits> ofAccounts = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<Integer, Limits> ofParticipants = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<Integer, FeeTier> feeTiers = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<Integer, FeeTier.Assignment> assignments = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<Integer, Schedule> schedules = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<Long, Announcement> announcements = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<Long, CancelAfter> cancelAfters = new ConcurrentSkipListMap<>();

    Rules() {}

    void onItem(final int templateId, final DirectBuffer buffer, final int offset) {
        switch (templateId) {
            case LimitsDefinedDecoder.TEMPLATE_ID -> onLimits(limitsDefined.wrapAndApplyHeader(buffer, offset, header));
            case FeeTierDefinedDecoder.TEMPLATE_ID ->
                onFeeTier(feeTierDefined.wrapAndApplyHeader(buffer, offset, header));
            case FeeTierAssignedDecoder.TEMPLATE_ID -> {
                final FeeTierAssignedDecoder it = feeTierAssigned.wrapAndApplyHeader(buffer, offset, header);
                assignments.put(it.accountId(), new FeeTier.Assignment(it.feeTierId(), it.nextFeeTierId()));
            }
            case ScheduleDefinedDecoder.TEMPLATE_ID ->
                onSchedule(scheduleDefined.wrapAndApplyHeader(buffer, offset, header));
            case AnnouncedDecoder.TEMPLATE_ID -> onAnnounced(announced.wrapAndApplyHeader(buffer, offset, header));
            case CancelAfterSetDecoder.TEMPLATE_ID ->
                onCancelAfter(cancelAfterSet.wrapAndApplyHeader(buffer, offset, header));
            default -> {
                // of the directory, or of no rule
            }
        }
    }

    private void onLimits(final LimitsDefinedDecoder it) {
        final Map<Integer, Long> byInstrument = new HashMap<>();
        final boolean isOfAccount = it.scope() == KillScope.ACCOUNT.number();
        final int targetId = it.targetId();
        for (final LimitsDefinedDecoder.InstrumentsDecoder each : it.instruments()) {
            byInstrument.put(each.instrumentId(), each.maximumPosition());
        }
        final Limits limits = new Limits(
                it.decimals(),
                it.maximumOrderQuantity(),
                it.maximumOrderNotional(),
                it.maximumOpenOrders(),
                it.maximumOpenNotional(),
                it.maximumPosition(),
                it.ordersPerSecond(),
                it.orderBurst(),
                Map.copyOf(byInstrument));
        (isOfAccount ? ofAccounts : ofParticipants).put(targetId, limits);
    }

    private void onFeeTier(final FeeTierDefinedDecoder it) {
        final List<FeeTier.Rates> rates = new ArrayList<>();
        for (final FeeTierDefinedDecoder.RatesDecoder each : it.rates()) {
            rates.add(new FeeTier.Rates(
                    each.instrumentId(), each.makerFeeRate(), each.takerFeeRate(), each.auctionFeeRate()));
        }
        final String name = VarText.text(it.nameLength(), it::getName);
        feeTiers.put(it.feeTierId(), new FeeTier(it.feeTierId(), name, List.copyOf(rates)));
    }

    private void onSchedule(final ScheduleDefinedDecoder it) {
        final List<Schedule.Change> changes = new ArrayList<>();
        for (final ScheduleDefinedDecoder.ChangesDecoder each : it.changes()) {
            changes.add(new Schedule.Change(each.atMicros(), Phase.of(each.phase())));
        }
        final String properties = VarText.text(it.propertiesLength(), it::getProperties);
        schedules.put(it.instrumentId(), new Schedule(List.copyOf(changes), properties));
    }

    private void onAnnounced(final AnnouncedDecoder it) {
        announcements.put(
                it.announcementId(),
                new Announcement(
                        it.announcementId(),
                        it.isActive() != 0,
                        it.severity(),
                        it.atMicros(),
                        it.announcedMicros(),
                        it.actorId(),
                        VarText.text(it.textLength(), it::getText)));
    }

    private void onCancelAfter(final CancelAfterSetDecoder it) {
        final long key = key(it.userId(), it.accountId());
        if (it.atMicros() == Decimals.ABSENT) {
            cancelAfters.remove(key);
        } else {
            cancelAfters.put(key, new CancelAfter(it.userId(), it.accountId(), it.atMicros()));
        }
    }

    private static long key(final int userId, final int accountId) {
        return ((long) userId << Integer.SIZE) | accountId;
    }

    /**
     * @param accountId which account
     * @return its limits, {@link Limits#NONE} when none were set
     */
    public Limits limitsOfAccount(final int accountId) {
        return ofAccounts.getOrDefault(accountId, Limits.NONE);
    }

    /**
     * @param participantId which firm
     * @return its limits over all its accounts, {@link Limits#NONE} when none were set
     */
    public Limits limitsOfParticipant(final int participantId) {
        return ofParticipants.getOrDefault(participantId, Limits.NONE);
    }

    /** @return all fee tiers by ascending id */
    public List<FeeTier> feeTiers() {
        return List.copyOf(feeTiers.values());
    }

    /**
     * @param id of a fee tier
     * @return it, or null
     */
    public FeeTier feeTier(final int id) {
        return feeTiers.get(id);
    }

    /**
     * @param accountId which account
     * @return its tiers, now and from the next day
     */
    public FeeTier.Assignment feeTierOf(final int accountId) {
        return assignments.getOrDefault(accountId, FeeTier.Assignment.NONE);
    }

    /**
     * @param instrumentId which instrument
     * @return its schedule, {@link Schedule#NONE} when it has none
     */
    public Schedule schedule(final int instrumentId) {
        return schedules.getOrDefault(instrumentId, Schedule.NONE);
    }

    /** @return all announcements by ascending id, withdrawn ones too as far as they are known */
    public List<Announcement> announcements() {
        return List.copyOf(announcements.values());
    }

    /**
     * @param userId whose orders
     * @param accountId in which account
     * @return when they are cancelled, or null when that is not asked for
     */
    public CancelAfter cancelAfter(final int userId, final int accountId) {
        return cancelAfters.get(key(userId, accountId));
    }
}
