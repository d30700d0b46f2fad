package io.vexchange.fix;

import java.time.LocalDate;
import java.util.List;

/**
 * Which sides of trades. Nulls ask for all.
 *
 * @param accounts names of the accounts a side may be of
 * @param orderId FIX 37
 * @param clOrdId FIX 11
 * @param symbol FIX 55
 * @param side FIX 54, 0 = both
 * @param execId FIX 17, of the fill or of what became of it
 * @param fromDay first trading day
 * @param toDay last trading day, inclusive
 * @param fromMicros executed at or after
 * @param toMicros executed at or before
 */
public record TradeSearch(
        List<String> accounts,
        Long orderId,
        String clOrdId,
        String symbol,
        char side,
        Long execId,
        LocalDate fromDay,
        LocalDate toDay,
        Long fromMicros,
        Long toMicros) {}
