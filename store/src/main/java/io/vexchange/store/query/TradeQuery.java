package io.vexchange.store.query;

import java.util.List;

/**
 * Which trades. Empty lists and nulls ask for all, but {@code accounts}.
 *
 * @param accounts on either side; null for all, an empty list for none
 * @param orderId on either side
 * @param symbols any of
 * @param statuses any of
 * @param fromMicros executed at or after
 * @param toMicros executed before
 */
public record TradeQuery(
        List<String> accounts,
        Long orderId,
        List<String> symbols,
        List<String> statuses,
        Long fromMicros,
        Long toMicros) {}
