package io.vexchange.fix;

import io.vexchange.engine.model.SessionRole;
import java.util.List;

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
 * @param nextIncoming the number expected from the client
 * @param nextOutgoing the number of our next message
 * @param waiting reports that wait for the client's logon
 * @param unsentMessages written and not yet taken by the network
 * @param unsentBytes likewise
 * @param heartbeatSeconds as the client asked, 0 when off
 * @param lastMessages the newest in and out, oldest first, passwords masked
 */
public record FixSessionView(
        int sessionId,
        String name,
        int participantId,
        SessionRole role,
        boolean enabled,
        boolean loggedOn,
        String remoteAddress,
        int nextIncoming,
        int nextOutgoing,
        int waiting,
        int unsentMessages,
        long unsentBytes,
        int heartbeatSeconds,
        List<String> lastMessages) {}
