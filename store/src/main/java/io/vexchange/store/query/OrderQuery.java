package io.vexchange.store.query;

import java.util.List;

/**
 * Which orders. Empty lists and nulls ask for all, but {@code accounts}.
 *
 * @param accounts names; null for all, an empty list for none
 * @param symbols any of
 * @param sides any of
 * @param statuses any of
 * @param clientOrderId an id the order has borne
 * @param enteredBy SenderCompID, or REST: and a user
 * @param fromMicros created at or after
 * @param toMicros created before
 */
public record OrderQuery(
        List<String> accounts,
        List<String> symbols,
        List<String> sides,
        List<String> statuses,
        String clientOrderId,
        String enteredBy,
        Long fromMicros,
        Long toMicros) {}
