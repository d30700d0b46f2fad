package io.vexchange.fix.market;

import io.vexchange.engine.model.Phase;

/** What the engine tells everybody of an instrument. Prices are ticks, quantities lots, times microseconds since the epoch. */
public sealed interface PublicEvent {
    /** @return the engine's event number */
    long sequence();

    /** @return which instrument, 0 = all */
    int instrumentId();

    /**
     * A displayed order.
     *
     * @param sequence of the event
     * @param instrumentId which book
     * @param publicSequence FIX 83
     * @param action 0 added at the back of its level, 1 changed in place, 2 removed
     * @param isBid which side
     * @param entryId FIX 278
     * @param priceTicks where
     * @param lots displayed now
     */
    record OrderShown(
            long sequence,
            int instrumentId,
            long publicSequence,
            int action,
            boolean isBid,
            long entryId,
            long priceTicks,
            long lots)
            implements PublicEvent {}

    /**
     * A trade, its correction or its bust.
     *
     * @param sequence of the event
     * @param instrumentId what was traded
     * @param publicSequence FIX 83
     * @param status 0 executed, 1 corrected, 2 busted
     * @param tradeId of the trade
     * @param priceTicks as it stands now
     * @param lots as it stands now
     * @param reversedLots what a correction or bust takes back
     * @param timeMicros of the event
     * @param tradeDay of the trade, yyyymmdd
     */
    record Printed(
            long sequence,
            int instrumentId,
            long publicSequence,
            int status,
            long tradeId,
            long priceTicks,
            long lots,
            long reversedLots,
            long timeMicros,
            int tradeDay)
            implements PublicEvent {}

    /**
     * What an uncross would do now.
     *
     * @param sequence of the event
     * @param instrumentId which
     * @param publicSequence FIX 83
     * @param priceTicks {@link io.vexchange.engine.client.Decimals#ABSENT}: there would be none
     * @param lots what would trade
     */
    record IndicativeMoved(long sequence, int instrumentId, long publicSequence, long priceTicks, long lots)
            implements PublicEvent {}

    /**
     * An instrument is in another phase.
     *
     * @param sequence of the event
     * @param instrumentId which
     * @param phase the new one
     */
    record PhaseEntered(long sequence, int instrumentId, Phase phase) implements PublicEvent {}

    /**
     * A trading day begins.
     *
     * @param sequence of the event
     * @param tradeDay yyyymmdd
     */
    record DayTurned(long sequence, int tradeDay) implements PublicEvent {
        @Override
        public int instrumentId() {
            return 0;
        }
    }
}
