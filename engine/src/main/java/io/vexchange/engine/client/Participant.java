package io.vexchange.engine.client;

import io.vexchange.engine.model.SelfTradePrevention;

/**
 * A firm, which is a self-trade group.
 *
 * @param id from 1
 * @param name such as {@code ALPHA}
 * @param enabled false: its orders are refused
 * @param selfTradePrevention of its orders unless they or their session say otherwise
 * @param properties JSON for gateways, may be empty
 */
public record Participant(
        int id, String name, boolean enabled, SelfTradePrevention selfTradePrevention, String properties) {}
