package io.vexchange.exchange.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vexchange.exchange.ExitCode;
import io.vexchange.exchange.StartFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigLoaderTest {
    @TempDir
    private Path home;

    private ConfigFiles files;

    @BeforeEach
    void begin() {
        files = new ConfigFiles(home);
    }

    @Test
    void shouldHaveBuiltInValues() {
        final ExchangeConfig config = files.load();
        assertThat(config.data()).isEqualTo(home.resolve("data"));
        assertThat(config.venue()).isEqualTo(new ExchangeConfig.Venue("VEX", 0));
        assertThat(config.engine().fsync()).isTrue();
        assertThat(config.engine().snapshotEvery()).isEqualTo(Duration.ofHours(1));
        assertThat(config.fix().port()).isEqualTo(9880);
        assertThat(config.web().socketsPerUser()).isEqualTo(50);
        assertThat(config.store().isEmbedded()).isTrue();
        assertThat(config.store().reader().password()).isNull();
        assertThat(config.logging().keepDays()).isEqualTo(14);
        assertThat(config.seed().assets()).isEmpty();
    }

    @Test
    void shouldPreferTheCommandLineToTheEnvironmentToTheFile() {
        files.write("exchange.conf", "vex { fix.port = 1001, web.port = 1002, store.port = 1003 }");
        final ExchangeConfig config = files.load(
                Map.of("VEX_FIX_PORT", "2001", "VEX_WEB_PORT", "2002", "VEX_PG_PORT", ""),
                Map.of("--fix-port", "3001"));
        assertThat(config.fix().port()).isEqualTo(3001);
        assertThat(config.web().port()).isEqualTo(2002);
        assertThat(config.store().port()).isEqualTo(1003);
    }

    @Test
    void shouldTakeARelativeDataFolderFromWhereItWasWritten() {
        files.write("exchange.conf", "vex.data = here");
        assertThat(files.load().data()).isEqualTo(home.resolve("here"));
        assertThat(files.load(Map.of("VEX_DATA", "there"), Map.of()).data())
                .isEqualTo(Path.of("there").toAbsolutePath());
        assertThat(files.load(Map.of("VEX_DATA", "there"), Map.of("--data", "/elsewhere"))
                        .data())
                .isEqualTo(Path.of("/elsewhere"));
    }

    @Test
    void shouldReadTheFolderThatTheEnvironmentNames(@TempDir final Path other) {
        new ConfigFiles(other).write("exchange.conf", "vex.fix.port = 4242");
        final Map<String, String> environment =
                Map.of("VEX_CONFIG", other.resolve("config").toString());
        assertThat(files.load(environment, Map.of()).fix().port()).isEqualTo(4242);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vex.fix.prt = 1|vex.fix.prt: unknown key",
                "vex { fixx { port = 1 } }|vex.fixx: unknown key",
                "other = 1|other: unknown key",
                "vex = 1|vex: expected { … }",
                "vex.fix = 9880|vex.fix: expected { … }",
                "vex.fix.port = many|vex.fix.port: expected a port from 0 (any free one) to 65535, found \"many\"",
                "vex.fix.port = 65536|vex.fix.port: expected a port",
                "vex.fix.port = { a = 1 }|vex.fix.port: expected a port",
                "vex.web.public-market-data = perhaps|vex.web.public-market-data: expected true or false",
                "vex.web.hosts = one|vex.web.hosts: expected a list of texts",
                "vex.web.sockets = 0|vex.web.sockets: expected a whole number from 1",
                "vex.engine.durability = maybe|vex.engine.durability: expected one of fsync, os, found \"maybe\"",
                "vex.engine.snapshot.every = 3600|vex.engine.snapshot.every: expected a duration with its unit",
                "vex.engine.snapshot.every = 1 fortnight|vex.engine.snapshot.every: expected a duration with its unit",
                "vex.engine.snapshot.keep = 5|vex.engine.snapshot.keep: this version knows only 3",
                "vex.venue.day-rollover = \"24:00\"|vex.venue.day-rollover: expected a time of day",
                "vex.venue.comp-id = \"V X\"|vex.venue.comp-id: expected 1 to 32 characters",
                "vex.logging.level = LOUD|vex.logging.level: expected one of ERROR",
                "vex.web.tls.certificate = a.pem|vex.web.tls.certificate: this version knows only null",
                "vex.store.retention.logs = 30d|vex.store.retention.logs: this version knows only forever",
                "vex.fix.tls.certificate = a.pem|vex.fix.tls.certificate: no readable file",
                "vex.fix.tls.key = exchange.conf|vex.fix.tls.key: TLS needs vex.fix.tls.certificate too",
                "vex.fix.tls.certificate = exchange.conf|vex.fix.tls.certificate: TLS needs vex.fix.tls.key too",
                "vex.fix.bind = \"0.0.0.0\"|vex.fix.bind: 0.0.0.0 is not a loopback address",
                "vex.web.bind = somewhere|vex.web.bind: expected an address",
                "vex.store.jdbc-url = \"http://db\"|vex.store.jdbc-url: expected a URL such as jdbc:postgresql:",
                "vex.store.reader { password = a, password-file = b }|vex.store.reader.password-file: password is given too",
                "vex.store.reader.password-file = nowhere|vex.store.reader.password-file: cannot read",
            })
    void shouldNameFileLineAndKey(final String wrong, final String expected) {
        files.write("exchange.conf", "# a comment\n\n" + wrong + "\n");
        assertThatThrownBy(files::load)
                .isInstanceOfSatisfying(
                        StartFailure.class, e -> assertThat(e.code()).isEqualTo(ExitCode.USAGE))
                .hasMessageStartingWith(files.folder().resolve("exchange.conf") + ":3: " + expected);
    }

    @Test
    void shouldNameTheLineOfABrokenFile() {
        files.write("exchange.conf", "vex {\n  fix.port = 1\n  web.port =\n");
        assertThatThrownBy(files::load).isInstanceOf(StartFailure.class).hasMessageContaining("exchange.conf: 4");
    }

    @Test
    void shouldNameTheOptionOrVariable() {
        assertThatThrownBy(() -> files.load(Map.of(), Map.of("--durability", "maybe")))
                .hasMessageStartingWith("--durability: ")
                .hasMessageContaining("maybe");
        assertThatThrownBy(() -> files.load(Map.of("VEX_PG_PORT", "x"), Map.of()))
                .hasMessageStartingWith("VEX_PG_PORT: ");
    }

    @Test
    void shouldNotShowASecretThatIsWrong() {
        files.write("exchange.conf", "vex.store.reader.password = 31415926");
        assertThatThrownBy(files::load)
                .hasMessageContaining("vex.store.reader.password: expected a text")
                .hasMessageNotContaining("31415926");
    }

    @Test
    void shouldNameAFolderWithoutConfiguration() {
        final ConfigLoader loader = new ConfigLoader(home, Map.of());
        assertThatThrownBy(() -> loader.load(Path.of("/nonexistent/config"), Map.of()))
                .isInstanceOfSatisfying(
                        StartFailure.class, e -> assertThat(e.code()).isEqualTo(ExitCode.USAGE))
                .hasMessageContaining("/nonexistent/config");
    }

    @Test
    void shouldRefuseAPortThatIsUsedTwice() {
        assertThatThrownBy(() -> files.load(Map.of(), Map.of("--fix-port", "8080")))
                .hasMessageContaining("each port may be used once");
        assertThat(files.load(Map.of(), Map.of("--fix-port", "0", "--web-port", "0", "--pg-port", "0"))
                        .fix()
                        .port())
                .isZero();
    }

    @Test
    void shouldWarnOfAVariableThatNobodyReads() {
        assertThat(files.load(Map.of("VEX_FIXPORT", "1", "VEX_JAVA_OPTS", "-Xmx1g", "PATH", "/bin"), Map.of())
                        .warnings())
                .singleElement()
                .asString()
                .contains("VEX_FIXPORT");
    }

    @Test
    void shouldReadAPasswordFromAFile() {
        files.write("exchange.conf", "vex.store.reader.password-file = secret.txt")
                .write("secret.txt", "s3cret\n");
        assertThat(files.load().store().reader().password()).isEqualTo("s3cret");
    }

    @Test
    void shouldPrintValuesWithTheirOriginAndNoSecret() {
        files.write(
                "exchange.conf",
                "vex.store {\n reader.password = hunter2\n"
                        + " jdbc-url = \"jdbc:postgresql://h/d?user=u&password=hunter3\"\n}");
        final ExchangeConfig config = files.load(Map.of("VEX_WEB_PORT", "1"), Map.of("--fix-port", "2"));
        assertThat(config.effective())
                .contains(
                        "vex.fix.port = \"2\"  # --fix-port",
                        "vex.web.port = \"1\"  # VEX_WEB_PORT",
                        "vex.venue.comp-id = VEX  # built-in",
                        "vex.store.reader.password = ***  # " + files.folder().resolve("exchange.conf") + ":2")
                .noneMatch(line -> line.contains("hunter"));
        assertThat(config.toString()).doesNotContain("hunter2");
    }
}
