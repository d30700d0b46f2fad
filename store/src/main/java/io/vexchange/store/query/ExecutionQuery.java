package io.vexchange.store.query;

import java.util.List;

/**
 * Which reports. Empty lists and nulls ask for all, but {@code accounts}.
 *
 * @param accounts names; null for all, an empty list for none
 * @param orderId of the order
 * @param clientOrderId FIX 11 of the report
 * @param symbols any of
 * @param execTypes any of
 * @param fromMicros at or after
 * @param toMicros before
 */
public record ExecutionQuery(
        List<String> accounts,
        Long orderId,
        String clientOrderId,
        List<String> symbols,
        List<String> execTypes,
        Long fromMicros,
        Long toMicros) {}
