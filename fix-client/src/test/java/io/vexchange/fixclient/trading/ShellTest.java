package io.vexchange.fixclient.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.fixclient.venue.TinyVenue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import quickfix.ConfigError;

class ShellTest {
    private static TinyVenue venue;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    @BeforeAll
    static void open() throws ConfigError {
        venue = new TinyVenue();
    }

    @AfterAll
    static void close() {
        venue.close();
    }

    private int pipe(final String... lines) throws IOException {
        final TradingOptions options = new TradingOptions();
        new CommandLine(CommandLine.Model.CommandSpec.create()
                        .addMixin("options", CommandLine.Model.CommandSpec.forAnnotatedObject(options)))
                .parseArgs("--port", String.valueOf(venue.port()), "--store", folder.toString(), "--session", "ALPHA1");
        return new Shell(options).servePipe(new StringReader(String.join("\n", lines)), new PrintWriter(out));
    }

    @Test
    void shouldObeyAPipe() throws IOException {
        assertThat(pipe(
                        "mass-cancel",
                        "buy 10 ACME @ 95 id=bid",
                        "expect bid NEW",
                        "show",
                        "cancel bid",
                        "expect bid CANCELED"))
                .isZero();
        assertThat(out.toString()).contains("ALPHA1  on", "NEW       buy 10 ACME @ 95", "1 working orders", "CANCELED");
    }

    @Test
    void shouldGoOnAfterAFaultAndRememberIt() throws IOException {
        assertThat(pipe("jump", "cancel nobody", "say still here")).isEqualTo(2);
        assertThat(out.toString()).contains("unknown command \"jump\"", "no order named nobody", "still here");
    }

    @Test
    void shouldLeaveWhenAsked() throws IOException {
        assertThat(pipe("help", "exit", "say not any more")).isZero();
        assertThat(out.toString()).contains("mass-cancel [ACME]").doesNotContain("not any more");
    }

    @Test
    void shouldCompleteWhatFits() throws Exception {
        try (Desk desk =
                new Desk(new Venue("127.0.0.1", venue.port(), "VEX"), folder, false, line -> {}, new Ink(false))) {
            new Playback(desk, line -> {}, new Ink(false))
                    .play(
                            Script.parse(
                                    "a.fix",
                                    List.of(
                                            "logon ALPHA2",
                                            "mass-cancel",
                                            "buy 1 ACME @ 95 id=mine",
                                            "expect mine NEW")),
                            List.of());
            final ShellCompleter completer = new ShellCompleter(desk);
            assertThat(completer.candidates(List.of(), "")).contains("logon", "buy", "mass-cancel");
            assertThat(completer.candidates(List.of(), "@")).contains("@ALPHA2", "@BETA1");
            assertThat(completer.candidates(List.of("logon"), ""))
                    .startsWith("ALPHA2")
                    .contains("BETA1")
                    .doesNotHaveDuplicates();
            assertThat(completer.candidates(List.of("@BETA1", "cancel"), "")).containsExactly("mine");
            assertThat(completer.candidates(List.of("buy", "1"), "")).contains("BTC-USD", "ACME");
            assertThat(completer.candidates(List.of("buy", "1", "ACME"), "t")).contains("tif=IOC", "post-only");
            assertThat(completer.candidates(List.of("market"), "")).containsExactly("buy", "sell");
            assertThat(completer.candidates(List.of("replace", "mine"), "")).contains("qty=", "price=");
            assertThat(completer.candidates(List.of("expect", "mine"), "")).contains("FILL", "REJECTED");
            assertThat(completer.candidates(List.of("expect", "mine", "FILL"), ""))
                    .contains("within", "leaves=");
        }
    }
}
