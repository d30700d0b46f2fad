package io.vexchange.exchange.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A viewer's WebSocket: frames are kept until they are taken. */
final class LiveFrames implements WebSocket.Listener, AutoCloseable {
    private static final long PATIENCE_SECONDS = 45;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> frames = new ArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    LiveFrames(final String web) throws Exception {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer demo-viewer")
                .buildAsync(URI.create(web.replaceFirst("^http", "ws") + "/ws/v1"), this)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    void send(final String text) throws Exception {
        socket.sendText(text, true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public CompletionStage<?> onText(final WebSocket from, final CharSequence data, final boolean last) {
        partial.append(data);
        if (last) {
            try {
                final JsonNode frame = JSON.readTree(partial.toString());
                synchronized (frames) {
                    frames.add(frame);
                }
            } catch (final JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    /** Waits for such a frame. */
    JsonNode take(final String what, final Predicate<JsonNode> wanted) {
        final JsonNode[] found = new JsonNode[1];
        Awaitility.await("WebSocket: " + what)
                .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                .until(() -> {
                    synchronized (frames) {
                        for (int i = 0; i < frames.size(); i++) {
                            if (wanted.test(frames.get(i))) {
                                found[0] = frames.get(i);
                                frames.remove(i);
                                return true;
                            }
                        }
                    }
                    return false;
                });
        return found[0];
    }

    @Override
    public void close() {
        socket.abort();
    }
}
