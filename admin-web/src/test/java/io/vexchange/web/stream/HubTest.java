package io.vexchange.web.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vexchange.web.QuietFeed;
import io.vexchange.web.ScriptedMarket;
import io.vexchange.web.access.Credentials;
import io.vexchange.web.access.Principal;
import io.vexchange.web.access.Role;
import io.vexchange.web.market.BookWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Streams and viewers on a clock of the test's own: no thread, no socket. */
class HubTest {
    private static final String TIGHT =
            "{\"op\":\"subscribe\",\"channel\":\"book\",\"symbol\":\"ACME\",\"depth\":10,\"id\":7}";
    private static final Principal VIEWER = new Principal(1, "viewer", Role.VIEWER, List.of(), 1);

    private final ObjectMapper mapper = new ObjectMapper();
    private final ScriptedMarket market = new ScriptedMarket();
    private Principal valid = VIEWER;
    private long nowNanos = 1;
    private WatchFeed.Look watched = new WatchFeed.Look(List.of(), List.of(), null);
    private final Hub hub = hub(true);

    private Hub hub(final boolean isPublic) {
        return new Hub(
                market,
                new QuietFeed(),
                sockets -> watched,
                Runnable::run,
                new Credentials() {
                    @Override
                    public Principal byToken(final String token, final String address) {
                        return token.equals("right") ? valid : null;
                    }

                    @Override
                    public Principal refresh(final Principal principal) {
                        return valid;
                    }

                    @Override
                    public Login login(final String user) {
                        return null;
                    }

                    @Override
                    public Principal byUser(final int userId, final int tokenId) {
                        return null;
                    }
                },
                isPublic,
                new SimpleMeterRegistry(),
                () -> nowNanos);
    }

    /** A socket that keeps frames; `ready` false leaves the frame in flight. */
    private static final class Client implements Connection {
        final List<String> frames = new ArrayList<>();
        boolean ready = true;
        Runnable inFlight;
        int pings;
        int closeCode;

        @Override
        public void send(final String text, final Runnable done) {
            assertThat(inFlight).as("two frames in flight").isNull();
            frames.add(text);
            if (ready) {
                done.run();
            } else {
                inFlight = done;
            }
        }

        void take() {
            ready = true;
            if (inFlight != null) {
                final Runnable done = inFlight;
                inFlight = null;
                done.run();
            }
        }

        @Override
        public void ping() {
            pings++;
        }

        @Override
        public void close(final int code, final String reason) {
            closeCode = code;
        }
    }

    private Viewer join(final Client client, final Principal principal, final String... messages) {
        final Viewer viewer = hub.viewer(client, principal);
        hub.opened(viewer);
        for (final String message : messages) {
            hub.said(viewer, message, "127.0.0.1");
        }
        run();
        return viewer;
    }

    private void run() {
        while (hub.turn(nowNanos) == 0) {
            // until nothing is due
        }
    }

    private void pass(final long millis) {
        nowNanos += TimeUnit.MILLISECONDS.toNanos(millis);
        run();
    }

    private JsonNode json(final String text) throws Exception {
        return mapper.readTree(text);
    }

    private List<String> types(final Client client) throws Exception {
        final List<String> types = new ArrayList<>();
        for (final String frame : client.frames) {
            types.add(json(frame).get("type").asText());
        }
        return types;
    }

    @Test
    void shouldBeginWithASnapshotAndConflateDeltas() throws Exception {
        market.level("ACME", true, 9_900, 5);
        final Client client = new Client();
        join(client, VIEWER, TIGHT);
        assertThat(types(client)).containsExactly("subscribed", "snapshot");
        assertThat(json(client.frames.get(0)).toString())
                .isEqualTo("{\"type\":\"subscribed\",\"id\":7,\"channel\":\"book\",\"symbol\":\"ACME\",\"depth\":10}");
        assertThat(json(client.frames.get(1)).has("prevSeq")).isFalse();
        client.frames.clear();

        pass(10);
        market.level("ACME", true, 9_901, 1); // the first after quiet goes out at once
        run();
        assertThat(types(client)).containsExactly("delta");
        for (int i = 2; i <= 9; i++) {
            market.level("ACME", true, 9_901, i);
            pass(5);
        }
        assertThat(client.frames).hasSize(1);
        pass(10);
        assertThat(client.frames).hasSize(2);
        final JsonNode delta = json(client.frames.get(1));
        assertThat(delta.get("prevSeq")).isEqualTo(json(client.frames.get(0)).get("seq"));
        assertThat(delta.get("bids").toString())
                .isEqualTo("[{\"price\":\"99.01\",\"quantity\":\"9\",\"orderCount\":2}]");
        pass(1_000);
        assertThat(client.frames).hasSize(2);
    }

