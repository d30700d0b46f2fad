package io.vexchange.fix;

import io.vexchange.engine.client.EngineUnavailableException;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.SessionActDoneEncoder;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.agrona.ExpandableArrayBuffer;

/** Does what staff asks of a session, and tells the engine when it is done. */
final class SessionActs {
    static final int LOGOUT = 1;
    static final int RESET = 2;
    private static final long LOOK_MILLIS = 50;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Gateway gateway;
    private final Executor line;

    SessionActs(final Gateway gateway, final Executor pool) {
        this.gateway = gateway;
        this.line = new SerialExecutor(pool);
    }

    /**
     * Any thread.
     *
     * @param sessionId of the directory
     * @param act what
     * @param actSequence of the event that asks for it
     */
    void requested(final int sessionId, final int act, final long actSequence) {
        line.execute(() -> {
            final TradingSession session = gateway.session(sessionId);
            if (session == null) {
                done(sessionId, actSequence, Code.NOT_FOUND, 0);
            } else if (act == LOGOUT) {
                session.logout("OPERATOR_LOGOUT");
                awaitOff(session, actSequence, System.nanoTime());
            } else if (act == RESET) {
                reset(session, actSequence);
            } else {
                done(sessionId, actSequence, Code.INVALID, 0);
            }
        });
    }

    private void reset(final TradingSession session, final long actSequence) {
        final int sessionId = session.config().sessionId();
        try {
            done(sessionId, actSequence, Code.NONE, session.reset());
        } catch (final IllegalStateException e) {
            done(sessionId, actSequence, Code.SESSION_LOGGED_ON, 0);
        }
    }

    /** Its client may not answer our Logout, or not read it: then the connection is cut. */
    private void awaitOff(final TradingSession session, final long actSequence, final long sinceNanos) {
        if (!session.isBound()) {
            done(session.config().sessionId(), actSequence, Code.NONE, 0);
            return;
        }
        if (System.nanoTime() - sinceNanos > PATIENCE_NANOS) {
            session.cut();
        }
        gateway.later(() -> line.execute(() -> awaitOff(session, actSequence, sinceNanos)), LOOK_MILLIS);
    }

    private void done(final int sessionId, final long actSequence, final Code code, final long undelivered) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(64);
        final SessionActDoneEncoder command = new SessionActDoneEncoder();
        command.wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                .sessionId(sessionId)
                .actSequence(actSequence)
                .code(code.number())
                .undeliveredReports(undelivered);
        try {
            gateway.client().send(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength());
        } catch (final EngineUnavailableException e) {
            gateway.later(() -> line.execute(() -> done(sessionId, actSequence, code, undelivered)), LOOK_MILLIS);
        }
    }
}
