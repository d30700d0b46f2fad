package io.vexchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketDataTest {
    private static final String HASH = Password.hash("demo")
            .with(Argon2Function.getInstance(1024, 1, 1, 32, Argon2.ID))
            .getResult();
    private static final String[] ALL = {
        "267=8", "269=0", "269=1", "269=2", "269=4", "269=5", "269=7", "269=8", "269=B", "146=1", "55=ACME"
    };

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

    private TestClient client() {
        return new TestClient("ALPHAMD", acceptor.port());
    }

    private static void request(final TestClient client, final String... fields) {
        final String[] all = new String[fields.length + ALL.length];
        System.arraycopy(fields, 0, all, 0, fields.length);
        System.arraycopy(ALL, 0, all, fields.length, ALL.length);
        client.send("V", all);
    }

    @Test
    void shouldTellStockClientsOfLevelsAndTradesWithoutExtensions() {
        try (TestClient client = client()) {
            client.logon(true);
            market.book(0, true, 1, 9900, 5).end();
            request(client, "262=s", "263=1", "264=0", "265=1", "266=Y");
            assertThat(client.take())
                    .contains("|35=W|", "|262=s|55=ACME|268=2|269=0|270=99.00|271=5|346=1|269=B|271=0|");
            market.book(0, true, 2, 9900, 7).end();
            assertThat(client.take())
                    .contains("|35=X|", "|262=s|268=1|279=1|269=0|55=ACME|270=99.00|271=12|346=2|")
                    .doesNotContain("|83=");
            market.trade(77, 9900, 5).book(2, true, 1, 9900, 0).end();
            assertThat(client.take())
                    .contains("|268=6|279=0|269=2|278=77|55=ACME|270=99.00|271=5|272=20231114|273=22:13:20.123|")
                    .contains("|279=0|269=4|", "|279=0|269=7|", "|279=0|269=8|", "|279=1|269=B|55=ACME|271=5|")
                    .contains("|279=1|269=0|55=ACME|270=99.00|271=7|346=1|");
            market.book(2, true, 2, 9900, 0).end();
            assertThat(client.take()).contains("|268=1|279=2|269=0|55=ACME|270=99.00|10=");
        }
    }

    @Test
    void shouldTellExtendedClientsOfOrdersWithoutAGap() {
        try (TestClient client = client()) {
            client.stock = false;
            client.logon(true, "8016=Y");
            market.book(0, false, 1, 10100, 5).end();
            request(client, "262=o", "263=1", "264=0", "266=N");
            assertThat(client.take()).contains("|35=W|", "|269=1|270=101.00|271=5|278=1|269=B|271=0|83=1|");
            market.book(2, false, 1, 10100, 0).book(0, false, 1, 10200, 5).end();
            assertThat(client.take())
                    .contains("|268=2|279=2|269=1|278=1|55=ACME|270=101.00|83=2|")
                    .contains("|279=0|269=1|278=1|55=ACME|270=102.00|271=5|83=3|");
            market.trade(5, 10200, 2).book(1, false, 1, 10200, 3).end();
            assertThat(client.take())
                    .contains("|279=0|269=2|278=5|", "|273=22:13:20.123456|83=4|", "|279=1|269=B|55=ACME|271=2|83=4|")
                    .contains("|279=1|269=1|278=1|55=ACME|270=102.00|271=3|83=5|");
        }
    }

    @Test
    void shouldShowAWindowAndTheWholeBookInFull() {
        try (TestClient client = client()) {
            client.logon(true);
            market.book(0, true, 1, 9900, 5).book(0, true, 2, 9800, 5).end();
            client.send("V", "262=w", "263=1", "264=1", "265=1", "267=2", "269=0", "269=1", "146=1", "55=ACME");
            assertThat(client.take()).contains("|268=1|269=0|270=99.00|");
            client.send("V", "262=f", "263=1", "264=0", "265=0", "267=1", "269=0", "146=1", "55=ACME");
            assertThat(client.take()).contains("|35=W|", "|262=f|55=ACME|268=2|");
            market.book(0, true, 3, 9950, 1).end();
            final String both = client.take() + client.take();
            assertThat(both)
                    .contains("|262=w|268=2|279=2|269=0|55=ACME|270=99.00|279=0|269=0|55=ACME|270=99.50|271=1|346=1|")
                    .contains("|35=W|", "|262=f|55=ACME|268=3|269=0|270=99.50|");
        }
    }

    @Test
    void shouldRefuseEachFaultWithItsReason() {
        try (TestClient client = client()) {
            client.logon(true);
            request(client, "262=a", "263=1", "264=0");
            assertThat(client.take()).contains("|35=W|");
            request(client, "262=a", "263=1", "264=0");
            assertThat(client.take()).contains("|35=Y|", "|262=a|281=1|58=IN_USE|");
            request(client, "262=a", "263=0", "264=0");
            assertThat(client.take()).contains("|35=Y|", "|262=a|281=1|");
            request(client, "262=b", "263=2", "264=0");
            assertThat(client.take()).contains("|281=4|58=NOT_FOUND|");
            request(client, "262=c", "263=0", "264=-1");
            assertThat(client.take()).contains("|281=5|58=UNSUPPORTED_FIELD: 264|");
            client.send("V", "262=d", "263=0", "264=0", "267=1", "269=3", "146=1", "55=ACME");
            assertThat(client.take()).contains("|281=8|58=UNSUPPORTED_FIELD: 269|");
            client.send("V", "262=e", "263=1", "264=0", "267=1", "269=0", "146=2", "55=ACME", "55=NOPE");
            assertThat(client.take()).contains("|281=0|58=UNKNOWN_SYMBOL: NOPE|");
            client.send("V", "262=e", "263=0", "264=0", "267=1", "269=0", "146=1", "55=ACME");
            assertThat(client.take()).contains("|35=W|", "|262=e|");
        }
    }

    @Test
    void shouldEndASubscriptionByRequestOrDisconnect() {
        try (TestClient client = client()) {
            client.logon(true);
            request(client, "262=a", "263=1", "264=0");
            client.take();
            request(client, "262=a", "263=2", "264=0");
            client.send("1", "112=behind");
            assertThat(client.take()).contains("|112=behind|");
            market.book(0, true, 1, 9900, 5).end();
            request(client, "262=a", "263=1", "264=0");
            assertThat(client.take()).contains("|35=W|", "|270=99.00|");
            client.drop();
            client.logon(true);
            market.book(0, true, 2, 9900, 5).end();
            request(client, "262=a", "263=1", "264=0");
            assertThat(client.take()).contains("|35=W|", "|270=99.00|271=10|");
        }
    }

    @Test
    void shouldNumberOnOverARestartAndFillResendsOfMarketData() {
        try (TestClient client = client()) {
            client.logon(true);
            request(client, "262=a", "263=0", "264=0");
            assertThat(client.take()).contains("|35=W|34=2|");
            client.send("2", "7=1", "16=0");
            assertThat(client.take()).contains("|35=4|34=1|43=Y|", "|123=Y|36=3|");
        }
    }

    @Test
    void shouldSendASnapshotInsteadOfAJumpToWhoDoesNotKeepUp() {
        try (TestClient client = client()) {
            client.stock = false;
            client.reads = false;
            client.connect().sendLogon("demo", true, "8016=Y");
            request(client, "262=c", "263=1", "264=0", "266=N");
            for (int i = 1; i <= 150_000; i++) {
                market.book(0, true, i, 9000 + i % 500, 1).endLater();
            }
            engine.awaitTold();
            client.read();
            long newest = -1;
            int snapshots = 0;
            assertThat(client.take()).contains("|35=A|");
            while (newest < market.publicSequence()) {
                final String message = client.take();
                assertThat(message).contains("|262=c|");
                if (message.contains("|35=W|")) {
                    snapshots++;
                    newest = Long.parseLong(message.replaceAll("(?s).*\\|83=(\\d+)\\|.*", "$1"));
                    continue;
                }
                for (int at = message.indexOf("|83="); at >= 0; at = message.indexOf("|83=", at + 1)) {
                    final long next = Long.parseLong(message.substring(at + 4, message.indexOf('|', at + 1)));
                    assertThat(next).isEqualTo(newest + 1);
                    newest = next;
                }
            }
            assertThat(snapshots).isGreaterThan(1);
        }
    }
}
