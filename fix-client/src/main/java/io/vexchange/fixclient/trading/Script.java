package io.vexchange.fixclient.trading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A script, read as a whole before anything of it is done.
 *
 * @param name of its file
 * @param lines that ask for something
 */
record Script(String name, List<ScriptLine> lines) {
    static Script parse(final String name, final List<String> text) throws SyntaxFault {
        final List<ScriptLine> lines = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            try {
                final Optional<ScriptLine> line = CommandParser.parse(i + 1, text.get(i));
                line.ifPresent(lines::add);
            } catch (SyntaxFault fault) {
                throw new SyntaxFault(name + ":" + (i + 1) + ": " + fault.getMessage());
            }
        }
        return new Script(name, List.copyOf(lines));
    }

    long expectations() {
        return lines.stream()
                .filter(line -> line.command() instanceof Command.Expect)
                .count();
    }
}
