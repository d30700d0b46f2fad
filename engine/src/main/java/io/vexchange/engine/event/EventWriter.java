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

    /** A print of an uncross, which has no aggressor. Who does not care is told as of a buyer that came last. */
    default void auctionTrade(
            final Order buy,
            final Order sell,
            final long tradeId,
            final long publicSequence,
            final long ticks,
            final long lots,
            final long value,
            final long buyFee,
            final long sellFee,
            final long feesTotal) {
        trade(buy, sell, tradeId, publicSequence, ticks, lots, value, buyFee, sellFee, feesTotal);
    }
}
