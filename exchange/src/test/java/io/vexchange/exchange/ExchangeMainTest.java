package io.vexchange.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.exchange.folder.DataFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeMainTest {
    @TempDir
    private Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void begin() {
        System.setProperty(
                "vex.home", Path.of("..").toAbsolutePath().normalize().toString());
    }

    @AfterEach
    void end() {
        System.clearProperty("vex.home");
    }

    private int run(final String... arguments) {
        final Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return ExchangeMain.run(console, Map.of(), arguments);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--no-such-option|--no-such-option",
                "bogus|bogus",
                "--fix-port|--fix-port",
                "run --durability maybe|maybe",
                "run --config /nonexistent/config|/nonexistent/config",
                "--data /tmp/x status|--data must come after the command status",
            })
    void shouldEndWithUsageAndOneLine(final String line, final String named) {
        assertThat(run(line.split(" ", -1))).isEqualTo(ExitCode.USAGE.status());
        assertThat(complained().lines())
                .singleElement()
                .asString()
                .startsWith("V-Exchange cannot start: ")
                .contains(named);
        assertThat(said()).isEmpty();
    }

    @Test
    void shouldTellItsVersion() {
        assertThat(run("version")).isZero();
        assertThat(said()).startsWith("V-Exchange 0.").contains("Java " + Runtime.version());
    }

    @Test
    void shouldShowItsHelp() {
        assertThat(run("--help")).isZero();
        assertThat(said() + complained()).doesNotContain("cannot");
        assertThat(run("status", "--help")).isZero();
    }

    @Test
    void shouldPrintTheConfigurationAndStartNothing() {
        assertThat(run("run", "--print-config", "--data", data.toString())).isZero();
        assertThat(said())
                .contains("vex.data = " + '"' + data + '"' + "  # --data")
                .contains("vex.store.reader.password = ***");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void shouldTellThatNothingRuns() {
        assertThat(run("status", "--data", data.toString())).isEqualTo(ExitCode.FAILED.status());
        assertThat(said()).contains("state=STOPPED");
        assertThat(run("status", "--json", "--data", data.toString())).isEqualTo(ExitCode.FAILED.status());
        assertThat(said()).contains("{\"state\":\"STOPPED\"");
        assertThat(run("snapshot", "--data", data.toString())).isEqualTo(ExitCode.FAILED.status());
        assertThat(complained()).contains("V-Exchange cannot snapshot: no venue runs on " + data);
        assertThat(run("stop", "--data", data.toString())).isZero();
    }

    @Test
    void shouldRemoveADataFolderOnlyWhenMeant() throws IOException {
        DataFolder.open(data).close();
        Files.writeString(data.resolve("logs/exchange.log"), "x".repeat(5000));
        assertThat(run("reset", "--data", data.toString())).isEqualTo(ExitCode.USAGE.status());
        assertThat(said()).contains("logs/").contains("5 kB");
        assertThat(data.resolve("lock")).exists();
        assertThat(run("reset", "--yes", "--data", data.toString())).isZero();
        assertThat(data).doesNotExist();
        assertThat(run("reset", "--yes", "--data", data.toString())).isZero();
    }

    @Test
    void shouldRemoveNoFolderOfSomebodyElse() throws IOException {
        Files.writeString(data.resolve("letter.txt"), "dear");
        assertThat(run("reset", "--yes", "--data", data.toString())).isEqualTo(ExitCode.DATA_FOLDER.status());
        assertThat(data.resolve("letter.txt")).exists();
    }

    @Test
    void shouldRemoveNoFolderThroughALink(@TempDir final Path other) throws IOException {
        DataFolder.open(data).close();
        final Path link = Files.createSymbolicLink(other.resolve("link"), data);
        assertThat(run("reset", "--yes", "--data", link.toString())).isEqualTo(ExitCode.DATA_FOLDER.status());
        assertThat(data.resolve("lock")).exists();
    }

    @Test
    void shouldNotRunOnAFolderInUse() {
        try (DataFolder folder = DataFolder.open(data)) {
            assertThat(run("run", "--data", folder.path().toString())).isEqualTo(ExitCode.DATA_FOLDER.status());
            assertThat(complained().lines())
                    .singleElement()
                    .asString()
                    .contains("cannot start: data folder " + data + " is in use by pid");
        }
    }
}