    @Test
    void shouldSendNothingWhenTheWindowDidNotChange() throws Exception {
        for (int i = 0; i < 10; i++) {
            market.level("ACME", true, 9_900 - i, 5);
        }
        final Client client = new Client();
        join(client, VIEWER, TIGHT);
        client.frames.clear();
        market.level("ACME", true, 9_800, 5); // the eleventh level
        pass(100);
        assertThat(client.frames).isEmpty();
        market.level("ACME", true, 9_900, 0); // the best goes, the eleventh comes into the window
        pass(100);
        assertThat(json(client.frames.get(0)).get("bids").toString())
                .isEqualTo("[{\"price\":\"99.00\",\"quantity\":\"0\",\"orderCount\":0},"
                        + "{\"price\":\"98.00\",\"quantity\":\"5\",\"orderCount\":2}]");
    }

    @Test
    void shouldSendASlowViewerASnapshotInsteadOfWhatItMissed() throws Exception {
        final Client slow = new Client();
        final Client quick = new Client();
        join(slow, VIEWER, TIGHT);
        join(quick, VIEWER, TIGHT);
        slow.frames.clear();
        slow.ready = false;
        for (int i = 1; i <= 20; i++) {
            market.level("ACME", false, 10_000 + i % 7, i);
            pass(60);
        }
        assertThat(slow.frames).hasSize(1); // in flight
        slow.take();
        run();
        assertThat(types(slow)).containsExactly("delta", "snapshot");
        market.level("ACME", false, 10_000, 77);
        pass(60);
        assertThat(types(slow)).containsExactly("delta", "snapshot", "delta");
        assertThat(slow.frames.get(2)).isSameAs(quick.frames.get(quick.frames.size() - 1)); // encoded once for all
        assertThat(json(slow.frames.get(2)).get("prevSeq"))
                .isEqualTo(json(slow.frames.get(1)).get("seq"));
    }

