package io.vexchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trade capture, positions and collateral. */
class BackOfficeTest {
    private static final String HASH = Password.hash("demo")
            .with(Argon2Function.getInstance(1024, 1, 1, 32, Argon2.ID))
            .getResult();
    private static final String[] POSITIONS = {
        "453=1", "448=ALPHA", "447=D", "452=1", "581=1", "715=20261125", "60=20261125-10:00:00"
    };

    /** Answers what the test has put in. */
    private static final class Past implements TradeHistory {
        final List<TradeSide> sides = new ArrayList<>();
        final ConcurrentLinkedQueue<TradeSearch> asked = new ConcurrentLinkedQueue<>();
        volatile boolean isDown;

        @Override
        public long position() {
            return Long.MAX_VALUE;
        }

        @Override
        public List<TradeSide> sides(final TradeSearch search, final int limit) {
            if (isDown) {
                throw new HistoryUnavailableException(null);
            }
            asked.add(search);
            return sides.subList(0, Math.min(limit, sides.size()));
        }
    }

    @TempDir
    private Path folder;

    private final Past past = new Past();
    private ScriptedEngine engine;
    private PublicItems market;
    private FixAcceptor acceptor;

    @BeforeEach
    void start() {
        engine = new ScriptedEngine(HASH);
        market = new PublicItems(engine);
        acceptor = FixAcceptor.start(new FixSettings("127.0.0.1", 0, "VEX", folder, Map.of(), false), engine, past);
    }

    @AfterEach
    void stop() {
        acceptor.close();
        engine.shutdown();
    }

    private TestClient client(final String name) {
        return new TestClient(name, acceptor.port());
    }

    private static TradeSide side(final long execId, final int status) {
        return new TradeSide(
                execId,
                7,
                5,
                "c-1",
                "ALPHA-A",
                "ACME",
                '1',
                "99.00",
                "3",
                "0.029700",
                "USD",
                status,
                20261125,
                1_700_000_000_123_456L);
    }

    @Test
    void shouldReportEachSideAsItStands() {
        past.sides.addAll(List.of(side(11, 0), side(12, 1), side(13, 2)));
        try (TestClient client = client("ALPHA1")) {
            client.logon(true);
            client.send("AD", "568=r", "569=1", "11=c-1", "55=ACME", "580=2", "75=20261124", "75=20261125", "54=1");
            assertThat(client.take()).contains("|35=AQ|", "|568=r|569=1|748=3|749=0|750=0|");
            assertThat(client.take())
                    .contains(
                            "|35=AE|", "|571=11|487=0|856=0|568=r|150=F|912=N|", "|17=11|570=N|55=ACME|32=3|31=99.00|")
                    .contains("|75=20261125|60=20231114-22:13:20.123|552=1|54=1|37=5|11=c-1|1=ALPHA-A|")
                    .contains("|136=1|137=0.029700|138=USD|139=4|891=0|");
            assertThat(client.take()).contains("|571=12|487=2|", "|150=G|912=N|");
            assertThat(client.take()).contains("|571=13|487=1|", "|150=H|912=Y|");
            assertThat(past.asked.poll())
                    .isEqualTo(new TradeSearch(
                            List.of("ALPHA-A"),
                            null,
                            "c-1",
                            "ACME",
                            '1',
                            null,
                            LocalDate.of(2026, 11, 24),
                            LocalDate.of(2026, 11, 25),
                            null,
                            null));
        }
    }

    @Test
    void shouldSendALongAnswerWithoutLosingTheAsker() {
        for (int i = 1; i <= 10_000; i++) {
            past.sides.add(side(i, 0));
        }
        try (TestClient client = client("ALPHADC")) {
            client.stock = false;
            client.logon(true);
            client.send("AD", "568=r", "569=0", "1=ALPHA-A");
            assertThat(client.take()).contains("|748=10000|");
            for (int i = 1; i < 10_000; i++) {
                assertThat(client.take()).contains("|571=" + i + "|", "|912=N|");
            }
            assertThat(client.take()).contains("|912=Y|");
            past.sides.add(side(10_001, 0));
            client.send("AD", "568=r2", "569=0");
            assertThat(client.take()).contains("|568=r2|569=0|748=0|749=99|750=2|58=TOO_MANY|");
        }
    }

