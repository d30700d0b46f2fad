package io.vexchange.exchange.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.exchange.e2e.FixMessage;
import io.vexchange.exchange.venue.CoreVenue;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What FIX engines are known to do wrong under a venue's load. Those that fit on a page are transcripts. */
@Timeout(300)
class KnownDefectsTest {
    private static final long PATIENCE_MILLIS = 20_000;
    private static final int LOST = 5_000;
    private static final int GAP_MOST_KEPT = 2_000;

    @TempDir
    private static Path temporary;

    private static CoreVenue venue;

    @BeforeAll
    static void start() throws InterruptedException {
        venue = CoreVenue.start(temporary.resolve("data"), Transcripts.demoSeed());
    }

    @AfterAll
    static void stop() {
        venue.close();
    }

    private static List<FixMessage.Field> order(final String id) {
        return List.of(
                Wire.field(11, id),
                Wire.field(55, "ACME"),
                Wire.field(54, "1"),
                Wire.field(38, "1"),
                Wire.field(40, "2"),
                Wire.field(44, "99.00"),
                Wire.field(60, Wire.utc(Instant.now())));
    }

    private static FixMessage take(final Wire wire) {
        final String raw = wire.take(PATIENCE_MILLIS);
        assertThat(raw).as("what comes").isNotNull().isNotEmpty();
        return FixMessage.of(raw);
    }

    private static void isAlive(final Wire wire, final String mark) {
        wire.send("1", List.of(Wire.field(112, mark)));
        final FixMessage answer = take(wire);
        assertThat(answer.type() + answer.get(112)).isEqualTo("0" + mark);
    }

    /** The end of the old connection, noticed late, must not end the new one. */
    @Test
    void shouldKeepAConnectionThatComesMillisecondsAfterTheLast() {
        try (Wire wire = new Wire("LOAD1")) {
            wire.logon(venue.port(), List.of());
            for (int i = 0; i < 50; i++) {
                isAlive(wire, "r" + i);
                wire.drop();
                wire.logon(venue.port(), List.of(Wire.field(141, "~")));
            }
            final String later = wire.take(1_500);
            assertThat(later).as("nothing ends it").isNull();
            isAlive(wire, "end");
        }
    }

    /** What comes behind a gap is kept to a bound; what was let go is asked for again, so nothing is lost. */
    @Test
    void shouldKeepABoundedNumberOfMessagesBehindAGap() {
        try (Wire wire = new Wire("LOAD2")) {
            wire.logon(venue.port(), List.of());
            wire.renumber(3);
            for (int number = 3; number <= LOST; number++) {
                wire.send("D", order("gap-" + number));
            }
            assertThat(asked(wire)).isEqualTo(2);
            repeat(wire, 2);
            for (int number = 2; number <= 2 + GAP_MOST_KEPT; number++) {
                assertThat(take(wire)).satisfies(isReportOf("gap-" + number));
            }
            wire.renumber(LOST + 1);
            wire.send("1", List.of(Wire.field(112, "behind")));
            assertThat(asked(wire)).isEqualTo(3 + GAP_MOST_KEPT);
            for (int number = 3 + GAP_MOST_KEPT; number <= LOST; number++) {
                repeat(wire, number);
            }
            boolean answered = false; // the gateway's own answer may overtake the engine's
            for (int number = 3 + GAP_MOST_KEPT; number <= LOST; number++) {
                FixMessage next = take(wire);
                if ("behind".equals(next.get(112))) {
                    answered = true;
                    next = take(wire);
                }
                assertThat(next).satisfies(isReportOf("gap-" + number));
            }
            assertThat(answered || "behind".equals(take(wire).get(112))).isTrue();
        }
    }

    private static Consumer<FixMessage> isReportOf(final String id) {
        return each -> assertThat(each.get(11)).as(each.toString()).isEqualTo(id);
    }

    /** @return the first number that the venue asks for */
    private static int asked(final Wire wire) {
        final FixMessage request = take(wire);
        assertThat(request.type()).as(request.toString()).isEqualTo("2");
        return request.number(7).intValue();
    }

    private static void repeat(final Wire wire, final int number) {
        final List<FixMessage.Field> fields = new ArrayList<>(order("gap-" + number));
        fields.add(Wire.field(34, Integer.toString(number)));
        fields.add(Wire.field(43, "Y"));
        fields.add(Wire.field(122, Wire.utc(Instant.now())));
        wire.send("D", fields);
    }

    /** A client that asks for everything again and again delays itself alone. */
    @Test
    void shouldServeOthersDuringAResendStorm() throws InterruptedException {
        try (Wire storm = new Wire("LOAD3");
                Wire neighbour = new Wire("LOAD4")) {
            storm.logon(venue.port(), List.of());
            for (int i = 0; i < 2_000; i++) {
                storm.send("D", order("storm-" + i));
            }
            for (int i = 0; i < 2_000; i++) {
                assertThat(take(storm).type()).isEqualTo("8");
            }
            neighbour.logon(venue.port(), List.of());
            final AtomicBoolean ended = new AtomicBoolean();
            final Thread asking = new Thread(() -> {
                for (int i = 0; i < 60; i++) {
                    storm.send("2", List.of(Wire.field(7, "1"), Wire.field(16, "0")));
                }
            });
            final Thread reading = new Thread(() -> {
                for (int i = 0; i < 60; i++) {
                    int reports = 0;
                    FixMessage each = take(storm);
                    while ("8".equals(each.type()) || each.has(34, "1")) {
                        reports += "8".equals(each.type()) ? 1 : 0;
                        if (reports == 2_000) {
                            break;
                        }
                        each = take(storm);
                    }
                    if (reports != 2_000) {
                        return;
                    }
                }
                ended.set(true);
            });
            asking.start();
            reading.start();
            long slowestMillis = 0;
            int asked = 0;
            while (reading.isAlive()) {
                final long from = System.nanoTime();
                isAlive(neighbour, "n" + asked++);
                slowestMillis = Math.max(slowestMillis, (System.nanoTime() - from) / 1_000_000);
            }
            asking.join();
            assertThat(ended).isTrue();
            assertThat(asked).isGreaterThan(10);
            assertThat(slowestMillis).as("slowest answer to the neighbour").isLessThan(PATIENCE_MILLIS / 4);
        }
    }
}
