package io.vexchange.engine.client;

import io.vexchange.engine.model.Phase;

/**
 * State and statistics of an instrument. Statistics are those of the trading day. Absent prices are {@link Decimals#ABSENT}.
 *
 * @param instrumentId which
 * @param phase present phase
 * @param phaseSinceMicros since when
 * @param phaseUntilMicros its end, absent = open
 * @param phaseActorId who set it
 * @param nextPhase what follows a call phase, null = unknown
 * @param publicSequence newest
 * @param referencePriceTicks present reference price
 * @param bidTicks best bid
 * @param bidLots displayed at it
 * @param offerTicks best offer
 * @param offerLots displayed at it
 * @param lastPriceTicks of the last print
 * @param lastLots of the last print
 * @param lastTradeId 0 = none
 * @param lastTradeMicros of the last print
 * @param openPriceTicks first print of the day
 * @param highPriceTicks highest of the day
 * @param lowPriceTicks lowest of the day
 * @param previousCloseTicks last print of the day before
 * @param volumeLots of the day
 * @param volumeValue of the day, minor units of the quote asset
 * @param tradeCount of the day
 * @param indicative what an uncross would do now, outside call phases {@link Indicative#NONE}
 */
public record InstrumentStats(
        int instrumentId,
        Phase phase,
        long phaseSinceMicros,
        long phaseUntilMicros,
        int phaseActorId,
        Phase nextPhase,
        long publicSequence,
        long referencePriceTicks,
        long bidTicks,
        long bidLots,
        long offerTicks,
        long offerLots,
        long lastPriceTicks,
        long lastLots,
        long lastTradeId,
        long lastTradeMicros,
        long openPriceTicks,
        long highPriceTicks,
        long lowPriceTicks,
        long previousCloseTicks,
        long volumeLots,
        long volumeValue,
        int tradeCount,
        Indicative indicative) {}
