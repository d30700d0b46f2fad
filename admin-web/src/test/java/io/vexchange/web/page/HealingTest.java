package io.vexchange.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.ColorScheme;
import io.vexchange.web.TestVenue;
import io.vexchange.web.WebSettings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames are lost, late and out of order on their way into the browser; the page comes to show what the venue has. */
@Tag("slow")
class HealingTest {
    private final ObjectMapper mapper = new ObjectMapper();

    /** Between server and page. One thread, Playwright's. */
    private static final class BadLine {
        private final Random random;
        private final Deque<String> late = new ArrayDeque<>();
        private boolean isBad = true;
        private int lost;
        private int delayed;

        BadLine(final Random random) {
            this.random = random;
        }

        void pass(final WebSocketRoute page, final String frame) {
            if (!isBad || !frame.contains("\"channel\":\"book\"")) {
                flush(page);
                page.send(frame);
                return;
            }
            switch (random.nextInt(6)) {
                case 0 -> lost++;
                case 1, 2 -> {
                    late.add(frame); // what comes next overtakes it
                    delayed++;
                }
                default -> {
                    page.send(frame);
                    if (random.nextBoolean()) {
                        flush(page);
                    }
                }
            }
        }

        private void flush(final WebSocketRoute page) {
            while (!late.isEmpty()) {
                page.send(late.removeLast());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldHealWhatABadLineDoesToTheBook(final long seed) {
        final Random random = new Random(seed);
        final BadLine line = new BadLine(random);
        try (TestVenue venue = new TestVenue(WebSettings.demo()).open();
                Chromium chromium = Chromium.launch()) {
            change(venue, random, 60);
            final Page page = chromium.page(1280, 800, ColorScheme.DARK);
            page.routeWebSocket("**/ws/v1", socket -> {
                final WebSocketRoute server = socket.connectToServer();
                socket.onMessage(frame -> server.send(frame.text()));
                server.onMessage(frame -> line.pass(socket, frame.text()));
            });
            page.navigate(venue.uri("/").toString());
            for (int i = 0; i < 120; i++) {
                change(venue, random, 3);
                page.waitForTimeout(20); // Playwright passes frames on only while it is called
            }
            line.isBad = false;
            change(venue, random, 1);
            Awaitility.await("seed=" + seed)
                    .pollInSameThread()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(shown(page))
                            .isEqualTo(expected(venue, shown(page).size())));
            assertThat(line.lost).as("lost, seed=" + seed).isPositive();
            assertThat(line.delayed).as("delayed, seed=" + seed).isPositive();
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static void change(final TestVenue venue, final Random random, final int times) {
        for (int i = 0; i < times; i++) {
            final boolean isBid = random.nextBoolean();
            final int gap = 1 + random.nextInt(30);
            venue.market.level("ACME", isBid, isBid ? 10_000 - gap : 10_000 + gap, random.nextInt(4) * 7L);
        }
    }

    /** Prices and quantities of the bids on the page, best first. */
    @SuppressWarnings("unchecked")
    private static List<String> shown(final Page page) {
        return (List<String>) page.evaluate("() => [...document.querySelectorAll('#bids .row:not([hidden])')].map(r => "
                + "r.querySelector('.price').innerText.trim() + ' ' + r.querySelector('.quantity').innerText.trim())"
                + ".filter(t => t.length > 1)");
    }

    private List<String> expected(final TestVenue venue, final int rows) throws Exception {
        final JsonNode bids = mapper.readTree(venue.get("/api/v1/instruments/ACME/book?depth=100", null)
                        .body())
                .get("bids");
        assertThat(rows).isGreaterThan(5);
        return new ArrayList<>(StreamSupport.stream(bids.spliterator(), false)
                .limit(rows)
                .map(each ->
                        each.get("price").asText() + ' ' + each.get("quantity").asText())
                .toList());
    }
}
