package io.vexchange.fixclient.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vexchange.fixclient.venue.TinyVenue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quickfix.ConfigError;

class LoadRunTest {
    private TinyVenue venue;

    @TempDir
    Path folder;

    /** A plan with usual values, to be changed. */
    static final class PlanBuilder {
        private final int port;
        private String password = "demo";
        private List<String> sessions = List.of("LOAD1");
        private int rate;
        private int window = 10;
        private String mix = "trade=2,cancel=1,replace=1,ioc=1";
        private Path ledger;
        private boolean untilDisconnect;
        private int seconds = 1;

        private PlanBuilder(final int port) {
            this.port = port;
        }

        LoadPlan build() throws LoadFault {
            return new LoadPlan(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    "VEX",
                    password,
                    sessions,
                    rate,
                    window,
                    0,
                    seconds,
                    Terms.of("BTC-USD", null, null),
                    Mix.parse(mix),
                    ledger,
                    untilDisconnect);
        }
    }

    static PlanBuilder plan(final int port) {
        return new PlanBuilder(port);
    }

    @BeforeEach
    void open() throws ConfigError {
        venue = new TinyVenue();
    }

    @AfterEach
    void close() {
        venue.close();
    }

    private static LoadRun run(final LoadPlan plan) {
        return new LoadRun(plan, (run, elapsed, warmingUp) -> {});
    }

    @Test
    void shouldKeepARate() throws Exception {
        final PlanBuilder plan = plan(venue.port());
        plan.rate = 500;
        plan.window = 0;
        plan.sessions = List.of("LOAD1", "LOAD2");
        final LoadResult result = run(plan.build()).execute();
        assertThat(result.faults()).isEmpty();
        assertThat(result.sent()).isEqualTo(500);
        assertThat(result.firstReports().getTotalCount()).isEqualTo(500);
        assertThat(result.lateness().getTotalCount()).isEqualTo(500);
        assertThat(result.fills()).isPositive();
        assertThat(result.fillTimes().getTotalCount()).isPositive();
        assertThat(result.refusals()).isEmpty();
        assertThat(venue.restingOrders()).isZero();
    }

    @Test
    void shouldKeepAWindowAndWriteALedger() throws Exception {
        final PlanBuilder plan = plan(venue.port());
        plan.ledger = folder.resolve("ledger.jsonl");
        final LoadRun run = run(plan.build());
        final LoadResult result = run.execute();
        run.writeLedger();
        assertThat(result.faults()).isEmpty();
        assertThat(result.unanswered()).isZero();
        assertThat(result.answered()).isPositive();
        assertThat(venue.restingOrders()).isZero();
        final List<String> lines = Files.readAllLines(plan.ledger);
        assertThat(lines)
                .hasSizeGreaterThan(10)
                .allMatch(line -> line.startsWith("{\"session\":\"LOAD1\"") && line.endsWith("}"));
        assertThat(lines.get(0))
                .contains("\"kind\":\"REST\"", "\"ordStatus\":\"2\"", "\"cum\":\"0.0010\"", "\"leaves\":\"0");
        assertThat(lines)
                .anyMatch(line -> line.contains("\"type\":\"G\",\"answer\":\"8\"")
                        && line.contains("\"type\":\"F\",\"answer\":\"8\""));
        assertThat(new Summary(result).json()).contains("\"loop\":\"closed\"", "\"unanswered\":0", "\"p99.9\":");
    }

    @Test
    void shouldSurviveTheEndOfTheVenueAndTellWhatItKnew() throws Exception {
        final PlanBuilder plan = plan(venue.port());
        plan.seconds = 60;
        plan.untilDisconnect = true;
        plan.ledger = folder.resolve("ledger.jsonl");
        final LoadRun run = run(plan.build());
        final LoadResult[] result = new LoadResult[1];
        final Thread thread = new Thread(() -> {
            try {
                result[0] = run.execute();
            } catch (LoadFault | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        thread.start();
        Awaitility.await().until(() -> run.answered() > 100);
        venue.close();
        thread.join(TimeUnit.SECONDS.toMillis(30));
        assertThat(result[0]).isNotNull();
        assertThat(result[0].faults()).isEmpty();
        run.writeLedger();
        assertThat(Files.readAllLines(plan.ledger)).hasSizeGreaterThan(20);
    }

    @Test
    void shouldReportALostVenueOtherwise() throws Exception {
        final PlanBuilder plan = plan(venue.port());
        plan.seconds = 60;
        final LoadRun run = run(plan.build());
        final Thread end = new Thread(() -> {
            Awaitility.await().until(() -> run.answered() > 100);
            venue.close();
        });
        end.start();
        final LoadResult result = run.execute();
        end.join();
        assertThat(result.faults()).anyMatch(fault -> fault.startsWith("LOAD1 was lost"));
    }

    @Test
    void shouldEndEarlyWhenStopped() throws Exception {
        final PlanBuilder plan = plan(venue.port());
        plan.seconds = 60;
        plan.window = 0;
        plan.rate = 200;
        final LoadRun run = run(plan.build());
        final Thread stop = new Thread(() -> {
            Awaitility.await().until(() -> run.answered() > 20);
            run.stop();
        });
        stop.start();
        final LoadResult result = run.execute();
        stop.join();
        assertThat(result.faults()).isEmpty();
        assertThat(venue.restingOrders()).isZero();
    }

    @Test
    void shouldSayWhyItCannotLogOn() throws Exception {
        final PlanBuilder wrong = plan(venue.port());
        wrong.password = "wrong";
        assertThatThrownBy(() -> run(wrong.build()).execute())
                .isInstanceOfSatisfying(
                        LoadFault.class, fault -> assertThat(fault.exitStatus()).isEqualTo(2))
                .hasMessageContaining("LOAD1 cannot log on: LOGON_REFUSED");
        venue.close();
        assertThatThrownBy(() -> run(plan(freePort()).build()).execute())
                .isInstanceOf(LoadFault.class)
                .hasMessageContaining("no venue answers at");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
