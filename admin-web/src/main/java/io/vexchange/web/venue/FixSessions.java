package io.vexchange.web.venue;

import io.vexchange.web.shape.MessageShape;
import java.util.List;
import java.util.OptionalInt;

/** What the FIX gateway of this venue knows of its sessions, and does to them. Threads: any. */
public interface FixSessions {
    /**
     * A session as it stands.
     *
     * @param isLoggedOn it is on
     * @param gateway name of the gateway
     * @param remoteAddress host and port, null when it is off
     * @param heartbeatSeconds as the client asked, 0 when off
     * @param nextOutgoing number of the venue's next message
     * @param nextIncoming number expected from the client
     * @param queued reports that wait for the client's logon
     * @param loggedOnMicros since when it is on, microseconds since the epoch, 0 when off
     * @param messagesInPerSecond of the last whole second
     * @param messagesOutPerSecond likewise
     * @param throttled requests the throttle has refused since the gateway has started
     * @param resendsServed since then
     * @param cancelOnDisconnect NONE, SESSION or ACCOUNT
     * @param lastIn the client's newest message, null for none
     * @param lastOut ours
     */
    record State(
            boolean isLoggedOn,
            String gateway,
            String remoteAddress,
            int heartbeatSeconds,
            long nextOutgoing,
            long nextIncoming,
            long queued,
            long loggedOnMicros,
            int messagesInPerSecond,
            int messagesOutPerSecond,
            long throttled,
            long resendsServed,
            String cancelOnDisconnect,
            MessageShape lastIn,
            MessageShape lastOut) {}

    /** No gateway in this process: every session's state is unknown. */
    FixSessions UNKNOWN = new FixSessions() {
        @Override
        public State state(final String name) {
            return null;
        }

        @Override
        public List<MessageShape> messages(final String name, final int limit) {
            return List.of();
        }

        @Override
        public boolean logout(final String name, final String text) {
            return false;
        }

        @Override
        public OptionalInt reset(final String name) {
            return OptionalInt.empty();
        }
    };

    /**
     * @param name SenderCompID
     * @return how it stands, null when it is not known
     */
    State state(String name);

    /**
     * @param name SenderCompID
     * @param limit at most
     * @return its newest messages in and out, oldest first, passwords masked
     */
    List<MessageShape> messages(String name, int limit);

    /**
     * Logs a session out.
     *
     * @param name SenderCompID
     * @param text FIX 58
     * @return false when it was not on
     */
    boolean logout(String name, String text);

    /**
     * Sets both numbers of a session to 1.
     *
     * @param name SenderCompID
     * @return how many reports it will not be given any more; empty when it is logged on
     */
    OptionalInt reset(String name);
}
