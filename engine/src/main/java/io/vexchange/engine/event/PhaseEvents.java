package io.vexchange.engine.event;

import io.vexchange.engine.book.Market;
import io.vexchange.engine.book.ScheduledChanges;
import io.vexchange.engine.protocol.ReferencePriceSetEncoder;
import io.vexchange.engine.protocol.ScheduleDefinedEncoder;

/** What staff has set for a market's trading: its schedule, its reference price. */
public final class PhaseEvents {
    private static final int GROUP_HEADER_LENGTH = 4;
    private static final int CHANGE_LENGTH = Long.BYTES + Byte.BYTES;

    private final EventLog log;
    private final ScheduleDefinedEncoder schedule = new ScheduleDefinedEncoder();
    private final ReferencePriceSetEncoder reference = new ReferencePriceSetEncoder();

    public PhaseEvents(final EventLog log) {
        this.log = log;
    }

    /** The schedule of a market and its coming changes; also a record of images. */
    public void schedule(final Market market) {
        final ScheduledChanges it = market.schedule;
        final int offset = log.claim(ScheduleDefinedEncoder.BLOCK_LENGTH
                + GROUP_HEADER_LENGTH
                + it.size() * CHANGE_LENGTH
                + Integer.BYTES
                + it.properties.length);
        schedule.wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(log.nextSequence())
                .timeMicros(log.timeMicros)
                .instrumentId(market.instrument.id);
        final ScheduleDefinedEncoder.ChangesEncoder changes = schedule.changesCount(it.size());
        for (int i = 0; i < it.size(); i++) {
            changes.next().atMicros(it.atMicros(i)).phase((short) it.phase(i).number());
        }
        schedule.putProperties(it.properties, 0, it.properties.length);
        log.commitEvent(schedule.encodedLength());
    }

    /** An operator has set the reference price. */
    public void reference(final Market market, final int actorId) {
        final int offset = log.claim(ReferencePriceSetEncoder.BLOCK_LENGTH);
        reference
                .wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(log.nextSequence())
                .timeMicros(log.timeMicros)
                .instrumentId(market.instrument.id)
                .priceTicks(market.referencePriceTicks)
                .actorId(actorId);
        log.commitEvent(reference.encodedLength());
    }
}
