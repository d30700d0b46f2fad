package io.vexchange.fixclient.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandParserTest {
    private static Command parse(final String line) throws SyntaxFault {
        return CommandParser.parse(1, line).orElseThrow().command();
    }

    private static Map<Integer, String> order(final String line) throws SyntaxFault {
        return ((Command.Enter) parse(line)).order().tags();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "# a comment", "   # another"})
    void shouldSkipBlanksAndComments(final String line) throws SyntaxFault {
        assertThat(CommandParser.parse(1, line)).isEmpty();
    }

    @Test
    void shouldReadALimitOrder() throws SyntaxFault {
        assertThat(parse("buy 10 acme @ 99.50 tif=IOC id=bid account=ALPHA-B post-only # why"))
                .isEqualTo(new Command.Enter(new NewOrder(
                        "bid",
                        Map.of(54, "1", 38, "10", 55, "ACME", 44, "99.50", 59, "3", 1, "ALPHA-B", 18, "6", 40, "2"))));
    }

    @Test
    void shouldKeepDecimalsAsTyped() throws SyntaxFault {
        assertThat(order("sell 0.00010 BTC-USD @50000.0"))
                .containsEntry(38, "0.00010")
                .containsEntry(44, "50000.0");
        assertThat(order("sell -1 ACME @ .5")).containsEntry(38, "-1").containsEntry(44, ".5");
    }

    @ParameterizedTest
    @CsvSource({
        "buy 1 ACME @ 1,2",
        "buy 1 ACME market,1",
        "market buy 1 ACME,1",
        "buy 1 ACME stop=9,3",
        "buy 1 ACME @ 1 stop=9,4",
        "buy 1 ACME market-to-limit,K",
        "buy 1 ACME peg=mid,P",
        "buy 1 ACME @ 1 40=9,9"
    })
    void shouldTellTheOrderTypeFromWhatIsGiven(final String line, final String type) throws SyntaxFault {
        assertThat(order(line)).containsEntry(40, type);
    }

    @Test
    void shouldPutAnyTagOntoTheOrder() throws SyntaxFault {
        assertThat(order("buy 5 ACME @ 1 110=5 58=\"two words\" display=2 min=3 stp=O"))
                .containsEntry(110, "3")
                .containsEntry(58, "two words")
                .containsEntry(111, "2")
                .containsEntry(7928, "O");
    }

    @Test
    void shouldReadTheSessionInFront() throws SyntaxFault {
        final ScriptLine line = CommandParser.parse(7, "  @BETA1 cancel bid ").orElseThrow();
        assertThat(line)
                .isEqualTo(new ScriptLine(7, "@BETA1 cancel bid", "BETA1", new Command.Cancel("bid", Map.of())));
    }

    @Test
    void shouldReadLogon() throws SyntaxFault {
        assertThat(parse("logon ALPHA1")).isEqualTo(new Command.Logon("ALPHA1", "demo", true, false, null, Map.of()));
        assertThat(parse("logon ALPHA1 password=x resume 8013=S"))
                .isEqualTo(new Command.Logon("ALPHA1", "x", false, true, null, Map.of(8013, "S")));
        assertThat(parse("logon ALPHA1 reset resume"))
                .isEqualTo(new Command.Logon("ALPHA1", "demo", true, true, null, Map.of()));
        assertThat(parse("logon A password=secret").toString()).doesNotContain("secret");
    }

    @Test
    void shouldReadExpectations() throws SyntaxFault {
        assertThat(parse("expect bid PARTIAL qty=4 price=99.5 leaves=6 code=X 103=6 within 300ms"))
                .isEqualTo(new Command.Expect(new Expectation(
                        "bid",
                        Outcome.PARTIAL,
                        Map.of("qty", "4", "price", "99.5", "leaves", "6", "code", "X", "103", "6"),
                        Duration.ofMillis(300))));
        assertThat(parse("expect bid nothing within 1s"))
                .isEqualTo(
                        new Command.Expect(new Expectation("bid", Outcome.NOTHING, Map.of(), Duration.ofSeconds(1))));
        assertThat(((Command.Expect) parse("expect a filled")).expectation().within())
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void shouldReadTheOtherCommands() throws SyntaxFault {
        assertThat(parse("replace bid qty=20 price=99.60"))
                .isEqualTo(new Command.Replace("bid", Map.of(38, "20", 44, "99.60")));
        assertThat(parse("replace bid @ 99.60 59=1"))
                .isEqualTo(new Command.Replace("bid", Map.of(44, "99.60", 59, "1")));
        assertThat(parse("mass-cancel acme sell")).isEqualTo(new Command.MassCancel("ACME", Side.SELL));
        assertThat(parse("mass-cancel")).isEqualTo(new Command.MassCancel(null, null));
        assertThat(parse("wait")).isEqualTo(new Command.Settle(Duration.ofSeconds(5)));
        assertThat(parse("wait within 2s")).isEqualTo(new Command.Settle(Duration.ofSeconds(2)));
        assertThat(parse("wait 1.5s")).isEqualTo(new Command.Pause(Duration.ofMillis(1_500)));
        assertThat(parse("raw 35=D|11=$new|58=a b")).isEqualTo(new Command.Raw("35=D|11=$new|58=a b"));
        assertThat(parse("wire on")).isEqualTo(new Command.Wire(true));
        assertThat(parse("status bid")).isEqualTo(new Command.Status("bid"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "by 10 ACME @ 1; did you mean buy?",
                "cancle x; did you mean cancel?",
                "fly; help lists them",
                "buy ten ACME @ 1; the quantity must be a number",
                "buy 10; the symbol is missing",
                "buy 10 ACME; give a price",
                "buy 10 ACME @; the price is missing",
                "buy 10 ACME @ 1 tif=NOW; tif= is DAY",
                "buy 10 ACME @ 1 now; no option of an order",
                "buy 10 ACME @ 1 id=7; a name is",
                "buy 10 ACME @ 1 58=\"x; never closed",
                "cancel; name is missing",
                "replace bid; say what changes",
                "replace bid color=red; replace changes",
                "expect bid HAPPY; no outcome",
                "expect bid NEW colour=red; no condition",
                "expect bid NOTHING qty=1; no conditions",
                "wait 5; a time is written",
                "wait 2h; a time is written",
                "wait 70m; at most an hour",
                "logout now; not understood here",
                "logon; session is missing",
                "logon A pass=x; logon takes",
                "raw hello; begins with 35=",
                "market hold 1 ACME; neither buy nor sell"
            })
    void shouldSayWhatIsWrong(final String line, final String words) {
        assertThatThrownBy(() -> parse(line)).isInstanceOf(SyntaxFault.class).hasMessageContaining(words);
    }

    @Test
    void shouldNameTheLineOfAScript() {
        assertThatThrownBy(() -> Script.parse("a.fix", List.of("# first", "logon ALPHA1", "", "jump")))
                .isInstanceOf(SyntaxFault.class)
                .hasMessageStartingWith("a.fix:4: unknown command");
    }
}
