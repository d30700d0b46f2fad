package io.vexchange.exchange.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.model.Phase;
import io.vexchange.engine.model.SelfTradePrevention;
import io.vexchange.engine.model.SessionRole;
import io.vexchange.engine.model.UserRole;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The demo venue is what documents, scripts and tests count on. */
class ShippedConfigTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    private final ExchangeConfig config = new ConfigLoader(HOME, Map.of()).load(null, Map.of());

    private VenueSeed.Instrument instrument(final String symbol) {
        return config.seed().instruments().stream()
                .filter(each -> each.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    private Stream<VenueSeed.Session> sessions() {
        return config.seed().participants().stream().flatMap(each -> each.sessions().stream());
    }

    private VenueSeed.Session session(final String id) {
        return sessions().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void shouldBeTheDemoVenue() {
        assertThat(config.data()).isEqualTo(HOME.resolve("data"));
        assertThat(config.web().publicMarketData()).isTrue();
        assertThat(config.web().ratePerSecond()).isEqualTo(1_000);
        assertThat(config.web().rateBurst()).isEqualTo(2_000);
        assertThat(config.web().socketsPerUser()).isEqualTo(2_000);
        assertThat(config.store().port()).isEqualTo(5433);
        assertThat(config.store().reader().password()).isEqualTo("demo");
        assertThat(config.seed().assets())
                .containsExactly(
                        new VenueSeed.Asset("USD", 6),
                        new VenueSeed.Asset("BTC", 8),
                        new VenueSeed.Asset("ETH", 8),
                        new VenueSeed.Asset("ACME", 0));
    }

    @Test
    void shouldHaveTheInstruments() {
        assertThat(config.seed().instruments())
                .extracting(VenueSeed.Instrument::symbol)
                .containsExactly("BTC-USD", "ETH-USD", "ACME");
        final VenueSeed.Instrument eth = instrument("ETH-USD");
        assertThat(eth.lotSize()).isEqualByComparingTo("0.001");
        assertThat(eth.maximumQuantity()).isEqualByComparingTo("10000");
        assertThat(eth.makerFeeRate()).isEqualTo(-50);
        assertThat(eth.takerFeeRate()).isEqualTo(200);
        assertThat(eth.volatilityAuctionSeconds()).isEqualTo(30);
        final VenueSeed.Instrument acme = instrument("ACME");
        assertThat(acme.staticCollarBp()).isEqualTo(1_000);
        assertThat(acme.protectionBp()).isEqualTo(300);
        assertThat(acme.dynamicCollarBp()).isZero();
        assertThat(acme.takerFeeRate()).isEqualTo(100);
        assertThat(acme.phase()).isEqualTo(Phase.CONTINUOUS);
        assertThat(instrument("BTC-USD").dynamicCollarBp()).isEqualTo(1_000);
    }

    @Test
    void shouldHaveTheAccountsWithTheirMoney() {
        assertThat(config.seed().accounts())
                .hasSize(12)
                .allSatisfy(each -> assertThat(each.balances())
                        .isEqualTo(Map.of(
                                "USD", new BigDecimal("1000000000"),
                                "BTC", new BigDecimal("10000"),
                                "ETH", new BigDecimal("100000"),
                                "ACME", new BigDecimal("10000000"))));
    }

    @Test
    void shouldHaveTheSessions() {
        assertThat(sessions()).hasSize(18).allSatisfy(each -> {
            assertThat(each.password()).isEqualTo("demo");
            assertThat(each.extensions()).isFalse();
            assertThat(each.cancelOnDisconnect()).isEqualTo("NONE");
            assertThat(each.nextExpected()).isEqualTo(each.id().equals("BETA2"));
        });
        assertThat(session("ALPHA1").accounts()).containsExactly("ALPHA-A", "ALPHA-B");
        assertThat(session("ALPHA1").defaultAccount()).isEqualTo("ALPHA-A");
        assertThat(session("ALPHA1").perSecond()).isEqualTo(1_000);
        assertThat(session("ALPHA1").burst()).isEqualTo(2_000);
        assertThat(session("ALPHA2").accounts()).containsExactly("ALPHA-B");
        assertThat(session("BETADC").role()).isEqualTo(SessionRole.DROP_COPY);
        assertThat(session("BETAMD").role()).isEqualTo(SessionRole.MARKET_DATA);
        assertThat(session("LOAD8").accounts()).containsExactly("LOAD-8");
        assertThat(session("LOAD8").perSecond()).isZero();
        assertThat(config.seed().participants().get(2).selfTradePrevention()).isEqualTo(SelfTradePrevention.NONE);
    }

    @Test
    void shouldHaveTheUsers() {
        assertThat(config.seed().users())
                .extracting(VenueSeed.User::name)
                .containsExactly("admin", "operator", "viewer", "alpha", "beta");
        assertThat(config.seed().users())
                .allSatisfy(each -> assertThat(each.tokens()).isEqualTo(List.of("demo-" + each.name())));
        assertThat(config.seed().users().get(3).role()).isEqualTo(UserRole.TRADER);
        assertThat(config.seed().users().get(3).accounts()).containsExactly("ALPHA-A", "ALPHA-B");
    }
}
