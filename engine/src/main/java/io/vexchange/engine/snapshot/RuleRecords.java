package io.vexchange.engine.snapshot;

import io.vexchange.engine.account.Account;
import io.vexchange.engine.command.CoreParts;
import io.vexchange.engine.directory.Announcement;
import io.vexchange.engine.directory.CancelAfters;
import io.vexchange.engine.directory.Exposure;
import io.vexchange.engine.directory.FeeTier;
import io.vexchange.engine.directory.Position;
import io.vexchange.engine.directory.TradingLimits;

/** Fee tiers, limits, positions, announcements, running cancel-afters: written and read side by side. */
final class RuleRecords {
    private static final int ACCOUNT = 1;
    private static final int FIRM = 2;

    private final CoreParts parts;
    private final ActRecords acts;

    RuleRecords(final CoreParts parts) {
        this.parts = parts;
        acts = new ActRecords(parts.actAnswers);
    }

    /** What accounts refer to. */
    void writeTiers(final RecordWriter out) {
        for (int id = 1; id <= parts.directory.feeTiers.size(); id++) {
            final FeeTier it = parts.directory.feeTiers.get(id);
            out.begin(RecordKind.FEE_TIER).put(it.name);
            rates(out, it.inForce());
            rates(out, it.defined());
            out.end();
        }
    }

    private static void rates(final RecordWriter out, final FeeTier.Rates[] rates) {
        out.put(rates.length);
        for (final FeeTier.Rates each : rates) {
            out.put(each.instrumentId()).put(each.maker()).put(each.taker()).put(each.auction());
        }
    }

    /** What refers to accounts and firms. */
    void write(final RecordWriter out) {
        for (int id = 1; id <= parts.directory.participants.size(); id++) {
            limits(out, FIRM, id, parts.directory.participants.get(id).exposure);
        }
        for (int id = 1; id <= parts.accounts.table.size(); id++) {
            final Account it = parts.accounts.get(id);
            limits(out, ACCOUNT, id, it.exposure);
            positions(out, it);
        }
        out.begin(RecordKind.ANNOUNCEMENTS)
                .put(parts.directory.announcements.newestId())
                .end();
        for (final Announcement each : parts.directory.announcements.active()) {
            out.begin(RecordKind.ANNOUNCEMENT)
                    .put(each.id)
                    .put(each.severity)
                    .put(each.atMicros)
                    .put(each.announcedMicros)
                    .put(each.actorId)
                    .put(each.text)
                    .end();
        }
        for (final CancelAfters.Entry each : parts.directory.cancelAfters.entries()) {
            out.begin(RecordKind.CANCEL_AFTER)
                    .put(each.atMicros())
                    .put(each.accountId())
                    .put(each.userId())
                    .end();
        }
        acts.write(out);
    }

    private static void limits(final RecordWriter out, final int scope, final int id, final Exposure exposure) {
        final TradingLimits it = exposure.limits;
        if (it == null) {
            return;
        }
        out.begin(RecordKind.LIMITS)
                .put(scope)
                .put(id)
                .put(it.decimals)
                .put(it.maximumOrderQuantity)
                .put(it.maximumOrderNotional)
                .put(it.maximumOpenOrders)
                .put(it.maximumOpenNotional)
                .put(it.maximumPosition)
                .put(it.ordersPerSecond)
                .put(it.orderBurst)
                .put(exposure.rate.level())
                .put(exposure.rate.sinceMicros())
                .put(it.instrumentIds.length);
        for (int i = 0; i < it.instrumentIds.length; i++) {
            out.put(it.instrumentIds[i]).put(it.maximumPositions[i]);
        }
        out.end();
    }

    private void positions(final RecordWriter out, final Account account) {
        for (int instrument = 1; instrument <= parts.markets.size(); instrument++) {
            final Position it = account.exposure.positionOrNull(instrument);
            if (it != null && (it.boughtLots() != 0 || it.soldLots() != 0)) {
                out.begin(RecordKind.POSITION)
                        .put(account.id)
                        .put(instrument)
                        .put(it.boughtLots())
                        .put(it.soldLots())
                        .end();
            }
        }
    }

    /** Takes a record, or says that it is none of these. */
    boolean read(final int kind, final RecordReader in) {
        switch (kind) {
            case RecordKind.FEE_TIER -> readTier(in);
            case RecordKind.LIMITS -> readLimits(in);
            case RecordKind.POSITION -> {
                final Position it = parts.accounts.get(in.integer()).exposure.position(in.integer());
                it.buy(in.number());
                it.sell(in.number());
            }
            case RecordKind.ANNOUNCEMENTS -> parts.directory.announcements.newestId(in.number());
            case RecordKind.ANNOUNCEMENT ->
                parts.directory.announcements.add(
                        new Announcement(in.number(), in.integer(), in.number(), in.number(), in.integer(), in.text()));
            case RecordKind.CANCEL_AFTER ->
                parts.directory.cancelAfters.add(new CancelAfters.Entry(in.number(), in.integer(), in.integer()));
            case RecordKind.ACTS -> acts.read(in);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void readTier(final RecordReader in) {
        final byte[] name = in.text();
        final FeeTier tier = new FeeTier(parts.directory.feeTiers.nextId(), name);
        tier.define(readRates(in));
        tier.roll();
        tier.define(readRates(in));
        parts.directory.feeTiers.add(name, tier);
    }

    private static FeeTier.Rates[] readRates(final RecordReader in) {
        final FeeTier.Rates[] rates = new FeeTier.Rates[in.count()];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = new FeeTier.Rates(in.integer(), in.integer(), in.integer(), in.integer());
        }
        return rates;
    }

    private void readLimits(final RecordReader in) {
        final int scope = in.integer();
        final int id = in.integer();
        final int decimals = in.integer();
        final long[] numbers = new long[TradingLimits.NUMBERS];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.number();
        }
        final long level = in.number();
        final long sinceMicros = in.number();
        final int[] instrumentIds = new int[in.count()];
        final long[] positions = new long[instrumentIds.length];
        for (int i = 0; i < positions.length; i++) {
            instrumentIds[i] = in.integer();
            positions[i] = in.number();
        }
        final Exposure exposure =
                scope == ACCOUNT ? parts.accounts.get(id).exposure : parts.directory.participants.get(id).exposure;
        exposure.limit(new TradingLimits(decimals, numbers, instrumentIds, positions), sinceMicros);
        exposure.rate.restore(level, sinceMicros);
    }
}
