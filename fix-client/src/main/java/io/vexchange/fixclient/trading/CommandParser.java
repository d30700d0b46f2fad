package io.vexchange.fixclient.trading;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads one line of the language. The same for scripts and for the shell. */
final class CommandParser {
    /** How long an expectation waits when nothing is said. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    static final String DEFAULT_PASSWORD = "demo";

    private CommandParser() {}

    /** The command of a line, empty for a blank line or a comment. */
    static Optional<ScriptLine> parse(final int number, final String line) throws SyntaxFault {
        final Words words = Words.of(line);
        if (!words.hasNext()) {
            return Optional.empty();
        }
        String session = null;
        if (words.peek().startsWith("@")) {
            session = sessionName(words.take("the session").substring(1));
        }
        final Command command = command(words.take("the command"), words);
        words.end();
        return Optional.of(new ScriptLine(number, line.strip(), session, command));
    }

    private static Command command(final String verb, final Words words) throws SyntaxFault {
        return switch (verb.toLowerCase(Locale.ROOT)) {
            case "logon" -> logon(words);
            case "logout" -> new Command.Logout();
            case "drop" -> new Command.Drop();
            case "use" -> new Command.Use(sessionName(words.take("the session")));
            case "buy" -> new Command.Enter(OrderParser.parse(Side.BUY, false, words));
            case "sell" -> new Command.Enter(OrderParser.parse(Side.SELL, false, words));
            case "market" -> new Command.Enter(OrderParser.parse(side(words.take("buy or sell")), true, words));
            case "cancel" -> new Command.Cancel(words.take("the order's name"), tags(words));
            case "replace" -> replace(words);
            case "status" -> new Command.Status(words.take("the order's name"));
            case "mass-cancel" -> massCancel(words);
            case "expect" -> new Command.Expect(expectation(words));
            case "wait" -> waiting(words);
            case "show" -> new Command.Show();
            case "say" -> new Command.Say(words.rest());
            case "raw" -> new Command.Raw(raw(words));
            case "wire" -> new Command.Wire(onOrOff(words.take("on or off")));
            case "help", "?" -> new Command.Help();
            case "exit", "quit" -> new Command.Exit();
            default -> throw new SyntaxFault("unknown command \"" + verb + "\"" + Vocabulary.suggestion(verb));
        };
    }

    private static String sessionName(final String word) throws SyntaxFault {
        if (!word.matches("[A-Za-z0-9_.-]{1,32}")) {
            throw new SyntaxFault("\"" + word + "\" is no session: name it as ALPHA1");
        }
        return word;
    }

    private static Command logon(final Words words) throws SyntaxFault {
        final String session = sessionName(words.take("the session"));
        String password = DEFAULT_PASSWORD;
        String refusal = null;
        boolean reset = false;
        boolean resume = false;
        final Map<Integer, String> tags = new TreeMap<>();
        while (words.hasNext()) {
            final String word = words.take("an option");
            if (Values.tagOf(word) > 0) {
                tags.put(Values.tagOf(word), Values.valueOf(word));
            } else if (word.startsWith("password=")) {
                password = Values.valueOf(word);
            } else if (word.startsWith("refused=")) {
                refusal = Values.valueOf(word);
            } else if (word.equals("reset")) {
                reset = true;
            } else if (word.equals("resume")) {
                resume = true;
            } else {
                throw new SyntaxFault(
                        "logon takes password=, reset, resume, refused=CODE and tags such as 8013=S, not \"" + word
                                + "\"");
            }
        }
        return new Command.Logon(session, password, reset || !resume, resume, refusal, tags);
    }

