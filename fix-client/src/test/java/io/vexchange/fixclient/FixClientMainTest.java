package io.vexchange.fixclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.fixclient.venue.TinyVenue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quickfix.ConfigError;

class FixClientMainTest {
    private static TinyVenue venue;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void open() throws ConfigError {
        venue = new TinyVenue();
    }

    @AfterAll
    static void close() {
        venue.close();
    }

    private int client(final String... arguments) {
        return FixClientMain.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String script(final String... lines) throws IOException {
        return Files.write(folder.resolve("a.fix"), List.of(lines)).toString();
    }

    private String port() {
        return String.valueOf(venue.port());
    }

    @Test
    void shouldRunAShippedScriptAgainAndAgain() {
        for (int run = 0; run < 2; run++) { // the second time on a venue that has seen it
            assertThat(client("run", "--fast", "--port", port(), "scripts/two-sided.fix"))
                    .as(err.toString())
                    .isZero();
        }
        assertThat(out.toString()).contains("passed", "bid1", "working orders");
    }

    @Test
    void shouldEndWithOneWhenAnExpectationFails() throws IOException {
        final String file = script("mass-cancel", "buy 1 ACME @ 95 id=a", "expect a FILL within 20ms");
        assertThat(client("run", "--session", "ALPHA1", "--port", port(), file)).isEqualTo(1);
        assertThat(err.toString()).contains("a.fix:3: expect a FILL");
    }

    @Test
    void shouldEndWithTwoWithoutAVenue() throws IOException {
        assertThat(client("run", "--port", "1", script("logon ALPHA1"))).isEqualTo(2);
        assertThat(err.toString())
                .contains("no venue answers at 127.0.0.1:1")
                .contains("bin/exchange")
                .doesNotContain("\tat ");
    }

    @Test
    void shouldEndWithTwoForAScriptThatIsWrong() throws IOException {
        assertThat(client("run", "--port", port(), script("logon ALPHA1", "bye 3")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("a.fix:2: unknown command \"bye\"");
        assertThat(client("run", folder.resolve("none.fix").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("cannot read the script");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "run; Missing required parameter",
                "run --port 99999 x.fix; --port is 1 to 65535",
                "load; give either --rate",
                "load --rate 1 --window 1; give either --rate",
                "load --rate 300000; --rate is 1 to 200000",
                "load --window 5 --host 192.0.2.1; is not this machine",
                "load --window 5 --symbol XYZ; needs --price",
                "load --window 5 --sessions A,A; twice",
                "load --window 5 --mix all; --mix is written",
                "load --window 5 --price abc; --price is a number",
                "--colour; Unknown option"
            })
    void shouldEndWithTwoForWrongUsage(final String arguments, final String words) {
        assertThat(client(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(words).doesNotContain("\tat ");
    }

    @Test
    void shouldLoadAndWriteResults() throws IOException {
        final Path json = folder.resolve("result.json");
        final Path ledger = folder.resolve("ledger.jsonl");
        assertThat(client(
                        "load",
                        "--sessions",
                        "LOAD1,LOAD2",
                        "--rate",
                        "400",
                        "--seconds",
                        "1",
                        "--warmup",
                        "0",
                        "--port",
                        port(),
                        "--json",
                        json.toString(),
                        "--verify",
                        ledger.toString(),
                        "--hgrm",
                        folder.resolve("times").toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("open loop at 400 requests/s", "request to first report", "order to fill");
        assertThat(Files.readString(json)).contains("\"sent\":400", "\"faults\":[]");
        assertThat(Files.readAllLines(ledger)).isNotEmpty();
        assertThat(folder.resolve("times-fill.hgrm")).content().contains("Percentile");
    }

    @Test
    void shouldExplainItself() {
        assertThat(client("--help")).isZero();
        assertThat(client("run", "--help")).isZero();
        assertThat(client("load", "--help")).isZero();
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("--window", "--until-disconnect", "SCRIPT", "help lists them");
    }
}
