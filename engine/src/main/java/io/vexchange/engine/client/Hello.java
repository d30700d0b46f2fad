package io.vexchange.engine.client;

import java.util.UUID;

/**
 * The engine's answer to a Hello.
 *
 * @param clientId of this client's name, for ever
 * @param epoch of this connection
 * @param sequence the newest event
 * @param trimmedSequence the newest event that is no longer in the outbox
 * @param durablePosition what this client has said it has consumed, if it is durable
 * @param logId identity of the log; all zero before {@code OpenLog}
 * @param behaviourVersion of the log
 */
public record Hello(
        int clientId,
        int epoch,
        long sequence,
        long trimmedSequence,
        long durablePosition,
        UUID logId,
        int behaviourVersion) {}
