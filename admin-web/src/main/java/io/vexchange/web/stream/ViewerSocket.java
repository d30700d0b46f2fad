package io.vexchange.web.stream;

import io.vexchange.web.access.Principal;
import java.nio.ByteBuffer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.exceptions.MessageTooLargeException;

/** One WebSocket: passes on to the hub what comes in, and sends what the hub gives it. Public because Jetty looks its methods up. */
public final class ViewerSocket implements Session.Listener.AutoDemanding, Connection {
    private final Hub hub;
    private final Principal principal;
    private final String address;
    private final Runnable onClosed;
    private volatile Session session;
    private volatile Viewer viewer;

    ViewerSocket(final Hub hub, final Principal principal, final String address, final Runnable onClosed) {
        this.hub = hub;
        this.principal = principal;
        this.address = address;
        this.onClosed = onClosed;
    }

    @Override
    public void onWebSocketOpen(final Session opened) {
        session = opened;
        viewer = hub.viewer(this, principal);
        hub.opened(viewer);
    }

    @Override
    public void onWebSocketText(final String message) {
        hub.said(viewer, message, address);
    }

    @Override
    public void onWebSocketBinary(final ByteBuffer payload, final Callback callback) {
        callback.succeed();
        hub.refuse(viewer, CloseCodes.NOT_TEXT, "text frames only");
    }

    @Override
    public void onWebSocketPong(final ByteBuffer payload) {
        hub.ponged(viewer);
    }

    @Override
    public void onWebSocketError(final Throwable cause) {
        if (cause instanceof MessageTooLargeException) {
            hub.refuse(viewer, CloseCodes.TOO_BIG, "frames of at most 16 KiB");
        }
    }

    @Override
    public void onWebSocketClose(final int code, final String reason, final Callback callback) {
        onClosed.run();
        hub.gone(viewer, code);
        callback.succeed();
    }

    @Override
    public void send(final String text, final Runnable done) {
        session.sendText(text, Callback.from(done, failure -> session.disconnect()));
    }

    @Override
    public void ping() {
        session.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
    }

    @Override
    public void close(final int code, final String reason) {
        // a peer that does not read cannot take the close frame either: what fails or lasts is cut
        session.close(code, reason, Callback.from(() -> {}, failure -> session.disconnect()));
    }
}
