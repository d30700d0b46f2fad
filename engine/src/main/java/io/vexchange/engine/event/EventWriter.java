package io.vexchange.engine.event;

import io.vexchange.engine.book.Order;

/**
 * What matching tells all the time, in some form: SBE items in the venue, something smaller where only matching is measured. Called on the
 * engine's thread, in the order of events; what it is given is read at once and not kept.
 */
public interface EventWriter {
    /** An ExecutionReport that is an event. */
    void report(Reports report);

    /** A change of the displayed book; {@code displayedLots} is what the entry shows from now on, 0 when it is gone. */
    void book(Order order, long entryId, short action, long publicSequence, long priceTicks, long displayedLots);

    /** A print; {@code publicSequence} is the number both reports have told. */
    void trade(
            Order aggressor,
            Order resting,
            long tradeId,
            long publicSequence,
            long ticks,
            long lots,
            long value,
            long aggressorFee,
            long restingFee,
            long feesTotal);
}
