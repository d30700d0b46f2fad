package io.vexchange.web;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.time.Duration;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServerContainer;

/** Sets the limits of all WebSockets when the server starts. */
final class WebSocketLimits implements ServletContextListener {
    private static final int OUTGOING_FRAMES = 64;

    private final int frameBytes;
    private final Duration idle;

    WebSocketLimits(final int frameBytes, final Duration idle) {
        this.frameBytes = frameBytes;
        this.idle = idle;
    }

    @Override
    public void contextInitialized(final ServletContextEvent event) {
        final JettyWebSocketServerContainer container =
                JettyWebSocketServerContainer.getContainer(event.getServletContext());
        container.setMaxTextMessageSize(frameBytes);
        container.setMaxBinaryMessageSize(frameBytes);
        container.setMaxFrameSize(frameBytes);
        container.setAutoFragment(
                true); // the limit of a frame is for what comes in; a long snapshot goes out in pieces
        container.setMaxOutgoingFrames(OUTGOING_FRAMES); // a backstop: the hub has one in flight
        container.setIdleTimeout(idle);
    }
}
