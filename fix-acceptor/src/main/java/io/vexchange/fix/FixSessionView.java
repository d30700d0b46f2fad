package io.vexchange.fix;

import io.vexchange.engine.model.SessionRole;

/**
 * A FIX session as it stands, for people.
 *
 * @param sessionId of the directory
 * @param name SenderCompID
 * @param participantId of the directory
 * @param role what it is for
 * @param enabled it may log on
 * @param loggedOn it is on
 * @param remoteAddress of the connection, null when there is none
 * @param loggedOnMicros since when it is on, microseconds since the epoch, 0 when off
 * @param nextIncoming the number expected from the client
 * @param nextOutgoing the number of our next message
 * @param waiting reports that wait for the client's logon
 * @param unsentMessages written and not yet taken by the network
 * @param unsentBytes likewise
 * @param heartbeatSeconds as the client asked, 0 when off
 * @param cancelOnDisconnect {@code NONE}, {@code SESSION} or {@code ACCOUNT}, of the connection or, when off, as configured
 * @param messagesInPerSecond of the last whole second
 * @param messagesOutPerSecond likewise
 * @param throttled requests refused by the throttle since the gateway has started
 * @param resendsServed ResendRequests served since then
 * @param lastIn the newest message of the client, null when there was none since the gateway has started
 * @param lastOut the newest of ours
 */
public record FixSessionView(
        int sessionId,
        String name,
        int participantId,
        SessionRole role,
        boolean enabled,
        boolean loggedOn,
        String remoteAddress,
        long loggedOnMicros,
        int nextIncoming,
        int nextOutgoing,
        int waiting,
        int unsentMessages,
        long unsentBytes,
        int heartbeatSeconds,
        String cancelOnDisconnect,
        int messagesInPerSecond,
        int messagesOutPerSecond,
        long throttled,
        long resendsServed,
        FixMessage lastIn,
        FixMessage lastOut) {}
