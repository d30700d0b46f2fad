package io.vexchange.web.stream;

import io.vexchange.web.TestVenue;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A WebSocket client that keeps what comes. */
public final class TestSocket implements AutoCloseable, WebSocket.Listener {
    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private WebSocket socket;

    static TestSocket open(final TestVenue venue, final String token) {
        return open(venue.web.port(), token);
    }

    /** @return a socket, open */
    public static TestSocket open(final int port, final String token) {
        return token == null ? openWith(port, Map.of()) : openWith(port, Map.of("Authorization", "Bearer " + token));
    }

    /** @return a socket, open, with headers at its handshake */
    public static TestSocket openWith(final int port, final Map<String, String> headers) {
        final TestSocket test = new TestSocket();
        final WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        headers.forEach(builder::header);
        test.socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws/v1"), test)
                .join();
        return test;
    }

    /** Sends a text frame. */
    public void send(final String text) {
        socket.sendText(text, true).join();
    }

    WebSocket raw() {
        return socket;
    }

    /** @return the next frame, waited for */
    public String next() {
        try {
            final String frame = frames.poll(10, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("no frame came");
            }
            return frame;
        } catch (final InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** @return the next frame that contains the text */
    public String until(final String text) {
        String frame = next();
        while (!frame.contains(text)) {
            frame = next();
        }
        return frame;
    }

    /** @return the code it was closed with */
    public int closeCode() throws Exception {
        return closed.get(10, TimeUnit.SECONDS);
    }

    @Override
    public CompletionStage<?> onText(final WebSocket from, final CharSequence data, final boolean last) {
        part.append(data);
        if (last) {
            frames.add(part.toString());
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(final WebSocket from, final int code, final String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
