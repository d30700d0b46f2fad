package io.vexchange.engine.core;

import io.vexchange.engine.model.KillScope;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.SetLimitsEncoder;
import java.util.List;

/** The limits of an account or firm on their way: what is not said is no limit. */
final class LimitsCommand {
    private static final long NONE = Long.MIN_VALUE;

    private final TestVenue venue;
    private final KillScope scope;
    private final int targetId;
    private final byte[] audit;
    private int decimals;
    private long quantity = NONE;
    private long notional = NONE;
    private long orders = NONE;
    private long openNotional = NONE;
    private long position = NONE;
    private long perSecond = NONE;
    private long burst = NONE;
    private long[] instruments = {};

    LimitsCommand(final TestVenue venue, final KillScope scope, final int targetId, final byte[] audit) {
        this.venue = venue;
        this.scope = scope;
        this.targetId = targetId;
        this.audit = audit;
    }

    LimitsCommand decimals(final int value) {
        decimals = value;
        return this;
    }

    LimitsCommand quantity(final long value) {
        quantity = value;
        return this;
    }

    LimitsCommand notional(final long value) {
        notional = value;
        return this;
    }

    LimitsCommand orders(final long value) {
        orders = value;
        return this;
    }

    LimitsCommand openNotional(final long value) {
        openNotional = value;
        return this;
    }

    LimitsCommand position(final long value) {
        position = value;
        return this;
    }

    LimitsCommand rate(final long ordersPerSecond, final long orderBurst) {
        perSecond = ordersPerSecond;
        burst = orderBurst;
        return this;
    }

    /** @param idsAndPositions instrument, position, and so on */
    LimitsCommand instruments(final long... idsAndPositions) {
        instruments = idsAndPositions;
        return this;
    }

    List<String> send() {
        final SetLimitsEncoder encoder = new SetLimitsEncoder()
                .wrapAndApplyHeader(venue.command(), 0, new MessageHeaderEncoder())
                .actorId(1)
                .scope((short) scope.number())
                .targetId(targetId)
                .decimals(decimals)
                .maximumOrderQuantity(quantity)
                .maximumOrderNotional(notional)
                .maximumOpenOrders(orders)
                .maximumOpenNotional(openNotional)
                .maximumPosition(position)
                .ordersPerSecond(perSecond)
                .orderBurst(burst);
        final SetLimitsEncoder.InstrumentsEncoder group = encoder.instrumentsCount(instruments.length / 2);
        for (int i = 0; i < instruments.length; i += 2) {
            group.next().instrumentId((int) instruments[i]).maximumPosition(instruments[i + 1]);
        }
        return venue.send(encoder.putAudit(audit, 0, audit.length).encodedLength());
    }
}
