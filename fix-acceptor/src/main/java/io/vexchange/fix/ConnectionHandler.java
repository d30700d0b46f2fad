package io.vexchange.fix;

import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.service.IoHandlerAdapter;
import org.apache.mina.core.session.AttributeKey;
import org.apache.mina.core.session.IoSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sockets: limits before logon, and each message to the gate or to its session. */
final class ConnectionHandler extends IoHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionHandler.class);
    private static final AttributeKey CONNECTION = new AttributeKey(ConnectionHandler.class, "connection");

    static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int MOST_STRANGERS_OF_SOURCE = 64;
    private static final int MOST_CONNECTIONS = 4_096;
    private static final int LARGEST_BEFORE_LOGON = 8 << 10;
    private static final int LARGEST_MESSAGE = 256 << 10;

    private final LogonGate gate;
    private final Map<IoSession, Connection> connections = new ConcurrentHashMap<>();

    ConnectionHandler(final LogonGate gate) {
        this.gate = gate;
    }

    @Override
    public void sessionCreated(final IoSession io) {
        final Connection connection = new Connection(io, System.nanoTime());
        io.setAttribute(CONNECTION, connection);
        connections.put(io, connection);
        if (connections.size() > MOST_CONNECTIONS || strangersOf(connection.source()) > MOST_STRANGERS_OF_SOURCE) {
            connection.closeNow();
        }
    }

    private long strangersOf(final InetAddress source) {
        return connections.values().stream()
                .filter(each -> each.session() == null && source.equals(each.source()))
                .count();
    }

    @Override
    public void messageReceived(final IoSession io, final Object message) {
        final Connection connection = of(io);
        final String raw = (String) message;
        connection.undecodedBytes = 0;
        connection.received(System.nanoTime());
        final TradingSession session = connection.session();
        if (session != null) {
            session.received(connection, raw);
        } else if (!connection.logonSeen) {
            gate.first(connection, raw);
        } else if (!connection.keepEarly(raw)) {
            connection.session().received(connection, raw);
        }
    }

    @Override
    public void sessionClosed(final IoSession io) {
        final Connection connection = connections.remove(io);
        if (connection != null) {
            connection.closeNow();
            final TradingSession session = connection.acceptedBy();
            if (session != null) {
                session.closed(connection);
            }
        }
    }

    @Override
    public void exceptionCaught(final IoSession io, final Throwable cause) {
        LOG.debug("connection from={} fails", io.getRemoteAddress(), cause);
        io.closeNow();
    }

    /** Ends connections that have not logged on in time. */
    void endIdle(final long nowNanos) {
        for (final Connection each : connections.values()) {
            if (!each.logonSeen && nowNanos - each.openedNanos() > IDLE_NANOS) {
                each.closeNow();
            }
        }
    }

    /** Ends connections that are not logged on. */
    void endStrangers() {
        connections.values().stream().filter(each -> each.acceptedBy() == null).forEach(Connection::closeNow);
    }

    void endAll() {
        connections.values().forEach(Connection::closeNow);
    }

    private static Connection of(final IoSession io) {
        return (Connection) io.getAttribute(CONNECTION);
    }

    /** In front of the decoder, which would gather a message of any length. */
    static final class SizeLimit extends IoFilterAdapter {
        @Override
        public void messageReceived(final NextFilter next, final IoSession io, final Object message) throws Exception {
            final Connection connection = of(io);
            connection.undecodedBytes += ((IoBuffer) message).remaining();
            final int limit = connection.session() == null ? LARGEST_BEFORE_LOGON : LARGEST_MESSAGE;
            if (connection.undecodedBytes
                    > limit + (connection.session() == null ? 0 : ((IoBuffer) message).remaining())) {
                connection.closeNow();
                return;
            }
            next.messageReceived(io, message);
        }
    }
}
