package io.vexchange.web.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vexchange.web.TestVenue;
import io.vexchange.web.WebSettings;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The WebSocket side over real sockets. */
class SocketTest {
    private TestVenue venue = new TestVenue(WebSettings.demo()).open();

    @AfterEach
    void end() {
        venue.close();
    }

    @Test
    void shouldAnswerPing() {
        try (TestSocket socket = TestSocket.open(venue, null)) {
            socket.send("{\"op\":\"ping\",\"id\":2}");
            assertThat(socket.next()).startsWith("{\"type\":\"pong\",\"id\":2,\"time\":\"");
        }
    }

    @Test
    void shouldStreamABook() {
        venue.market.level("ACME", true, 9_900, 5);
        try (TestSocket socket = TestSocket.open(venue, "demo-viewer")) {
            socket.send("{\"op\":\"subscribe\",\"channel\":\"book\",\"symbol\":\"ACME\"}");
            assertThat(socket.next()).contains("\"subscribed\"").contains("\"depth\":25");
            assertThat(socket.next()).contains("\"snapshot\"").contains("99.00");
            venue.market.level("ACME", true, 9_901, 6);
            assertThat(socket.next()).contains("\"delta\"").contains("99.01");
        }
    }

    @Test
    void shouldRefuseAWrongTokenAtTheHandshake() {
        assertThatThrownBy(() -> TestSocket.open(venue, "demo-nobody")).hasStackTraceContaining("401");
    }

    @Test
    void shouldCloseBinaryAndLargeFrames() throws Exception {
        try (TestSocket socket = TestSocket.open(venue, null)) {
            socket.raw().sendBinary(ByteBuffer.wrap(new byte[3]), true).join();
            assertThat(socket.closeCode()).isEqualTo(1003);
        }
        try (TestSocket socket = TestSocket.open(venue, null)) {
            socket.send("{\"op\":\"" + "x".repeat(17 * 1024) + "\"}");
            assertThat(socket.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void shouldLimitSocketsAndGivePlacesBack() {
        venue.close();
        venue = new TestVenue(
                        new WebSettings("127.0.0.1", 0, List.of(), List.of(), true, 100, 200, false, 10, 2, true, ""))
                .open();
        final List<TestSocket> sockets = new ArrayList<>();
        sockets.add(TestSocket.open(venue, "demo-viewer"));
        sockets.add(TestSocket.open(venue, "demo-viewer"));
        assertThatThrownBy(() -> TestSocket.open(venue, "demo-viewer")).hasStackTraceContaining("503");
        sockets.forEach(TestSocket::close);
        await().untilAsserted(() -> TestSocket.open(venue, "demo-viewer").close());
    }

    @Test
    void shouldCloseSocketsWith1001AtTheEnd() throws Exception {
        try (TestSocket socket = TestSocket.open(venue, null)) {
            socket.send("{\"op\":\"ping\"}");
            socket.next();
            venue.close();
            assertThat(socket.closeCode()).isEqualTo(1001);
        }
    }

    @Test
    void shouldCloseWhenTheTokenIsRevoked() throws Exception {
        try (TestSocket socket = TestSocket.open(venue, "demo-viewer")) {
            socket.send("{\"op\":\"ping\"}");
            socket.next();
            venue.tokens.remove("demo-viewer");
            assertThat(socket.closeCode()).isEqualTo(1008);
        }
    }
}