    private static Side side(final String word) throws SyntaxFault {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "buy" -> Side.BUY;
            case "sell" -> Side.SELL;
            default -> throw new SyntaxFault("\"" + word + "\" is neither buy nor sell");
        };
    }

    private static Map<Integer, String> tags(final Words words) throws SyntaxFault {
        final Map<Integer, String> tags = new TreeMap<>();
        while (words.hasNext()) {
            final String word = words.take("a tag");
            if (Values.tagOf(word) < 1) {
                throw new SyntaxFault("\"" + word + "\" is no tag such as 58=text");
            }
            tags.put(Values.tagOf(word), Values.valueOf(word));
        }
        return tags;
    }

    private static Command replace(final Words words) throws SyntaxFault {
        final String order = words.take("the order's name");
        final Map<Integer, String> tags = new TreeMap<>();
        while (words.hasNext()) {
            final String word = words.take("a change");
            if (word.startsWith("@")) {
                tags.put(
                        Tag.PRICE,
                        Values.decimal(word.length() > 1 ? word.substring(1) : words.take("the price"), "the price"));
            } else {
                tags.put(changed(word), Values.valueOf(word));
            }
        }
        if (tags.isEmpty()) {
            throw new SyntaxFault("say what changes: qty=, price=, stop=, display= or a tag such as 59=1");
        }
        return new Command.Replace(order, tags);
    }

    private static int changed(final String word) throws SyntaxFault {
        if (Values.tagOf(word) > 0) {
            return Values.tagOf(word);
        }
        return switch (word.replaceAll("=.*", "")) {
            case "qty" -> Tag.ORDER_QTY;
            case "price" -> Tag.PRICE;
            case "stop" -> Tag.STOP_PX;
            case "display" -> Tag.MAX_FLOOR;
            default ->
                throw new SyntaxFault(
                        "replace changes qty=, price=, stop=, display= or a tag such as 59=1, not \"" + word + "\"");
        };
    }

    private static Command massCancel(final Words words) throws SyntaxFault {
        String symbol = null;
        Side side = null;
        while (words.hasNext()) {
            final String word = words.take("a symbol or side");
            if (word.equalsIgnoreCase("buy") || word.equalsIgnoreCase("sell")) {
                side = side(word);
            } else if (symbol == null) {
                symbol = word.toUpperCase(Locale.ROOT);
            } else {
                throw new SyntaxFault("mass-cancel takes one symbol and one side, not also \"" + word + "\"");
            }
        }
        return new Command.MassCancel(symbol, side);
    }

    private static Expectation expectation(final Words words) throws SyntaxFault {
        final String order = words.take("the order's name");
        final Outcome outcome = Outcome.of(words.take("the outcome"));
        final Map<String, String> conditions = new LinkedHashMap<>();
        Duration within = PATIENCE;
        while (words.hasNext()) {
            final String word = words.take("a condition");
            if (word.equalsIgnoreCase("within")) {
                within = Values.duration(words.take("the time"));
            } else {
                conditions.put(condition(word), Values.valueOf(word));
            }
        }
        if (outcome == Outcome.NOTHING && !conditions.isEmpty()) {
            throw new SyntaxFault("NOTHING has no conditions");
        }
        return new Expectation(order, outcome, conditions, within);
    }

    private static String condition(final String word) throws SyntaxFault {
        final String key = word.replaceAll("=.*", "").toLowerCase(Locale.ROOT);
        final boolean known = word.indexOf('=') > 0 && (Vocabulary.CONDITIONS.contains(key) || Values.tagOf(word) > 0);
        if (!known) {
            throw new SyntaxFault("\"" + word
                    + "\" is no condition: qty=, price=, leaves=, cum=, code=, a tag such as 103=6, or within 5s");
        }
        return key;
    }

    private static Command waiting(final Words words) throws SyntaxFault {
        if (words.takeIf("within")) {
            return new Command.Settle(Values.duration(words.take("the time")));
        }
        return words.hasNext()
                ? new Command.Pause(Values.duration(words.take("the time")))
                : new Command.Settle(PATIENCE);
    }

    private static String raw(final Words words) throws SyntaxFault {
        final String message = words.rest();
        if (!message.startsWith("35=")) {
            throw new SyntaxFault("a raw message begins with 35=, its fields are separated by |");
        }
        return message;
    }

    private static boolean onOrOff(final String word) throws SyntaxFault {
        return switch (word) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new SyntaxFault("wire is on or off");
        };
    }
}
