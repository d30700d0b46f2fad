package io.vexchange.engine.client;

/**
 * An API token of a user.
 *
 * @param id from 1
 * @param name unique
 * @param userId whose it is
 * @param enabled false: revoked
 * @param createdMicros microseconds since the epoch
 * @param properties JSON for the web layer: SHA-256, role, accounts, expiry
 */
public record Token(int id, String name, int userId, boolean enabled, long createdMicros, String properties) {}