    @Test
    void shouldAlwaysComeToTheBookAsItIs() throws Exception {
        final Random random = new Random(11);
        final List<Client> clients = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            clients.add(new Client());
            join(clients.get(i), VIEWER, TIGHT);
        }
        for (int step = 0; step < 3_000; step++) {
            market.level("ACME", random.nextBoolean(), 9_980 + random.nextInt(40), random.nextInt(3));
            if (random.nextInt(4) == 0) {
                pass(random.nextInt(70));
            }
            final Client client = clients.get(random.nextInt(4));
            if (random.nextInt(3) == 0) {
                client.ready = false;
            } else {
                client.take();
            }
        }
        clients.forEach(Client::take);
        pass(100);
        final BookWindow now = market.window("ACME", 10);
        for (final Client client : clients) {
            assertThat(replay(client.frames)).isEqualTo(levels(now));
        }
    }

    private Map<String, String> replay(final List<String> frames) throws Exception {
        final Map<String, String> book = new TreeMap<>();
        long seq = -1;
        for (final String text : frames) {
            final JsonNode frame = json(text);
            if (!frame.path("channel").asText().equals("book")
                    || frame.get("type").asText().equals("subscribed")) {
                continue;
            }
            if (frame.get("type").asText().equals("snapshot")) {
                book.clear();
            } else {
                assertThat(frame.get("prevSeq").asLong()).isEqualTo(seq);
                assertThat(frame.get("seq").asLong()).isGreaterThan(seq);
            }
            seq = frame.get("seq").asLong();
            for (final String side : List.of("bids", "asks")) {
                frame.get(side).forEach(level -> {
                    final String key = side + level.get("price").asText();
                    if (level.get("quantity").asText().equals("0")) {
                        assertThat(book.remove(key)).isNotNull();
                    } else {
                        book.put(key, level.get("quantity").asText());
                    }
                });
            }
        }
        return book;
    }

    private Map<String, String> levels(final BookWindow window) {
        final Map<String, String> book = new TreeMap<>();
        for (int i = 0; i < window.bids().size(); i++) {
            book.put(
                    "bids" + market.scale("ACME").price(window.bids().ticks()[i]),
                    Long.toString(window.bids().lots()[i]));
        }
        for (int i = 0; i < window.asks().size(); i++) {
            book.put(
                    "asks" + market.scale("ACME").price(window.asks().ticks()[i]),
                    Long.toString(window.asks().lots()[i]));
        }
        return book;
    }

    @Test
    void shouldNeverConflateTradesAndCloseWhoDoesNotTakeThem() throws Exception {
        final Client client = new Client();
        join(client, VIEWER, "{\"op\":\"subscribe\",\"channel\":\"trades\",\"symbol\":\"ACME\"}");
        for (int i = 1; i <= 50; i++) {
            market.trade("ACME", "BUY", 10_000, i);
        }
        run();
        assertThat(client.frames).hasSize(51);
        assertThat(json(client.frames.get(50)).get("data").get("quantity").asText())
                .isEqualTo("50");
        client.ready = false;
        for (int i = 0; i < 1_500; i++) {
            market.trade("ACME", "SELL", 10_000, 1);
        }
        run();
        assertThat(client.closeCode).isEqualTo(1013);
    }

    @Test
    void shouldCloseAViewerThatIsNotReadyForFiveSeconds() {
        final Client client = new Client();
        join(client, VIEWER, TIGHT);
        client.ready = false;
        market.level("ACME", true, 9_900, 1);
        run();
        pass(4_000);
        assertThat(client.closeCode).isZero();
        pass(2_500);
        assertThat(client.closeCode).isEqualTo(1013);
    }

    @Test
    void shouldSendHeartbeatsPingsAndCloseTheDead() throws Exception {
        final Client client = new Client();
        join(client, VIEWER);
        pass(11_000);
        assertThat(client.frames).isEmpty(); // nothing before the client's first message
        final Client talking = new Client();
        join(talking, VIEWER, "{\"op\":\"ping\"}");
        pass(10_500);
        assertThat(types(talking)).containsExactly("pong", "heartbeat");
        pass(10_500);
        assertThat(talking.pings).isEqualTo(1);
        for (int i = 0; i < 6; i++) {
            pass(10_000);
        }
        assertThat(talking.closeCode).isEqualTo(1001);
    }

    @Test
    void shouldAnswerNonsenseAndCloseWhoDoesNotStop() throws Exception {
        final Client client = new Client();
        final Viewer viewer = join(
                client,
                VIEWER,
                "{",
                "[1]",
                "\"x\"",
                "{\"op\":\"dance\"}",
                "{\"op\":\"subscribe\"}",
                "{\"op\":\"subscribe\",\"channel\":\"book\"}",
                "{\"op\":\"subscribe\",\"channel\":\"book\",\"symbol\":\"NOPE\",\"id\":\"n\"}",
                "{\"op\":\"subscribe\",\"channel\":\"book\",\"symbol\":\"ACME\",\"depth\":7}",
                "{\"op\":\"ping\",\"x\":1}");
        assertThat(types(client)).containsOnly("error").hasSize(9);
        assertThat(json(client.frames.get(6)).toString())
                .isEqualTo(
                        "{\"type\":\"error\",\"id\":\"n\",\"op\":\"subscribe\",\"channel\":\"book\",\"code\":\"UNKNOWN_SYMBOL\","
                                + "\"detail\":\"symbol=NOPE\"}");
        assertThat(json(client.frames.get(7)).get("code").asText()).isEqualTo("INVALID_DEPTH");
        assertThat(client.closeCode).isZero();
        for (int i = 0; i < 15; i++) {
            hub.said(viewer, "{", "127.0.0.1");
        }
        run();
        assertThat(client.closeCode).isEqualTo(1008);
    }

    @Test
    void shouldKeepPrivateChannelsFromStrangersAndLowRoles() throws Exception {
        final Client stranger = new Client();
        join(stranger, null, "{\"op\":\"subscribe\",\"channel\":\"executions\",\"id\":1}");
        assertThat(json(stranger.frames.get(0)).get("code").asText()).isEqualTo("UNAUTHENTICATED");
        final Client viewer = new Client();
        join(viewer, VIEWER, "{\"op\":\"subscribe\",\"channel\":\"sessions\",\"id\":1}");
        assertThat(json(viewer.frames.get(0)).get("code").asText()).isEqualTo("FORBIDDEN");
    }

    @Test
    void shouldAuthenticateByMessageAndCloseWhenTheCredentialEnds() throws Exception {
        final Client client = new Client();
        join(client, null, "{\"op\":\"auth\",\"token\":\"right\",\"id\":1}");
        assertThat(client.frames)
                .containsExactly(
                        "{\"type\":\"authenticated\",\"id\":1,\"user\":\"viewer\",\"role\":\"viewer\",\"accounts\":[]}");
        valid = null;
        pass(1_100);
        assertThat(client.closeCode).isEqualTo(1008);
        final Client wrong = new Client();
        join(wrong, null, "{\"op\":\"auth\",\"token\":\"wrong\"}");
        assertThat(types(wrong)).containsExactly("error");
        assertThat(wrong.closeCode).isEqualTo(1008);
    }

    @Test
    void shouldShowTickersAndPhasesOfAllInstruments() throws Exception {
        final Client client = new Client();
        join(
                client,
                VIEWER,
                "{\"op\":\"subscribe\",\"channel\":\"ticker\"}",
                "{\"op\":\"subscribe\",\"channel\":\"phases\"}");
        assertThat(types(client))
                .containsExactlyInAnyOrder(
                        "subscribed", "subscribed", "ticker", "ticker", "ticker", "phase", "phase", "phase");
        client.frames.clear();
        market.trade("ACME", "BUY", 10_000, 3);
        market.phase("ETH-USD", "HALTED");
        run();
        pass(300);
        assertThat(client.frames).anySatisfy(frame -> assertThat(frame).contains("\"last\":\"100.00\""));
        assertThat(client.frames)
                .anySatisfy(frame ->
                        assertThat(frame).contains("\"phase\":\"HALTED\"").contains("ETH-USD"));
    }

    @Test
    void shouldStopAfterUnsubscribe() throws Exception {
        final Client client = new Client();
        final Viewer viewer = join(client, VIEWER, TIGHT);
        hub.said(viewer, "{\"op\":\"unsubscribe\",\"channel\":\"book\",\"symbol\":\"ACME\"}", "127.0.0.1");
        run();
        final int before = client.frames.size();
        assertThat(types(client).get(before - 1)).isEqualTo("unsubscribed");
        market.level("ACME", true, 9_900, 5);
        pass(100);
        assertThat(client.frames).hasSize(before);
    }
}
