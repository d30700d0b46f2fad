package io.vexchange.web.shape;

import java.util.List;

/** A FIX session. */
public record SessionShape(
        @Doc(value = "SenderCompID", example = "ALPHA1") String id,
        @Doc(example = "VEX") String targetCompId,
        @Doc(example = "ALPHA") String participant,

        @Doc(value = "ORDER_ENTRY DROP_COPY MARKET_DATA", example = "ORDER_ENTRY")
        String role,

        @Doc(example = "ALPHA-A") List<String> accounts,
        @Doc(nullable = true, example = "ALPHA-A") String defaultAccount,
        @Doc(example = "true") boolean enabled,

        @Doc(value = "LOGGED_ON LOGGED_OUT DISABLED UNKNOWN", example = "LOGGED_ON")
        String state,

        @Doc(nullable = true, example = "fix-1") String gateway,
        @Doc(nullable = true, example = "127.0.0.1:51022") String remoteAddress,
        @Doc(format = "date-time", nullable = true) String loggedOnAt,
        @Doc(nullable = true, example = "30") Long heartbeatSeconds,

        @Doc(value = "NONE SESSION ACCOUNT", example = "NONE")
        String cancelOnDisconnect,

        @Doc(nullable = true, example = "31") Long nextSenderMsgSeqNum,
        @Doc(nullable = true, example = "12") Long nextTargetMsgSeqNum,

        @Doc(value = "reports that wait for the logon", nullable = true, example = "0")
        Long queued,

        @Doc(nullable = true) Long messagesInPerSecond,
        @Doc(nullable = true) Long messagesOutPerSecond,
        @Doc(nullable = true) Long throttled,
        @Doc(nullable = true) Long resendsServed,
        @Doc(nullable = true) MessageShape lastIn,
        @Doc(nullable = true) MessageShape lastOut,

        @Doc(value = "in the answer of a reset: reports that are in drop copy and REST only", nullable = true)
        Long undeliveredReports) {
    /**
     * @param count of reports
     * @return this, as a reset answers it
     */
    public SessionShape withUndelivered(final long count) {
        return new SessionShape(
                id,
                targetCompId,
                participant,
                role,
                accounts,
                defaultAccount,
                enabled,
                state,
                gateway,
                remoteAddress,
                loggedOnAt,
                heartbeatSeconds,
                cancelOnDisconnect,
                nextSenderMsgSeqNum,
                nextTargetMsgSeqNum,
                queued,
                messagesInPerSecond,
                messagesOutPerSecond,
                throttled,
                resendsServed,
                lastIn,
                lastOut,
                count);
    }
}
