package io.vexchange.fixclient.trading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes commands, sessions, symbols, sides, options, outcomes and the names of orders. */
final class ShellCompleter implements Completer {
    private final Desk desk;

    ShellCompleter(final Desk desk) {
        this.desk = desk;
    }

    @Override
    public void complete(final LineReader reader, final ParsedLine line, final List<Candidate> candidates) {
        for (final String word : candidates(line.words().subList(0, line.wordIndex()), line.word())) {
            final boolean finished = !word.endsWith("=") && !word.equals("@");
            candidates.add(new Candidate(word, word, null, null, null, null, finished));
        }
    }

    /** What may stand behind these words. {@code begun} is the word under the cursor, as far as it was typed. */
    List<String> candidates(final List<String> before, final String begun) {
        final List<String> words = new ArrayList<>(before);
        if (!words.isEmpty() && words.get(0).startsWith("@")) {
            words.remove(0);
        } else if (words.isEmpty() && begun.startsWith("@")) {
            return sessions().stream().map(session -> "@" + session).toList();
        }
        if (words.isEmpty()) {
            return Vocabulary.COMMANDS;
        }
        final String command = words.get(0).toLowerCase(Locale.ROOT);
        final int position = words.size();
        return switch (command) {
            case "logon" -> position == 1 ? sessions() : Vocabulary.LOGON_OPTIONS;
            case "use" -> sessions();
            case "buy", "sell" -> order(position);
            case "market" -> position == 1 ? sides() : order(position - 1);
            case "cancel", "status" -> desk.liveOrderNames();
            case "replace" -> position == 1 ? desk.liveOrderNames() : Vocabulary.CHANGES;
            case "mass-cancel" ->
                Stream.concat(Vocabulary.SYMBOLS.stream(), sides().stream()).toList();
            case "expect" -> expectation(position);
            case "wire" -> List.of("on", "off");
            default -> List.of();
        };
    }

    private static List<String> order(final int position) {
        return switch (position) {
            case 1 -> List.of();
            case 2 -> Vocabulary.SYMBOLS;
            default ->
                Stream.concat(Vocabulary.ORDER_OPTIONS.stream(), Vocabulary.TIMES_IN_FORCE.stream())
                        .toList();
        };
    }

    private List<String> expectation(final int position) {
        return switch (position) {
            case 1 -> desk.orderNames();
            case 2 -> Arrays.stream(Outcome.values()).map(Outcome::name).toList();
            default ->
                Stream.concat(Vocabulary.CONDITIONS.stream().map(each -> each + "="), Stream.of("within"))
                        .toList();
        };
    }

    private static List<String> sides() {
        return Arrays.stream(Side.values()).map(Side::word).toList();
    }

    private List<String> sessions() {
        return Stream.concat(desk.sessionNames().stream(), Vocabulary.SESSIONS.stream())
                .distinct()
                .toList();
    }
}
