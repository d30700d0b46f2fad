package io.vexchange.exchange.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vexchange.exchange.ExitCode;
import io.vexchange.exchange.StartFailure;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedReaderTest {
    private static final String ASSETS = "assets = [ { id = USD, scale = 2 }, { id = X, scale = 0 } ]\n";
    private static final String INSTRUMENT =
            "base = X, quote = USD, lot-size = \"1\", max-quantity = \"9\", reference-price = \"1.00\"";

    @TempDir
    private Path home;

    private ConfigFiles files;

    @BeforeEach
    void begin() {
        files = new ConfigFiles(home).write("exchange.conf", "include required(\"venue.conf\")");
    }

    private VenueSeed read(final String seed) {
        files.write("venue.conf", "vex.seed {\n" + ASSETS + seed + "\n}");
        return files.load().seed();
    }

    @Test
    void shouldFillInDefaults() {
        final VenueSeed.Instrument x =
                read("instruments = [ { symbol = X, tick-size = \"0.01\", taker-fee-bp = \"1.5\", " + INSTRUMENT
                                + " } ]")
                        .instruments()
                        .get(0);
        assertThat(x.minimumQuantity()).isEqualByComparingTo("1");
        assertThat(x.maximumNotional()).isNull();
        assertThat(x.staticCollarBp()).isEqualTo(1_000);
        assertThat(x.protectionBp()).isEqualTo(500);
        assertThat(x.dynamicCollarBp()).isZero();
        assertThat(x.takerFeeRate()).isEqualTo(150);
        assertThat(x.auctionFeeRate()).isEqualTo(150);
        assertThat(x.enabled()).isTrue();
    }

    @Test
    void shouldGiveASessionItsFirstAccount() {
        final VenueSeed.Session s = read("participants = [ { id = P, accounts = [ { id = A }, { id = B } ], "
                        + "sessions = [ { id = S, accounts = [B, A], throttle { per-second = 7 } } ] } ]")
                .participants()
                .get(0)
                .sessions()
                .get(0);
        assertThat(s.defaultAccount()).isEqualTo("B");
        assertThat(s.perSecond()).isEqualTo(7);
        assertThat(s.burst()).isEqualTo(14);
        assertThat(s.password()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "asets = []|vex.seed.asets: unknown key",
                "instruments = { a = 1 }|vex.seed.instruments: expected a list",
                "instruments = [ 1 ]|vex.seed.instruments: expected a list of { … }",
                "instruments = [ { symbol = x } ]|vex.seed.instruments[0].symbol: expected 1 to 16 of A to Z",
                "instruments = [ { symbol = X } ]|vex.seed.instruments[0].tick-size: is missing",
                "instruments = [ { symbol = X, tick-size = 0.01 } ]|vex.seed.instruments[0].tick-size: decimals are quoted",
                "instruments = [ { symbol = X, tick-size = \"1e-2\" } ]|vex.seed.instruments[0].tick-size: expected a decimal",
                "instruments = [ { symbol = X, tick-size = \"0\" } ]|vex.seed.instruments[0].tick-size: expected more than 0",
                "instruments = [ { symbol = X, tick-size = \"0.001\", I } ]|vex.seed.instruments[0].tick-size: tick-size times",
                "instruments = [ { symbol = X, tick-size = \"0.3\", I } ]|vex.seed.instruments[0].reference-price: expected a multiple",
                "instruments = [ { symbol = X, tick-size = \"0.01\", I, base = Y } ]|vex.seed.instruments[0].base: unknown asset Y",
                "instruments = [ { symbol = X, tick-size = \"0.01\", I, min-quantity = \"10\" } ]|"
                        + "vex.seed.instruments[0].max-quantity: is less",
                "instruments = [ { symbol = X, tick-size = \"0.01\", I, taker-fee-bp = \"0.001\" } ]|"
                        + "vex.seed.instruments[0].taker-fee-bp: expected at most 2 decimals",
                "instruments = [ { symbol = X, tick-size = \"0.01\", I, maker-fee-bp = \"-1\" } ]|"
                        + "vex.seed.instruments[0].maker-fee-bp: the rebate",
                "instruments = [ { symbol = X, tick-size = \"0.01\", I, dynamic-collar-percent = \"1\" } ]|"
                        + "vex.seed.instruments[0].dynamic-collar-percent: must lie between",
                "instruments = [ { symbol = X, tick-size = \"0.01\", I, phase = OPEN } ]|"
                        + "vex.seed.instruments[0].phase: expected one of CLOSED",
                "participants = [ { id = P, accounts = [ { id = A }, { id = A } ] } ]|"
                        + "vex.seed.participants[0].accounts[1].id: account A is there twice",
                "participants = [ { id = VEX } ]|vex.seed.participants[0].id: VEX is the exchange's own name",
                "participants = [ { id = P, accounts = [ { id = VEX-FEES } ] } ]|"
                        + "vex.seed.participants[0].accounts[0].id: VEX-FEES is the exchange's own name",
                "participants = [ { id = P, accounts = [ { id = A, balances { Z = \"1\" } } ] } ]|"
                        + "vex.seed.participants[0].accounts[0].balances: unknown asset Z",
                "participants = [ { id = P, accounts = [ { id = A, balances { USD = \"1.001\" } } ] } ]|"
                        + "vex.seed.participants[0].accounts[0].balances: USD must be",
                "participants = [ { id = P, accounts = [ { id = A, balances { USD = 1 } } ] } ]|"
                        + "vex.seed.participants[0].accounts[0].balances.USD: decimals are quoted",
                "participants = [ { id = P, sessions = [ { id = S, accounts = [A] } ] } ]|"
                        + "vex.seed.participants[0].sessions[0].accounts: unknown account A",
                "participants = [ { id = P, sessions = [ { id = S, role = BOSS } ] } ]|"
                        + "vex.seed.participants[0].sessions[0].role: expected one of ORDER_ENTRY",
                "participants = [ { id = P, sessions = [ { id = S, pasword = x } ] } ]|"
                        + "vex.seed.participants[0].sessions[0].pasword: unknown key",
                "users = [ { name = u, accounts = [A] } ]|vex.seed.users[0].accounts: unknown account A",
                "users = [ { name = u, role = boss } ]|vex.seed.users[0].role: expected one of VIEWER",
                "users = [ { name = \"u u\" } ]|vex.seed.users[0].name: expected 1 to 32 characters",
                "schedules = [ { } ]|vex.seed.schedules: this version knows no schedules",
            })
    void shouldNameFileLineAndKey(final String wrong, final String expected) {
        assertThatThrownBy(() -> read(wrong.replace(", I", ", " + INSTRUMENT)))
                .isInstanceOfSatisfying(
                        StartFailure.class, e -> assertThat(e.code()).isEqualTo(ExitCode.USAGE))
                .hasMessageStartingWith(files.folder().resolve("venue.conf") + ":3: " + expected);
    }

    @Test
    void shouldNotShowAPassword() {
        final VenueSeed seed = read("users = [ { name = u, password = hunter2, tokens = [hunter3] } ]");
        assertThat(seed.toString()).doesNotContain("hunter");
    }
}
