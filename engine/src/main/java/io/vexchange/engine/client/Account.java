package io.vexchange.engine.client;

import io.vexchange.engine.model.AccountType;

/**
 * An account of a participant.
 *
 * @param id from 1
 * @param name such as {@code ALPHA-A}
 * @param participantId its firm
 * @param type cash, credit or the exchange's own
 * @param enabled false: its orders are refused
 * @param createdMicros microseconds since the epoch
 * @param properties JSON for gateways, may be empty
 */
public record Account(
        int id,
        String name,
        int participantId,
        AccountType type,
        boolean enabled,
        long createdMicros,
        String properties) {}
