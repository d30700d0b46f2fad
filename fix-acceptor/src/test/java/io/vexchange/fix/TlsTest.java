package io.vexchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@Timeout(300)
class TlsTest {
    @TempDir
    private static Path shared;

    private static Certificates certificates;

    @TempDir
    private Path folder;

    private ScriptedEngine engine;
    private FixAcceptor acceptor;

    @BeforeAll
    static void make() throws Exception {
        certificates = new Certificates(shared)
                .sign("venue", "EC")
                .sign("ALPHA1", "RSA")
                .sign("other", "RSA");
    }

    private void start(final boolean clients) {
        engine = new ScriptedEngine(FixAcceptorTest.HASH);
        acceptor = FixAcceptor.start(
                new FixSettings("127.0.0.1", 0, "VEX", folder, Map.of(), false).withTls(tls(clients)), engine);
    }

    private static FixTls tls(final boolean clients) {
        return new FixTls(
                certificates.pemFile("venue"),
                certificates.keyFile("venue"),
                clients ? certificates.pemFile("ca") : null);
    }

    @AfterEach
    void stop() {
        if (acceptor != null) {
            acceptor.close();
            engine.shutdown();
        }
    }

    private TestClient client(final String name, final String certificate) throws Exception {
        final TestClient client = new TestClient(name, acceptor.port());
        client.sockets = certificates.client(certificate);
        return client;
    }

    @Test
    void shouldTradeInsideTls() throws Exception {
        start(false);
        try (TestClient client = client("ALPHA1", null)) {
            assertThat(client.logon(true)).contains("|35=A|34=1|");
            for (int i = 0; i < 500; i++) {
                client.order("t-" + i);
            }
            for (int i = 0; i < 500; i++) {
                assertThat(client.take()).contains("|11=t-" + i + "|");
            }
            client.send("5");
            assertThat(client.take()).contains("|35=5|");
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void shouldSpeakOnly12And13() throws Exception {
        start(false);
        for (final String each : new String[] {"TLSv1.2", "TLSv1.3"}) {
            assertThat(handshake(each)).isEqualTo(each);
        }
        assertThatThrownBy(() -> handshake("TLSv1.1")).isInstanceOf(Exception.class);
    }

    private String handshake(final String protocol) throws Exception {
        try (SSLSocket socket =
                (SSLSocket) certificates.client(null).createSocket(InetAddress.getLoopbackAddress(), acceptor.port())) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.setSoTimeout(10_000);
            socket.startHandshake();
            return socket.getSession().getProtocol();
        }
    }

    /** A client that does not speak TLS gets nothing, and is no trouble. */
    @Test
    void shouldCloseWhoSpeaksInClear() throws Exception {
        start(false);
        try (TestClient client = new TestClient("ALPHA1", acceptor.port())) {
            client.connect().sendLogon("demo", true);
            client.stock = false;
            assertThat(client.isClosed()).isTrue();
        }
        try (TestClient client = client("ALPHA1", null)) {
            assertThat(client.logon(true)).contains("|35=A|");
        }
    }

    @Test
    void shouldBindACertificateToItsName() throws Exception {
        start(true);
        try (TestClient client = client("ALPHA1", "other")) {
            assertThat(client.logon(true)).contains("|35=5|34=1|", "|58=LOGON_REFUSED|");
        }
        try (TestClient client = client("ALPHA1", null)) {
            assertThat(client.logon(true)).contains("|35=5|34=2|", "|58=LOGON_REFUSED|");
        }
        try (TestClient client = client("ALPHA1", "ALPHA1")) {
            assertThat(client.logon(false)).contains("|35=A|34=3|");
        }
    }

    @Test
    void shouldRefuseACertificateOfAnotherAuthority() throws Exception {
        start(true);
        final Certificates strangers = new Certificates(folder.resolve("strangers")).sign("ALPHA1", "EC");
        try (TestClient client = new TestClient("ALPHA1", acceptor.port())) {
            client.sockets = strangers.client("ALPHA1");
            assertThatThrownBy(() -> {
                        client.connect();
                        client.sendLogon("demo", true);
                        if (client.isClosed()) {
                            throw new SSLException("closed");
                        }
                    })
                    .isInstanceOf(Exception.class);
        }
    }

    @Test
    void shouldUseFilesThatHaveChanged() throws Exception {
        start(false);
        final String before = subject();
        Files.copy(certificates.pemFile("venue"), folder.resolve("kept.pem"));
        Files.copy(certificates.keyFile("venue"), folder.resolve("kept.key"));
        try {
            certificates.replace("venue", "other");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(subject()).isNotEqualTo(before).contains("CN=other"));
            Files.writeString(certificates.pemFile("venue"), "no certificate");
            assertThat(subject()).contains("CN=other");
        } finally {
            Files.copy(folder.resolve("kept.pem"), certificates.pemFile("venue"), REPLACE);
            Files.copy(folder.resolve("kept.key"), certificates.keyFile("venue"), REPLACE);
        }
    }

    private static final java.nio.file.CopyOption REPLACE = java.nio.file.StandardCopyOption.REPLACE_EXISTING;

    private String subject() throws Exception {
        try (SSLSocket socket =
                (SSLSocket) certificates.client(null).createSocket(InetAddress.getLoopbackAddress(), acceptor.port())) {
            socket.setSoTimeout(10_000);
            socket.startHandshake();
            return socket.getSession().getPeerPrincipal().getName();
        }
    }

    @Test
    void shouldNameAFileThatDoesNotDo() throws Exception {
        final Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing");
        assertThatThrownBy(() -> PemFiles.context(new FixTls(empty, certificates.keyFile("venue"), null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("empty.pem");
        assertThatThrownBy(() -> PemFiles.context(new FixTls(certificates.pemFile("venue"), empty, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("empty.pem");
        assertThatThrownBy(() -> PemFiles.context(
                        new FixTls(certificates.pemFile("venue"), certificates.keyFile("other"), null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key");
    }
}
