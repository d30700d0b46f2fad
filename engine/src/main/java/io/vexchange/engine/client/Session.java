package io.vexchange.engine.client;

import io.vexchange.engine.model.SelfTradePrevention;
import io.vexchange.engine.model.SessionRole;
import java.util.List;

/**
 * A FIX session.
 *
 * @param id from 1
 * @param name its CompID
 * @param participantId its firm
 * @param role what it may send
 * @param enabled false: it may not log on
 * @param selfTradePrevention of its orders, null = the participant's
 * @param defaultAccountId 0 = none
 * @param accountIds the accounts it may use
 * @param properties JSON for the gateway: password hash, throttle and switches
 */
public record Session(
        int id,
        String name,
        int participantId,
        SessionRole role,
        boolean enabled,
        SelfTradePrevention selfTradePrevention,
        int defaultAccountId,
        List<Integer> accountIds,
        String properties) {}
