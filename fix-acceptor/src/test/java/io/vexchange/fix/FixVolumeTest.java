package io.vexchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many messages: a backlog, a long resend, a client that does not read. */
@Tag("slow")
class FixVolumeTest {
    private static final int MANY = 30_000;

    @TempDir
    private Path folder;

    private ScriptedEngine engine;
    private FixAcceptor acceptor;

    @BeforeEach
    void start() {
        engine = new ScriptedEngine(Password.hash("demo")
                .with(Argon2Function.getInstance(1024, 1, 1, 32, Argon2.ID))
                .getResult());
        acceptor = FixAcceptor.start(new FixSettings("127.0.0.1", 0, "VEX", folder, Map.of(), false), engine);
    }

    @AfterEach
    void stop() {
        acceptor.close();
        engine.shutdown();
    }

    private FixSessionView view(final String name) {
        return acceptor.sessions().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void send(final TestClient client, final int from, final int to) {
        for (int i = from; i <= to; i++) {
            client.order("v-" + i);
        }
    }

    @Test
    void shouldDeliverResendAndCopyAllInOrder() {
        try (TestClient client = new TestClient("ALPHA1", acceptor.port());
                TestClient copy = new TestClient("ALPHADC", acceptor.port())) {
            client.stock = false;
            copy.stock = false;
            client.logon(true);
            final Thread sender = new Thread(() -> send(client, 1, MANY));
            sender.start();
            for (int i = 1; i <= MANY; i++) {
                final String message = client.take();
                assertThat(message).contains("|34=" + (i + 1) + "|").contains("|11=v-" + i + "|");
            }
            client.send("2", "7=2", "16=" + (MANY + 1));
            for (int i = 1; i <= MANY; i++) {
                final String message = client.take();
                assertThat(message).contains("|34=" + (i + 1) + "|43=Y|").contains("|11=v-" + i + "|");
            }
            assertThat(view("ALPHADC").waiting()).isEqualTo(MANY);
            copy.logon(false);
            for (int i = 1; i <= MANY; i++) {
                assertThat(copy.take()).contains("|34=" + (i + 1) + "|").contains("|11=v-" + i + "|");
            }
            await().until(() -> engine.durable() == MANY);
            assertThat(view("ALPHADC").waiting()).isZero();
        }
    }

    @Test
    void shouldCutOffAClientThatDoesNotRead() {
        try (TestClient client = new TestClient("ALPHA1", acceptor.port());
                TestClient other = new TestClient("ALPHA3", acceptor.port())) {
            client.reads = false;
            client.connect().sendLogon("demo", true);
            await().until(() -> view("ALPHA1").loggedOn());
            final Thread sender = new Thread(() -> {
                try {
                    send(client, 1, 4 * MANY);
                } catch (final RuntimeException e) {
                    // cut off, as it should be
                }
            });
            sender.start();
            await().atMost(Duration.ofSeconds(60)).until(() -> !view("ALPHA1").loggedOn());
            other.logon(true, "789=1");
            other.order("o-1");
            assertThat(other.take()).contains("|11=o-1|");
        }
    }
}
