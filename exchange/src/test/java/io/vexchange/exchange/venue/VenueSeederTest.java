package io.vexchange.exchange.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vexchange.engine.client.Directory;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.Session;
import io.vexchange.engine.model.AccountType;
import io.vexchange.engine.model.SelfTradePrevention;
import io.vexchange.engine.model.SessionRole;
import io.vexchange.exchange.StartFailure;
import io.vexchange.exchange.config.ConfigLoader;
import io.vexchange.exchange.config.VenueSeed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VenueSeederTest {
    private final VenueSeed seed =
            new ConfigLoader(Path.of(".."), Map.of()).load(null, Map.of()).seed();
    private final PasswordHashes hashes = new PasswordHashes();
    private final SeedView view = new SeedView();
    private final DirectoryEngine engine = new DirectoryEngine(view);

    @AfterEach
    void end() {
        hashes.close();
    }

    private VenueSeeder seeder(final SeedView of, final DirectoryEngine to, final VenueSeed what) {
        return new VenueSeeder(of, new SeedCommands(to), what, hashes);
    }

    private void seedAll() throws InterruptedException {
        hashes.begin(seed);
        seeder(view, engine, seed).seed();
    }

    /** The seed with one more account, which is ALPHA's. */
    private VenueSeed withAnotherAccount() {
        final List<VenueSeed.Participant> participants = new ArrayList<>(seed.participants());
        final VenueSeed.Participant alpha = participants.get(0);
        final List<VenueSeed.Account> accounts = new ArrayList<>(alpha.accounts());
        accounts.add(new VenueSeed.Account(
                "ALPHA-C", AccountType.CASH, accounts.get(0).balances()));
        participants.set(
                0,
                new VenueSeed.Participant(
                        alpha.id(), "Renamed", alpha.selfTradePrevention(), accounts, alpha.sessions()));
        return new VenueSeed(seed.assets(), seed.instruments(), participants, seed.users());
    }

    @Test
    void shouldDefineEverythingOfTheSeed() throws InterruptedException {
        seedAll();
        final Directory directory = view.directory();
        final Instrument btc = directory.instrument("BTC-USD");
        assertThat(btc.price(btc.referencePriceTicks())).isEqualTo("50000.00");
        assertThat(btc.quantity(btc.minimumLots())).isEqualTo("0.0001");
        assertThat(btc.quantity(btc.maximumLots())).isEqualTo("1000.0000");
        assertThat(btc.maximumNotional()).isEqualTo(1L << 62);
        final Session beta2 = directory.session("BETA2");
        assertThat(beta2.role()).isEqualTo(SessionRole.ORDER_ENTRY);
        assertThat(beta2.selfTradePrevention()).isNull();
        assertThat(beta2.defaultAccountId())
                .isEqualTo(directory.account("BETA-B").id());
        assertThat(SeedProperties.parse(beta2.properties()).toString())
                .isEqualTo(
                        "{\"throttle\":{\"perSecond\":1000,\"burst\":2000},\"extensions\":false,\"nextExpected\":true,"
                                + "\"addresses\":[],\"cancelOnDisconnect\":\"NONE\"}");
        assertThat(directory.session("LOADMD").accountIds()).isEmpty();
        assertThat(directory.session("LOADMD").defaultAccountId()).isZero();
        assertThat(directory.participant("LOAD").selfTradePrevention()).isEqualTo(SelfTradePrevention.NONE);
        assertThat(SeedProperties.text(directory.participant("ALPHA").properties(), "name"))
                .isEqualTo("Alpha Trading");
        assertThat(directory.user("alpha").accountIds())
                .containsExactly(
                        directory.account("ALPHA-A").id(),
                        directory.account("ALPHA-B").id());
        assertThat(directory.account("VEX-FEES").type()).isEqualTo(AccountType.EXCHANGE);
        assertThat(engine.taken()).endsWith("token beta-seed-1", "account VEX-FEES");
        assertThat(engine.taken())
                .filteredOn(each -> each.startsWith("deposit"))
                .hasSize(48)
                .contains("deposit 1 1 1000000000000000", "deposit 1 4 10000000");
    }

    @Test
    void shouldKeepNoSecretInTheClear() throws InterruptedException {
        seedAll();
        assertThat(view.directory().sessions()).allSatisfy(each -> {
            final String hash = SeedProperties.text(each.properties(), "passwordHash");
            assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        });
        assertThat(view.directory().sessions().stream()
                        .map(each -> SeedProperties.text(each.properties(), "passwordHash"))
                        .distinct())
                .hasSize(18);
        assertThat(view.directory().tokens())
                .allSatisfy(each -> assertThat(each.name() + each.properties()).doesNotContain("demo"));
        assertThat(SeedProperties.text(view.directory().token("admin-seed-1").properties(), "sha256"))
                .isEqualTo(SeedProperties.sha256("demo-admin"));
    }

    @Test
    void shouldChangeNothingOnALaterStart() throws InterruptedException {
        seedAll();
        final SeedView later = new SeedView();
        final DirectoryEngine restarted = engine.restarted(later);
        final VenueSeeder seeder = seeder(later, restarted, seed);
        seeder.seed();
        assertThat(restarted.taken()).isEmpty();
        assertThat(seeder.differences()).isEmpty();
    }

    @Test
    void shouldAddWhatIsNewAndNameWhatDiffers() throws InterruptedException {
        seedAll();
        final SeedView later = new SeedView();
        final DirectoryEngine restarted = engine.restarted(later);
        final VenueSeeder seeder = seeder(later, restarted, withAnotherAccount());
        seeder.seed();
        assertThat(restarted.taken()).hasSize(5).startsWith("account ALPHA-C");
        assertThat(seeder.differences()).containsExactly("participant ALPHA");
    }

    @Test
    void shouldGoOnWhereAFirstStartWasKilled() throws InterruptedException {
        hashes.begin(seed);
        for (int commands = 1; commands < 100; commands += 7) {
            final SeedView first = new SeedView();
            final DirectoryEngine killed = new DirectoryEngine(first);
            killed.dieAfter(commands);
            final VenueSeeder interrupted = seeder(first, killed, seed);
            assertThatThrownBy(interrupted::seed).isInstanceOf(StartFailure.class);
            final List<String> all = new ArrayList<>(killed.taken());
            final SeedView second = new SeedView();
            final DirectoryEngine restarted = killed.restarted(second);
            seeder(second, restarted, seed).seed();
            all.addAll(restarted.taken());
            assertThat(all).doesNotHaveDuplicates().hasSize(100);
        }
    }

    @Test
    void shouldFindDemoCredentials() throws InterruptedException {
        assertThat(DemoCredentials.inUse(view.directory(), null)).isFalse();
        assertThat(DemoCredentials.inUse(view.directory(), "demo")).isTrue();
        seedAll();
        assertThat(DemoCredentials.inUse(view.directory(), null)).isTrue();
    }

    @Test
    void shouldFindADemoPasswordWithoutADemoToken() throws InterruptedException {
        final VenueSeed one = new VenueSeed(
                List.of(),
                List.of(),
                List.of(),
                List.of(new VenueSeed.User(
                        "eve", io.vexchange.engine.model.UserRole.VIEWER, List.of(), "demo", List.of("t"))));
        seeder(view, engine, one).seed();
        assertThat(DemoCredentials.inUse(view.directory(), "other")).isTrue();
    }
}
