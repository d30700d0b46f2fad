package io.vexchange.fixclient.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vexchange.fixclient.venue.TinyVenue;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quickfix.ConfigError;

class ScriptTest {
    private static TinyVenue venue;

    @TempDir
    Path folder;

    private final List<String> printed = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void open() throws ConfigError {
        venue = new TinyVenue();
    }

    @AfterAll
    static void close() {
        venue.close();
    }

    private void play(final String... lines) throws SyntaxFault, CommandFault {
        final Ink ink = new Ink(false);
        try (Desk desk = new Desk(new Venue("127.0.0.1", venue.port(), "VEX"), folder, false, printed::add, ink)) {
            new Playback(desk, printed::add, ink).play(Script.parse("test.fix", List.of(lines)), List.of());
        }
    }

    @Test
    void shouldTradeBetweenTwoSessions() throws Exception {
        play(
                "logon ALPHA1",
                "mass-cancel",
                "logon BETA1",
                "mass-cancel",
                "@ALPHA1 sell 100 ACME @ 100.00 id=ask",
                "expect ask NEW leaves=100",
                "buy 40 ACME @ 100.00 id=bid",
                "expect bid NEW",
                "expect bid FILL qty=40 price=100 leaves=0 cum=40",
                "expect ask PARTIAL qty=40 leaves=60",
                "replace ask qty=90 price=100.01",
                "expect ask REPLACED leaves=50 price=100.01",
                "status ask",
                "expect ask STATUS cum=40",
                "cancel ask",
                "expect ask CANCELED leaves=0",
                "cancel ask",
                "expect ask REJECTED code=TOO_LATE 102=0",
                "show",
                "wait");
        assertThat(printed).anyMatch(line -> line.matches(".*BETA1 +bid +FILL +40 @ 100.* leaves 0 +cum 40"));
        assertThat(venue.restingOrders()).isZero();
    }

    @Test
    void shouldSeeRefusals() throws Exception {
        play(
                "logon ALPHA1",
                "mass-cancel",
                "buy 1 ACME @ 99.00 id=first",
                "expect first NEW",
                "buy 2 ACME @ 98.00 id=again 11=$first",
                "expect again REJECTED code=DUPLICATE_CLORDID 103=6",
                "status first",
                "expect first STATUS leaves=1",
                "buy 1 NOPE @ 1 id=a",
                "expect a REJECTED code=UNKNOWN_SYMBOL",
                "buy 0.5 ACME @ 99 id=b",
                "expect b REJECTED code=QTY_LOT",
                "buy 1 ACME @ 99 54=Z id=c",
                "expect c REJECTED 373=5",
                "buy 1 ACME market id=d tif=IOC",
                "expect d CANCELED code=NO_LIQUIDITY",
                "expect first NOTHING within 10ms",
                "mass-cancel ACME buy",
                "expect first CANCELED code=MASS_CANCEL");
    }

    @Test
    void shouldResumeAfterADrop() throws Exception {
        play(
                "logon BETA1",
                "mass-cancel",
                "logon ALPHA1 reset resume",
                "mass-cancel",
                "sell 5 ACME @ 100.00 id=ask",
                "expect ask NEW",
                "@ALPHA1 drop",
                "@BETA1 buy 5 ACME @ 100.00 id=bid",
                "expect bid FILL",
                "logon ALPHA1 resume",
                "expect ask FILL qty=5");
    }

    @Test
    void shouldSendAnyMessage() throws Exception {
        play(
                "logon ALPHA1",
                "mass-cancel",
                "raw 35=D|11=$new|55=ACME|54=1|38=1|40=2|44=99|60=$now|453=1|448=DESK|447=D|452=11",
                "mass-cancel");
        assertThat(printed).anyMatch(line -> line.contains(" x ") && line.contains("NEW"));
        assertThat(printed).anyMatch(line -> line.contains("MASS") && line.contains("1 orders"));
    }

    @Test
    void shouldExpectARefusedLogon() throws Exception {
        play("logon ALPHA1 password=wrong refused=LOGON_REFUSED", "logon ALPHA1");
    }

    @Test
    void shouldFailWithTheLine() {
        assertThatThrownBy(() ->
                        play("logon ALPHA1", "mass-cancel", "", "buy 1 ACME @ 99 id=a", "expect a FILL within 50ms"))
                .isInstanceOfSatisfying(
                        CommandFault.class,
                        fault -> assertThat(fault.exitStatus()).isEqualTo(1))
                .hasMessageContaining("test.fix:5: expect a FILL")
                .hasMessageContaining("within 50 ms, but it was told NEW buy 1 ACME @ 99");
    }

    @Test
    void shouldRefuseToWorkWithoutASession() {
        assertThatThrownBy(() -> play("buy 1 ACME @ 99"))
                .isInstanceOfSatisfying(
                        CommandFault.class,
                        fault -> assertThat(fault.exitStatus()).isEqualTo(2))
                .hasMessageContaining("no session");
    }

    @Test
    void shouldNotSendOnADroppedSession() {
        assertThatThrownBy(() -> play("logon ALPHA1", "drop", "buy 1 ACME @ 99"))
                .isInstanceOfSatisfying(
                        CommandFault.class,
                        fault -> assertThat(fault.exitStatus()).isEqualTo(1))
                .hasMessageContaining("ALPHA1 is not logged on");
    }

    @Test
    void shouldHideThePasswordOnTheWire() throws Exception {
        play("wire on", "logon ALPHA1");
        assertThat(printed)
                .anyMatch(line -> line.contains("35=A") && line.contains("554=***"))
                .noneMatch(line -> line.contains("554=demo"));
    }
}
