package io.vexchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.vexchange.engine.model.Code;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixAcceptorTest {
    static final String HASH = Password.hash("demo")
            .with(Argon2Function.getInstance(1024, 1, 1, 32, Argon2.ID))
            .getResult();

    @TempDir
    private Path folder;

    private ScriptedEngine engine;
    private FixAcceptor acceptor;

    @BeforeEach
    void start() {
        engine = new ScriptedEngine(HASH);
        acceptor = FixAcceptor.start(settings(), engine);
    }

    private FixSettings settings() {
        return new FixSettings("127.0.0.1", 0, "VEX", folder, Map.of(), false);
    }

    @AfterEach
    void stop() {
        acceptor.close();
        engine.shutdown();
    }

    private TestClient client(final String name) {
        return new TestClient(name, acceptor.port());
    }

    private void awaitOff(final String name) {
        await().until(() -> acceptor.sessions().stream()
                .filter(each -> each.name().equals(name))
                .noneMatch(each -> each.remoteAddress() != null));
    }

    @Test
    void shouldAnswerALogonAndAnOrder() {
        try (TestClient client = client("ALPHA1")) {
            assertThat(client.logon(true))
                    .contains("|35=A|34=1|49=VEX|", "|56=ALPHA1|", "|98=0|", "|108=30|", "|141=Y|");
            client.order("a-1", "453=1", "448=DESK", "447=D", "452=11", "526=two");
            assertThat(client.take())
                    .contains(
                            "|35=8|34=2|",
                            "|37=1|",
                            "|11=a-1|",
                            "|150=0|39=0|",
                            "|1=ALPHA-A|55=ACME|54=1|38=10|40=2|44=99.00|")
                    .contains("|453=1|448=DESK|447=D|452=11|", "|526=two|", "|151=10|14=0|")
                    .doesNotContain("|7928=", "|58=");
        }
    }

    @Test
    void shouldRefuseAWrongPasswordByOneLogoutThatTakesANumber() {
        try (TestClient client = client("ALPHA1")) {
            client.connect().sendLogon("wrong", true);
            assertThat(client.take()).contains("|35=5|34=1|", "|58=LOGON_REFUSED|");
            assertThat(client.isClosed()).isTrue();
            client.nextOut = 1;
            assertThat(client.logon(false)).contains("|35=A|34=2|");
        }
    }

    @Test
    void shouldTellWhichLogonFieldIsBad() {
        try (TestClient client = client("ALPHA1")) {
            client.connect().sendLogon("demo", true, "8013=Q");
            assertThat(client.take()).contains("|35=5|", "|58=BAD_LOGON_FIELD: 8013|");
        }
    }

    @Test
    void shouldCloseASecondLogonWithoutAWord() {
        try (TestClient first = client("ALPHA1");
                TestClient second = client("ALPHA1")) {
            first.logon(true);
            second.connect().sendLogon("demo", true);
            assertThat(second.isClosed()).isTrue();
            assertThat(first.take()).contains("|35=1|", "|112=STILL_THERE|");
            assertThat(first.isClosed()).isTrue(); // it has not answered for two seconds
        }
    }

    @Test
    void shouldSendWhatWasMissedAsFirstTransmissions() {
        try (TestClient client = client("ALPHA1")) {
            client.logon(true);
            client.order("m-1");
            client.take();
            client.send("5");
            assertThat(client.take()).contains("|35=5|34=3|");
            awaitOff("ALPHA1");
            engine.fill("m-1", 4);
            engine.fill("m-1", 6);
            assertThat(client.logon(false)).contains("|35=A|34=4|");
            assertThat(client.take())
                    .contains("|35=8|34=5|", "|150=F|", "|32=4|", "|137=1.234567|")
                    .doesNotContain("|43=Y|");
            assertThat(client.take()).contains("|35=8|34=6|", "|150=F|", "|32=6|");
        }
    }

    @Test
    void shouldResendTheSameBodyAndFillGaps() {
        try (TestClient client = client("ALPHA1")) {
            client.logon(true);
            client.order("r-1");
            final String first = client.take();
            client.send("1", "112=x");
            assertThat(client.take()).contains("|35=0|34=3|");
            client.send("2", "7=1", "16=0");
            assertThat(client.take()).contains("|35=4|34=1|43=Y|", "|123=Y|36=2|");
            final String again = client.take();
            assertThat(again).contains("|35=8|34=2|43=Y|", "|122=");
            assertThat(again.substring(again.indexOf("|37="), again.indexOf("|10=")))
                    .isEqualTo(first.substring(first.indexOf("|37="), first.indexOf("|10=")));
            assertThat(client.take()).contains("|35=4|34=3|43=Y|", "|36=4|");
            client.order("r-2");
            assertThat(client.take()).contains("|35=8|34=4|");
        }
    }

    @Test
    void shouldLoseAndRepeatNothingWhenTheGatewayStartsAnew() {
        try (TestClient client = client("ALPHA1")) {
            client.logon(true);
            client.order("c-1");
            client.take();
            client.drop();
            awaitOff("ALPHA1");
            engine.fill("c-1", 3);
            acceptor.close();
            engine.fill("c-1", 4);
            acceptor = FixAcceptor.start(settings(), engine);
        }
        try (TestClient client = client("ALPHA1")) {
            client.nextOut = 3;
            assertThat(client.logon(false)).contains("|35=A|34=3|");
            assertThat(client.take()).contains("|34=4|", "|32=3|");
            assertThat(client.take()).contains("|34=5|", "|32=4|");
            client.send("1", "112=x");
            assertThat(client.take()).contains("|35=0|34=6|");
        }
    }

    @Test
    void shouldDiscardWhatWaitsWhenTheClientResets() {
        try (TestClient client = client("ALPHA1")) {
            client.logon(true);
            client.order("d-1");
            client.take();
            client.drop();
            awaitOff("ALPHA1");
            engine.fill("d-1", 3);
            await().until(() -> acceptor.sessions().get(0).waiting() == 1);
            assertThat(client.logon(true)).contains("|35=A|34=1|");
            client.send("1", "112=x");
            assertThat(client.take()).contains("|35=0|34=2|");
        }
    }

    @Test
    void shouldResetInsideASession() {
        try (TestClient client = client("ALPHA1")) {
            client.logon(true);
            client.order("i-1");
            client.take();
            client.nextOut = 1;
            client.sendLogon("demo", true);
            assertThat(client.take()).contains("|35=A|34=1|", "|141=Y|");
            engine.fill("i-1", 3);
            assertThat(client.take()).contains("|35=8|34=2|", "|32=3|");
            client.sendLogon("demo", false);
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void shouldCopyEachReportOfTheFirm() {
        try (TestClient client = client("ALPHA1");
                TestClient copy = client("ALPHADC")) {
            client.logon(true);
            client.order("k-1");
            final String report = client.take();
            copy.stock = false;
            copy.logon(false);
            final String copied = copy.take();
            assertThat(copied).contains("|797=Y|9407=ALPHA1|", "|17=" + TestClient.value(report, 17) + "|", "|7928=N|");
            copy.order("k-2");
            assertThat(copy.take()).contains("|35=j|", "|45=2|372=D|379=k-2|380=6|");
        }
    }

    @Test
    void shouldCancelOnDisconnectBeforeTheNextLogon() {
        try (TestClient client = client("ALPHA1")) {
            client.logon(true, "8013=S", "8015=N");
            client.order("x-1");
            client.take();
            client.drop();
            awaitOff("ALPHA1");
            assertThat(client.logon(false)).contains("|35=A|34=3|");
            assertThat(client.take())
                    .contains("|34=4|", "|150=4|39=4|", "|378=99|", "|58=CANCEL_ON_DISCONNECT|", "|11=x-1|");
            assertThat(engine.disconnects()).containsExactly(new ScriptedEngine.CancelOnDisconnect(1, 1, 'S', true));
        }
    }

    @Test
    void shouldCancelFirstThingAfterACrash() {
        try (TestClient client = client("ALPHA1")) {
            client.logon(true, "8013=Y");
            engine.available(false);
            acceptor.close();
            engine.available(true);
            assertThat(engine.disconnects()).isEmpty();
            acceptor = FixAcceptor.start(settings(), engine);
            await().until(() -> engine.disconnects().size() == 1);
        }
    }

    @Test
    void shouldUseTheNextExpectedNumber() {
        try (TestClient client = client("ALPHA3")) {
            assertThat(client.logon(true)).contains("|58=BAD_LOGON_FIELD: 789|");
        }
        try (TestClient client = client("ALPHA3")) {
            assertThat(client.logon(true, "789=1")).contains("|35=A|", "|789=2|");
            client.order("n-1");
            client.take();
            client.drop();
            awaitOff("ALPHA3");
            assertThat(client.logon(false, "789=2")).contains("|35=A|34=3|", "|789=4|");
            assertThat(client.take()).contains("|35=8|34=2|43=Y|", "|11=n-1|");
        }
    }

    @Test
    void shouldRejectWhatIsMalformed() {
        try (TestClient client = client("ALPHA1")) {
            client.logon(true);
            client.order("é");
            assertThat(client.take()).contains("|35=3|", "|371=11|", "|373=5|");
            client.order("f-1", "9999=1");
            assertThat(client.take()).contains("|35=3|", "|371=9999|", "|373=0|");
            client.order("f-2", "262=1");
            assertThat(client.take()).contains("|35=3|", "|371=262|", "|373=2|");
            client.order("f-3", "55=ACME");
            assertThat(client.take()).contains("|35=3|", "|371=55|", "|373=13|");
            client.order("f-4", "99=");
            assertThat(client.take()).contains("|35=3|", "|371=99|", "|373=4|");
            client.order("f-5", "453=2", "448=A", "447=D", "452=1");
            assertThat(client.take()).contains("|35=3|", "|373=16|");
            client.order("f-6", "453=1", "447=D", "448=A", "452=1");
            assertThat(client.take()).contains("|35=3|", "|373=15|");
            client.order("f-7", "7928=Q");
            assertThat(client.take()).contains("|35=3|", "|371=7928|", "|373=5|");
            client.order("f-8", "59=6", "432=2026-1-1");
            assertThat(client.take()).contains("|35=3|", "|371=432|", "|373=6|");
            client.order("f-9", "111=1e1");
            assertThat(client.take()).contains("|35=3|", "|371=111|", "|373=6|");
            client.send("F", "11=f-10", "55=ACME", "54=1", "38=1", "60=20261125-10:00:00");
            assertThat(client.take()).contains("|35=3|", "|371=41|", "|373=1|");
        }
    }

    @Test
    void shouldRefuseWhatTheGatewayCannotTake() {
        try (TestClient client = client("ALPHA1")) {
            client.logon(true);
            client.send("D", "11=g-1", "55=ACME", "54=1", "40=2", "44=1", "60=20261125-10:00:00");
            assertThat(client.take()).contains("|37=NONE|11=g-1|17=G", "|150=8|39=8|103=13|", "|58=MISSING_FIELD: 38|");
            client.send("D", "11=g-2", "55=NOPE", "54=1", "38=1", "40=1", "60=20261125-10:00:00");
            assertThat(client.take()).contains("|103=1|", "|58=UNKNOWN_SYMBOL|");
            client.send("D", "11=g-3", "1=BETA-A", "55=ACME", "54=1", "38=1", "40=1", "60=20261125-10:00:00");
            assertThat(client.take()).contains("|103=15|", "|58=UNKNOWN_ACCOUNT|");
            client.send("D", "11=g-4", "55=ACME", "54=5", "38=1", "40=1", "60=20261125-10:00:00");
            assertThat(client.take()).contains("|103=11|", "|58=SHORT_SELL|");
            client.send("D", "11=g-5", "55=ACME", "54=1", "38=1", "40=2", "44=1.005", "60=20261125-10:00:00");
            assertThat(client.take()).contains("|103=99|", "|58=PRICE_TICK|");
            client.send("E", "66=l", "394=3", "68=1", "73=1", "11=x", "67=1", "55=ACME", "54=1", "38=1");
            assertThat(client.take()).contains("|35=j|", "|372=E|", "|380=3|", "|58=UNSUPPORTED_MESSAGE|");
            engine.refuseNext(Code.OUTBOX_FULL);
            client.order("g-6");
            assertThat(client.take()).contains("|37=NONE|11=g-6|", "|103=99|", "|58=OUTBOX_FULL|");
            engine.available(false);
            client.order("g-7");
            assertThat(client.take()).contains("|35=j|", "|379=g-7|380=4|");
            engine.available(true);
        }
    }

    @Test
    void shouldAnswerStatusAndRepetitions() {
        try (TestClient client = client("ALPHA1")) {
            client.logon(true);
            client.order("s-1");
            client.take();
            client.send("H", "11=s-1", "55=ACME", "54=1", "790=q");
            assertThat(client.take()).contains("|17=0|150=I|39=0|", "|790=q|", "|11=s-1|");
            client.send("H", "11=s-2", "55=ACME", "54=1");
            assertThat(client.take()).contains("|37=NONE|11=s-2|17=0|150=I|39=8|103=5|", "|58=UNKNOWN_ORDER|");
            client.sendAs(
                    client.nextOut++,
                    "D",
                    "97=Y",
                    "11=s-1",
                    "55=ACME",
                    "54=1",
                    "38=10",
                    "40=2",
                    "44=99",
                    "60=20261125-10:00:00");
            assertThat(client.take()).contains("|150=I|39=0|");
        }
    }

    @Test
    void shouldTellCancelsAndTheirRefusals() {
        try (TestClient client = client("ALPHA1")) {
            client.logon(true);
            client.order("y-1");
            client.take();
            client.send(
                    "G", "11=y-2", "41=y-1", "55=ACME", "54=1", "38=10", "40=2", "44=1.001", "60=20261125-10:00:00");
            assertThat(client.take()).contains("|35=9|", "|11=y-2|41=y-1|", "|434=2|102=99|", "|58=PRICE_TICK|");
            client.send("F", "11=y-3", "41=y-9", "55=ACME", "54=1", "38=10", "60=20261125-10:00:00");
            assertThat(client.take())
                    .contains("|35=9|", "|37=NONE|11=y-3|41=y-9|39=8|434=1|102=1|", "|58=UNKNOWN_ORDER|");
            client.send("F", "11=y-4", "41=y-1", "55=ACME", "54=1", "38=10", "60=20261125-10:00:00");
            assertThat(client.take()).contains("|35=8|", "|150=4|39=4|", "|11=y-4|41=y-1|");
            client.order("y-5");
            client.take();
            client.send("q", "11=y-6", "530=7", "60=20261125-10:00:00");
            assertThat(client.take()).contains("|150=4|39=4|378=99|", "|58=MASS_CANCEL|");
            assertThat(client.take()).contains("|35=r|", "|530=7|531=7|533=1|", "|534=1|41=y-5|535=2|", "|11=y-6|");
            client.send("q", "11=y-7", "530=1", "55=NOPE", "60=20261125-10:00:00");
            assertThat(client.take()).contains("|35=r|", "|531=0|532=1|533=0|58=UNKNOWN_SYMBOL|");
            client.send("q", "11=y-8", "530=7", "1=BETA-A", "60=20261125-10:00:00");
            assertThat(client.take()).contains("|531=0|532=0|533=0|58=UNKNOWN_ACCOUNT|");
            client.send("AF", "584=m", "585=7");
            assertThat(client.take()).contains("|37=NONE|17=0|150=I|39=8|", "|58=NO_ORDERS|", "|584=m|911=0|912=Y|");
        }
    }

    @Test
    void shouldTellWhatEverybodyMayKnow() {
        try (TestClient client = client("ALPHAMD")) {
            client.logon(true);
            client.send("V", "262=m-1", "263=0", "264=0", "267=2", "269=0", "269=1", "146=1", "55=ACME");
            assertThat(client.take()).contains("|35=W|", "|262=m-1|55=ACME|268=0|");
            client.send("V", "262=m-2", "263=0", "264=0", "267=1", "269=0", "146=1", "55=NOPE");
            assertThat(client.take()).contains("|35=Y|", "|262=m-2|281=0|");
            client.send("x", "320=x-1", "559=4");
            assertThat(client.take())
                    .contains("|35=y|", "|320=x-1|", "|560=0|393=1|893=Y|146=1|55=ACME|", "|15=USD|561=1|");
            client.send("e", "324=e-1", "55=ACME", "263=0");
            assertThat(client.take()).contains("|35=f|", "|324=e-1|55=ACME|625=CONTINUOUS|325=N|326=17|");
            client.send("D", "11=z-1", "55=ACME", "54=1", "38=1", "40=1", "60=20261125-10:00:00");
            assertThat(client.take()).contains("|35=j|", "|372=D|379=z-1|380=6|");
        }
    }

    @Test
    void shouldThrottle() {
        try (TestClient client = client("ALPHA4")) {
            client.logon(true);
            for (int i = 1; i <= 3; i++) {
                client.order("t-" + i);
            }
            final String all = client.take() + client.take() + client.take();
            assertThat(all).contains("|11=t-3|", "|103=99|", "|58=THROTTLED|");
        }
    }

    @Test
    void shouldRejectAWrongCompIdAndLogOut() {
        try (TestClient client = client("ALPHA1")) {
            client.logon(true);
            final StringBuilder time = FixText.time(new StringBuilder(), OutboundMessage.nowMicros(), false);
            client.raw(FixText.frame("35=0\00134=2\00149=ALPHA9\00152=" + time + "\00156=VEX\001"));
            assertThat(client.take()).contains("|35=3|", "|373=9|");
            assertThat(client.take()).contains("|35=5|");
        }
    }

    @Test
    void shouldSayGoodbyeWhenItStops() {
        try (TestClient client = client("ALPHA1")) {
            client.logon(true);
            final Thread stopping = new Thread(acceptor::close);
            stopping.start();
            assertThat(client.take()).contains("|35=5|", "|58=EXCHANGE_STOPPING|");
            client.send("5");
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void shouldCloseOnGarbage() {
        for (final String each : new String[] {
            "GET / HTTP/1.1\r\n\r\n" + "x".repeat(9000),
            "8=FIX.4.4\0019=5\00135=0\00110=000\001",
            "8=FIX.4.4\0019=99999\001" + "x".repeat(9000)
        }) {
            try (TestClient client = client("ALPHA1")) {
                client.connect().raw(each);
                assertThat(client.isClosed()).as(each).isTrue();
            }
        }
    }
}
