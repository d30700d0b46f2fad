package io.vexchange.exchange.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.model.SessionRole;
import io.vexchange.exchange.config.VenueSeed;
import io.vexchange.exchange.e2e.FixMessage;
import io.vexchange.exchange.venue.CoreVenue;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred sessions, defined while the venue runs, on at once, each with numbers of its own. */
@Timeout(300)
class ManySessionsTest {
    private static final int SESSIONS = 200;
    private static final int ORDERS = 20;
    private static final long PATIENCE_MILLIS = 30_000;

    @TempDir
    private Path temporary;

    private final List<Wire> wires = new ArrayList<>();

    @Test
    void shouldKeepTheNumbersOfEachApart() throws Exception {
        try (CoreVenue venue = CoreVenue.start(temporary.resolve("data"), Transcripts.demoSeed())) {
            final String hash = venue.passwordHash("LOAD1");
            for (int i = 0; i < SESSIONS; i++) {
                venue.define(session("MANY" + i), "LOAD", hash);
            }
            Awaitility.await().until(() -> venue.gateway().sessions().size() >= SESSIONS);
            for (int i = 0; i < SESSIONS; i++) {
                wires.add(new Wire("MANY" + i));
                wires.get(i).logon(venue.port(), List.of());
            }
            for (int order = 1; order <= ORDERS; order++) {
                for (int i = 0; i < SESSIONS; i++) {
                    wires.get(i).send("D", order("m" + i + '-' + order));
                }
            }
            for (int i = 0; i < SESSIONS; i++) {
                reports(i, "~");
                wires.get(i).drop();
            }
            for (int i = 0; i < SESSIONS; i++) {
                final FixMessage answer = wires.get(i).logon(venue.port(), List.of(Wire.field(141, "~")));
                assertThat(answer.get(34)).isEqualTo(Integer.toString(ORDERS + 2));
                wires.get(i).send("2", List.of(Wire.field(7, "2"), Wire.field(16, Integer.toString(ORDERS + 1))));
            }
            for (int i = 0; i < SESSIONS; i++) {
                reports(i, "Y");
            }
        } finally {
            wires.forEach(Wire::close);
        }
    }

    private static VenueSeed.Session session(final String id) {
        return new VenueSeed.Session(
                id,
                SessionRole.ORDER_ENTRY,
                List.of("LOAD-1"),
                "LOAD-1",
                null,
                0,
                0,
                false,
                false,
                List.of(),
                "NONE",
                null);
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

    private void reports(final int session, final String possDup) {
        for (int order = 1; order <= ORDERS; order++) {
            final String raw = wires.get(session).take(PATIENCE_MILLIS);
            assertThat(raw).isNotNull().isNotEmpty();
            final FixMessage report = FixMessage.of(raw);
            assertThat(report.get(34) + ' ' + report.get(11) + ' ' + report.state() + ' ' + report.get(43))
                    .isEqualTo((order + 1) + " m" + session + '-' + order + " 0/0 " + ("Y".equals(possDup) ? "Y" : ""));
        }
    }
}
