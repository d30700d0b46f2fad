package io.vexchange.engine.event;

import io.vexchange.engine.directory.FeeTier;
import io.vexchange.engine.directory.TradingLimits;
import io.vexchange.engine.model.KillScope;
import io.vexchange.engine.protocol.FeeTierAssignedEncoder;
import io.vexchange.engine.protocol.FeeTierDefinedEncoder;
import io.vexchange.engine.protocol.LimitsDefinedEncoder;

/** Limits and fee tiers: events when they change, records of images. */
public final class RuleEvents {
    private static final int GROUP_HEADER = 4;

    private final EventLog log;
    private final LimitsDefinedEncoder limits = new LimitsDefinedEncoder();
    private final FeeTierDefinedEncoder tier = new FeeTierDefinedEncoder();
    private final FeeTierAssignedEncoder assigned = new FeeTierAssignedEncoder();

    public RuleEvents(final EventLog log) {
        this.log = log;
    }

    /** The limits of an account or firm as they stand. */
    public void limits(final KillScope scope, final int targetId, final TradingLimits it) {
        final int offset = log.claim(LimitsDefinedEncoder.BLOCK_LENGTH
                + GROUP_HEADER
                + it.instrumentIds.length * (Integer.BYTES + Long.BYTES));
        limits.wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(log.nextSequence())
                .timeMicros(log.timeMicros)
                .scope((short) scope.number())
                .targetId(targetId)
                .decimals(it.decimals)
                .maximumOrderQuantity(it.maximumOrderQuantity)
                .maximumOrderNotional(it.maximumOrderNotional)
                .maximumOpenOrders(it.maximumOpenOrders)
                .maximumOpenNotional(it.maximumOpenNotional)
                .maximumPosition(it.maximumPosition)
                .ordersPerSecond(it.ordersPerSecond)
                .orderBurst(it.orderBurst);
        final LimitsDefinedEncoder.InstrumentsEncoder group = limits.instrumentsCount(it.instrumentIds.length);
        for (int i = 0; i < it.instrumentIds.length; i++) {
            group.next().instrumentId(it.instrumentIds[i]).maximumPosition(it.maximumPositions[i]);
        }
        log.commitEvent(limits.encodedLength());
    }

    /** A tier's rates as defined. */
    public void tier(final FeeTier it) {
        final FeeTier.Rates[] rates = it.defined();
        final int offset = log.claim(FeeTierDefinedEncoder.BLOCK_LENGTH
                + GROUP_HEADER
                + rates.length * 4 * Integer.BYTES
                + Short.BYTES
                + it.name.length);
        tier.wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(log.nextSequence())
                .timeMicros(log.timeMicros)
                .feeTierId(it.id);
        final FeeTierDefinedEncoder.RatesEncoder group = tier.ratesCount(rates.length);
        for (final FeeTier.Rates each : rates) {
            group.next()
                    .instrumentId(each.instrumentId())
                    .makerFeeRate(each.maker())
                    .takerFeeRate(each.taker())
                    .auctionFeeRate(each.auction());
        }
        tier.putName(it.name, 0, it.name.length);
        log.commitEvent(tier.encodedLength());
    }

    /** The tier of an account now and from the next roll; 0: the instruments' own rates. */
    public void assigned(final int accountId, final int feeTierId, final int nextFeeTierId) {
        final int offset = log.claim(FeeTierAssignedEncoder.BLOCK_LENGTH);
        assigned.wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(log.nextSequence())
                .timeMicros(log.timeMicros)
                .accountId(accountId)
                .feeTierId(feeTierId)
                .nextFeeTierId(nextFeeTierId);
        log.commitEvent(assigned.encodedLength());
    }
}
