package io.vexchange.engine.client;

/**
 * Orders that are cancelled unless their user says that he is there.
 *
 * @param userId whose orders
 * @param accountId in which account
 * @param atMicros when, microseconds since the epoch
 */
public record CancelAfter(int userId, int accountId, long atMicros) {}
