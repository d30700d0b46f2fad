package io.vexchange.fix;

import java.util.List;

/**
 * A long answer, sent as fast as the network takes it: it must not make a slow consumer of who has asked. The first part goes out at once,
 * the rest may be overtaken by reports. It ends with the connection.
 */
final class PacedReplies {
    private static final int TURN = 500;
    private static final long PAUSE_MILLIS = 20;

    private final Gateway gateway;
    private final TradingSession session;
    private final int connectionEpoch;
    private final String msgType;
    private final List<CharSequence> bodies;
    private int next;

    private PacedReplies(
            final Gateway gateway,
            final TradingSession session,
            final String msgType,
            final List<CharSequence> bodies) {
        this.gateway = gateway;
        this.session = session;
        this.connectionEpoch = session.connectionEpoch();
        this.msgType = msgType;
        this.bodies = bodies;
    }

    static void send(
            final Gateway gateway,
            final TradingSession session,
            final String msgType,
            final List<CharSequence> bodies) {
        new PacedReplies(gateway, session, msgType, bodies).turn();
    }

    private void turn() {
        if (!session.isBound() || session.connectionEpoch() != connectionEpoch) {
            return;
        }
        for (int i = 0; i < TURN && next < bodies.size() && session.keepsUp(); i++) {
            session.reply(msgType, bodies.get(next++));
        }
        if (next < bodies.size()) {
            gateway.later(this::turn, PAUSE_MILLIS);
        }
    }
}
