package io.vexchange.engine.client;

/**
 * What the venue tells everybody.
 *
 * @param id from 1
 * @param isActive false once withdrawn
 * @param severity 1 INFO, 2 WARNING, 3 CRITICAL
 * @param atMicros when it happens, microseconds since the epoch; {@link Decimals#ABSENT} = now
 * @param announcedMicros when it was announced
 * @param actorId who did: a user's id negated
 * @param text what
 */
public record Announcement(
        long id, boolean isActive, int severity, long atMicros, long announcedMicros, int actorId, String text) {}