    @Test
    void shouldRefuseWhatItCannotAnswer() {
        try (TestClient client = client("ALPHA1")) {
            client.logon(true);
            client.send("AD", "568=a", "569=2");
            assertThat(client.take()).contains("|749=8|750=2|58=UNSUPPORTED_COMBINATION: 569|");
            client.send("AD", "568=b", "569=0", "263=1");
            assertThat(client.take()).contains("|749=99|750=2|58=UNSUPPORTED_COMBINATION: 263|");
            client.send("AD", "568=c", "569=0", "55=NOPE");
            assertThat(client.take()).contains("|749=1|750=2|58=UNKNOWN_SYMBOL|");
            client.send("AD", "568=d", "569=0", "552=1", "54=1");
            assertThat(client.take()).contains("|35=3|");
            past.isDown = true;
            client.send("AD", "568=e", "569=0");
            assertThat(client.take()).contains("|748=0|749=99|750=2|58=STORE_UNAVAILABLE|");
            client.send("AN", join("710=p", "724=1", "1=ALPHA-A"));
            assertThat(client.take()).contains("|35=AO|", "|727=0|728=4|729=2|", "|58=UNSUPPORTED_COMBINATION: 724|");
            client.send("AN", join("710=q", "724=0", "1=BETA-A"));
            assertThat(client.take()).contains("|35=AO|", "|728=1|729=2|", "|58=UNKNOWN_ACCOUNT|");
            client.send("AN", join("710=q", "724=0", "1=ALPHA-A"));
            assertThat(client.take()).contains("|35=AO|", "|727=0|728=2|729=0|");
            client.send("BB", "909=b", "1=BETA-A");
            assertThat(client.take()).contains("|35=BG|", "|909=b|945=4|946=3|", "|58=UNKNOWN_ACCOUNT|");
            client.send("BB", "1=ALPHA-A");
            assertThat(client.take()).contains("|35=3|", "|371=909|", "|373=1|");
        }
        try (TestClient client = client("ALPHAMD")) {
            client.logon(true);
            client.send("AD", "568=a", "569=0");
            assertThat(client.take()).contains("|35=j|", "|372=AD|379=a|380=6|58=NOT_AUTHORIZED|");
        }
    }

    private static String[] join(final String... first) {
        final List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(POSITIONS));
        return all.toArray(new String[0]);
    }

    @Test
    void shouldReportWhatAnAccountHolds() {
        market.trade(1, 9900, 1).balance(1, 12, 5).balance(2, -2_500_000, 0).end();
        try (TestClient client = client("ALPHA1")) {
            client.logon(true);
            client.send("AN", join("710=p", "724=0", "1=ALPHA-A"));
            assertThat(client.take())
                    .contains("|35=AO|", "|710=p|727=2|728=0|729=0|453=1|448=ALPHA|447=D|452=1|1=ALPHA-A|581=1|");
            assertThat(client.take())
                    .contains("|35=AP|", "|727=2|728=0|715=20261125|", "|55=ACME|730=99.00|731=2|734=99.00|")
                    .contains("|702=1|703=TOT|704=12|753=1|707=FMTM|708=1188.00|");
            assertThat(client.take()).contains("|55=USD|730=1|", "|703=TOT|705=2.500000|753=1|707=FMTM|708=-2.500000|");
            client.send("BB", "909=b");
            assertThat(client.take())
                    .contains("|35=BA|", "|909=b|910=3|911=2|912=N|1=ALPHA-A|15=ACME|899=7|900=12|901=5|");
            assertThat(client.take()).contains("|912=Y|1=ALPHA-A|15=USD|899=-2.500000|900=-2.500000|901=0.000000|");
        }
    }
}
