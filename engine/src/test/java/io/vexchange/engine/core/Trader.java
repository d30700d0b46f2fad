package io.vexchange.engine.core;

/**
 * Who trades in a test.
 *
 * @param requesterId a session, or a user's id negated
 * @param accountId the account his orders are for
 */
record Trader(int requesterId, int accountId) {}
