package io.vexchange.store.query;

import java.time.LocalDate;
import java.util.List;

/**
 * Which sides of trades. Nulls ask for all.
 *
 * @param accounts of the side
 * @param orderId of the side's order
 * @param clientOrderId FIX 11 of the fill's report
 * @param symbol of the instrument
 * @param side BUY or SELL
 * @param executionId event of the fill's report, or of one that corrects or busts it
 * @param fromDay first trading day
 * @param toDay last trading day, inclusive
 * @param fromMicros executed at or after
 * @param toMicros executed at or before
 */
public record FillQuery(
        List<String> accounts,
        Long orderId,
        String clientOrderId,
        String symbol,
        String side,
        Long executionId,
        LocalDate fromDay,
        LocalDate toDay,
        Long fromMicros,
        Long toMicros) {}
