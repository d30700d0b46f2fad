package io.vexchange.engine.client;

import io.vexchange.engine.model.Side;

/**
 * A print.
 *
 * @param tradeId of the trade
 * @param instrumentId what was traded
 * @param priceTicks ticks
 * @param lots lots
 * @param value notional, minor units of the quote asset
 * @param aggressorSide null in an uncross
 * @param status 0 executed, 1 corrected, 2 busted
 * @param publicSequence FIX 83
 * @param sequence of the event
 * @param timeMicros when it was made, microseconds since the epoch; a bust or correction does not change it
 */
public record PublicTrade(
        long tradeId,
        int instrumentId,
        long priceTicks,
        long lots,
        long value,
        Side aggressorSide,
        int status,
        long publicSequence,
        long sequence,
        long timeMicros) {
    /** @return this print as made at another time */
    PublicTrade at(final long madeMicros) {
        return new PublicTrade(
                tradeId,
                instrumentId,
                priceTicks,
                lots,
                value,
                aggressorSide,
                status,
                publicSequence,
                sequence,
                madeMicros);
    }
}
