package io.vexchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Status of instruments and of the market, news, and what staff asks of sessions. */
class VenueEventsTest {
    private static final String HASH = Password.hash("demo")
            .with(Argon2Function.getInstance(1024, 1, 1, 32, Argon2.ID))
            .getResult();
    private static final int CLOSED = 1;
    private static final int CONTINUOUS = 4;
    private static final int HALTED = 6;

    @TempDir
    private Path folder;

    private ScriptedEngine engine;
    private PublicItems market;
    private FixAcceptor acceptor;

    @BeforeEach
    void start() {
        engine = new ScriptedEngine(HASH);
        market = new PublicItems(engine);
        acceptor = FixAcceptor.start(new FixSettings("127.0.0.1", 0, "VEX", folder, Map.of(), false), engine);
    }

    @AfterEach
    void stop() {
        acceptor.close();
        engine.shutdown();
    }

    private TestClient client(final String name) {
        return new TestClient(name, acceptor.port());
    }

    @Test
    void shouldPushEachPhaseToWhoHasSubscribed() {
        for (final String name : new String[] {"ALPHA1", "ALPHADC", "ALPHAMD"}) {
            try (TestClient client = client(name)) {
                client.stock = !"ALPHADC".equals(name);
                client.logon(true);
                client.send("e", "324=s", "55=ACME", "263=1");
                assertThat(client.take()).contains("|35=f|", "|324=s|55=ACME|625=CONTINUOUS|325=N|326=17|");
                market.phase(HALTED).end();
                assertThat(client.take())
                        .contains("|35=f|", "|324=s|55=ACME|625=HALTED|325=Y|326=2|", "|60=20231114-22:13:20.000");
                market.phase(CONTINUOUS).end();
                assertThat(client.take()).contains("|625=CONTINUOUS|325=Y|326=17|");
                client.send("e", "324=s", "55=ACME", "263=2");
                client.send("1", "112=behind");
                assertThat(client.take()).contains("|112=behind|");
                client.send("e", "324=s", "55=ACME", "263=2");
                assertThat(client.take()).contains("|35=j|", "|379=s|380=0|58=NOT_FOUND|");
                market.phase(HALTED).phase(CONTINUOUS).end();
                client.send("1", "112=quiet");
                assertThat(client.take()).contains("|112=quiet|");
            }
        }
    }

    @Test
    void shouldSayThatASymbolIsUnknown() {
        try (TestClient client = client("ALPHA1")) {
            client.logon(true);
            client.send("e", "324=s", "55=NOPE", "263=0");
            assertThat(client.take()).contains("|35=f|", "|324=s|55=NOPE|326=20|58=UNKNOWN_SYMBOL|");
            client.send("x", "320=x", "559=0", "55=NOPE");
            assertThat(client.take()).contains("|35=y|", "|320=x|", "|560=2|393=0|893=Y|");
            client.send("x", "320=x", "559=1");
            assertThat(client.take()).contains("|35=y|", "|560=1|393=0|893=Y|");
            client.send("g", "335=g", "336=NYSE", "263=0");
            assertThat(client.take()).contains("|35=h|", "|335=g|336=NYSE|340=6|567=1|");
        }
    }

    @Test
    void shouldTellWhetherTheMarketIsOpen() {
        try (TestClient client = client("ALPHAMD")) {
            client.logon(true);
            client.send("g", "335=g", "263=1");
            assertThat(client.take()).contains("|35=h|", "|335=g|336=VEX|339=3|325=N|340=2|");
            market.killSwitch(true).end();
            assertThat(client.take()).contains("|35=h|", "|325=Y|340=1|");
            market.killSwitch(false).end();
            assertThat(client.take()).contains("|340=2|");
            market.phase(CLOSED).end();
            assertThat(client.take()).contains("|340=3|");
            market.phase(CONTINUOUS).end();
            assertThat(client.take()).contains("|340=2|");
        }
    }

    @Test
    void shouldTellNewsToEverySession() {
        try (TestClient first = client("ALPHA1");
                TestClient second = client("ALPHAMD")) {
            first.logon(true);
            second.logon(true);
            market.announce("Wartung für alle\nbis morgen").end();
            for (final TestClient each : new TestClient[] {first, second}) {
                assertThat(each.take())
                        .contains("|35=B|", "|42=20231114-22:13:20.000|61=0|148=WARNING|33=2|")
                        .contains("|58=Wartung f?r alle|58=bis morgen|");
            }
        }
    }

    @Test
    void shouldLogASessionOutForAnOperatorAndSayWhenItIsDone() {
        try (TestClient client = client("ALPHA1")) {
            client.logon(true);
            market.act(1, SessionActs.LOGOUT).end();
            assertThat(client.take()).contains("|35=5|", "|58=OPERATOR_LOGOUT|");
            client.send("5");
            assertThat(client.isClosed()).isTrue();
            await().until(() -> engine.acts.contains("1:NONE:0"));
            assertThat(client.logon(false)).contains("|35=A|34=3|");
        }
    }

    @Test
    void shouldCutOffWhoDoesNotAnswerOurLogout() {
        try (TestClient client = client("ALPHA1")) {
            client.logon(true);
            market.act(1, SessionActs.LOGOUT).end();
            await().until(() -> engine.acts.contains("1:NONE:0"));
        }
    }

    @Test
    void shouldResetBothNumbersOfASessionThatIsOff() {
        try (TestClient client = client("ALPHA1")) {
            client.logon(true);
            client.order("r-1");
            client.take();
            market.act(1, SessionActs.RESET).end();
            await().until(() -> engine.acts.contains("1:SESSION_LOGGED_ON:0"));
            client.send("5");
            assertThat(client.take()).contains("|35=5|");
            assertThat(client.isClosed()).isTrue();
            await().until(() -> acceptor.session("ALPHA1").orElseThrow().remoteAddress() == null);
            engine.fill("r-1", 4);
            await().until(() -> acceptor.session("ALPHA1").orElseThrow().waiting() == 1);
            market.act(1, SessionActs.RESET).end();
            await().until(() -> engine.acts.contains("1:NONE:1"));
            client.nextOut = 1;
            assertThat(client.logon(false)).contains("|35=A|34=1|");
        }
    }

    @Test
    void shouldShowWhatASessionDoes() {
        try (TestClient client = client("ALPHA4")) {
            client.logon(true);
            for (int i = 1; i <= 3; i++) {
                client.order("t-" + i);
                client.take();
            }
            client.send("2", "7=1", "16=0");
            assertThat(client.take()).contains("|35=4|");
            await().until(() -> acceptor.session("ALPHA4").orElseThrow().resendsServed() == 1);
            final FixSessionView view = acceptor.session("ALPHA4").orElseThrow();
            assertThat(view.loggedOn()).isTrue();
            assertThat(view.throttled()).isEqualTo(1);
            assertThat(view.cancelOnDisconnect()).isEqualTo("NONE");
            assertThat(view.loggedOnMicros()).isPositive();
            assertThat(view.lastIn().text()).contains("|35=2|");
            assertThat(acceptor.messages("ALPHA4", 1_000).get(0).text()).contains("|554=***|");
            assertThat(acceptor.messages("ALPHA4", 1_000).get(0).isIncoming()).isTrue();
        }
    }
}
