package io.vexchange.fixclient.trading;

import java.util.List;
import java.util.Locale;

/** The words of the language, for completion, help and spelling. */
final class Vocabulary {
    static final List<String> COMMANDS = List.of(
            "logon",
            "logout",
            "drop",
            "use",
            "buy",
            "sell",
            "market",
            "cancel",
            "replace",
            "status",
            "mass-cancel",
            "expect",
            "wait",
            "show",
            "say",
            "raw",
            "wire",
            "help",
            "exit");
    static final List<String> SYMBOLS = List.of("BTC-USD", "ETH-USD", "ACME");
    static final List<String> SESSIONS = List.of("ALPHA1", "ALPHA2", "BETA1", "BETA2", "LOAD1", "LOAD2");
    static final List<String> CONDITIONS = List.of("qty", "price", "leaves", "cum", "code");
    static final List<String> ORDER_OPTIONS = List.of(
            "@",
            "market",
            "market-to-limit",
            "post-only",
            "tif=",
            "id=",
            "account=",
            "stop=",
            "display=",
            "min=",
            "peg=",
            "stp=");
    static final List<String> TIMES_IN_FORCE = List.of("tif=DAY", "tif=GTC", "tif=IOC", "tif=FOK");
    static final List<String> LOGON_OPTIONS =
            List.of("password=", "reset", "resume", "refused=", "8013=S", "8013=Y", "8016=Y");
    static final List<String> CHANGES = List.of("qty=", "price=", "stop=", "display=");

    private static final String HELP = """
            logon ALPHA1 [password=demo] [reset] [resume] [8013=S …]   numbers begin at 1 unless resume, which keeps them in files
            logout | drop | use BETA1                                  drop cuts the connection; use picks the current session
            buy|sell 10 ACME @ 99.50 [tif=IOC] [id=bid] [account=ALPHA-B] [post-only] [stop=98] [display=2] [min=5] [110=5 …]
            market buy|sell 10 ACME                                    also: buy 10 ACME market, … market-to-limit, … peg=mid
            cancel bid | replace bid qty=20 price=99.60 | status bid   by the order's name
            mass-cancel [ACME] [buy|sell]                              all open orders of the session's accounts
            expect bid NEW|PARTIAL|FILL|CANCELED|REPLACED|REJECTED|EXPIRED|NOTHING [qty= price= leaves= cum= code= 103=] [within 5s]
            wait | wait 500ms                                          until all is answered | some time
            show | wire on|off | say TEXT | raw 35=D|11=$new|60=$now…  $new: a fresh id, $now: the time, $bid: the order's ClOrdID
            @BETA1 sell 10 ACME @ 99.50                                any command for another session
            """;

    private Vocabulary() {}

    static List<String> help() {
        return HELP.lines().toList();
    }

    /** A question that names the command that was probably meant, or nothing. */
    static String suggestion(final String word) {
        final String typed = word.toLowerCase(Locale.ROOT);
        for (final String command : COMMANDS) {
            if (distance(typed, command) <= (command.length() > 4 ? 2 : 1)) {
                return ": did you mean " + command + "?";
            }
        }
        return ": help lists them";
    }

    /** Levenshtein's distance: letters to add, drop or change. */
    private static int distance(final String left, final String right) {
        int[] above = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            final int[] row = new int[right.length() + 1];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                final int change = above[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[right.length()];
    }
}
