package io.vexchange.exchange.venue;

import io.vexchange.fix.FixAcceptor;
import io.vexchange.fix.FixMessage;
import io.vexchange.fix.FixSessionView;
import io.vexchange.web.json.Times;
import io.vexchange.web.shape.MessageShape;
import io.vexchange.web.venue.FixSessions;
import java.util.List;
import java.util.OptionalInt;

/** The FIX gateway of this process, as the web server looks at it. */
final class GatewaySessions implements FixSessions {
    private final String name;
    private final FixAcceptor gateway;

    GatewaySessions(final String name, final FixAcceptor gateway) {
        this.name = name;
        this.gateway = gateway;
    }

    @Override
    public State state(final String session) {
        return gateway.session(session).map(this::state).orElse(null);
    }

    private State state(final FixSessionView it) {
        return new State(
                it.loggedOn(),
                name,
                it.remoteAddress(),
                it.heartbeatSeconds(),
                it.nextOutgoing(),
                it.nextIncoming(),
                it.waiting(),
                it.loggedOnMicros(),
                it.messagesInPerSecond(),
                it.messagesOutPerSecond(),
                it.throttled(),
                it.resendsServed(),
                it.cancelOnDisconnect(),
                shape(it.lastIn()),
                shape(it.lastOut()));
    }

    private static MessageShape shape(final FixMessage it) {
        return it == null
                ? null
                : new MessageShape(Times.text(it.atMicros()), it.isIncoming() ? "IN" : "OUT", it.text());
    }

    @Override
    public List<MessageShape> messages(final String session, final int limit) {
        return gateway.messages(session, limit).stream()
                .map(GatewaySessions::shape)
                .toList();
    }

    @Override
    public boolean logout(final String session, final String text) {
        final State state = state(session);
        return state != null && state.isLoggedOn() && gateway.logout(session, text);
    }

    @Override
    public OptionalInt reset(final String session) {
        try {
            return gateway.reset(session);
        } catch (final IllegalStateException e) {
            return OptionalInt.empty(); // it is on
        }
    }
}
