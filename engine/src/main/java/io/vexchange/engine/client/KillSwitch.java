package io.vexchange.engine.client;

import io.vexchange.engine.model.KillScope;

/**
 * A kill switch, engaged or released.
 *
 * @param id from 1
 * @param scope what it stops
 * @param targetId by scope, 0 for the market
 * @param engaged false once released
 * @param canceledOrders how many orders it ended
 * @param engagedById a user's id negated, a session's, or 0
 * @param engagedMicros microseconds since the epoch
 * @param releasedById 0 while engaged
 * @param releasedMicros 0 or absent while engaged
 * @param reason why it was engaged
 * @param releaseReason why it was released
 */
public record KillSwitch(
        long id,
        KillScope scope,
        int targetId,
        boolean engaged,
        int canceledOrders,
        int engagedById,
        long engagedMicros,
        int releasedById,
        long releasedMicros,
        String reason,
        String releaseReason) {}
