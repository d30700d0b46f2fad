package io.vexchange.fixclient.trading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Commands from a person, line by line, with editing, history and completion; or from a pipe, without. */
public final class Shell {
    private static final String NAME = "fix-client";
    private static final int HISTORY_LINES = 1_000;

    private final TradingOptions options;

    /** @param options of the command line, parsed */
    public Shell(final TradingOptions options) {
        this.options = options;
    }

    /**
     * Serves a person at the terminal until {@code exit} or the end of input.
     *
     * @return the exit status
     * @throws IOException when the terminal fails
     */
    public int serveTerminal() throws IOException {
        final Ink ink = options.ink();
        final Venue venue = options.venue();
        try (Terminal terminal =
                TerminalBuilder.builder().name(NAME).system(true).build()) {
            final LineReader[] reader = new LineReader[1];
            final Output output = text -> reader[0].printAbove(text);
            try (Desk desk = new Desk(venue, options.store, true, output, ink)) {
                reader[0] = reader(terminal, desk);
                terminal.writer()
                        .println("FIX client of V-Exchange at " + venue
                                + ". Begin with: logon ALPHA1. Tab completes, help lists," + " Ctrl-D leaves.");
                interruptWaiting(terminal);
                start(desk, output, ink);
                while (!desk.isLeaving() && step(reader[0], desk, output, ink)) {
                    terminal.flush();
                }
            }
        }
        return ExitStatus.DONE;
    }

    /** Ctrl-C ends a command that waits, not the shell. */
    private static void interruptWaiting(final Terminal terminal) {
        final Thread shell = Thread.currentThread();
        terminal.handle(Terminal.Signal.INT, signal -> shell.interrupt());
    }

    private static boolean step(final LineReader reader, final Desk desk, final Output output, final Ink ink) {
        try {
            final String session = desk.currentSession();
            final String line = reader.readLine(ink.bold(session.isEmpty() ? NAME : session) + "> ");
            obey(line, desk, output, ink);
            Thread.interrupted(); // was for that command, not for the next line
            return true;
        } catch (UserInterruptException e) {
            return true;
        } catch (EndOfFileException e) {
            return false;
        }
    }

    private static LineReader reader(final Terminal terminal, final Desk desk) {
        return LineReaderBuilder.builder()
                .terminal(terminal)
                .appName(NAME)
                .completer(new ShellCompleter(desk))
                .variable(LineReader.HISTORY_FILE, historyFile())
                .variable(LineReader.HISTORY_SIZE, HISTORY_LINES)
                .variable(LineReader.HISTORY_IGNORE, "*password=*:*554=*")
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
                .build();
    }

    private static Path historyFile() {
        final Path folder = Path.of(System.getProperty("user.home"), ".vexchange");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            return Path.of(System.getProperty("java.io.tmpdir"), "." + NAME + "-history");
        }
        return folder.resolve(NAME + "-history");
    }

    /**
     * Obeys what comes from a pipe, one command a line.
     *
     * @param input the commands
     * @param out for everything that is to be seen
     * @return 0, or the status of the last fault
     * @throws IOException when the input cannot be read
     */
    public int servePipe(final Reader input, final PrintWriter out) throws IOException {
        final Ink ink = options.ink();
        final Output output = text -> {
            synchronized (out) {
                out.println(text);
                out.flush();
            }
        };
        int status = ExitStatus.DONE;
        try (Desk desk = new Desk(options.venue(), options.store, true, output, ink);
                BufferedReader lines = new BufferedReader(input)) {
            status = start(desk, output, ink);
            String line = lines.readLine();
            while (line != null && !desk.isLeaving()) {
                final int done = obey(line, desk, output, ink);
                status = done == ExitStatus.DONE ? status : done;
                line = lines.readLine();
            }
            desk.settleQuietly((int) CommandParser.PATIENCE.toMillis());
        } catch (CommandFault fault) {
            status = fault.exitStatus();
        }
        return status;
    }

    private int start(final Desk desk, final Output output, final Ink ink) {
        desk.wire(options.wire);
        int status = ExitStatus.DONE;
        for (final String session : options.sessions) {
            final Command logon =
                    new Command.Logon(session, CommandParser.DEFAULT_PASSWORD, true, false, null, Map.of());
            status = Math.max(status, obey(new ScriptLine(0, "logon " + session, null, logon), desk, output, ink));
        }
        return status;
    }

    private static int obey(final String text, final Desk desk, final Output output, final Ink ink) {
        try {
            final Optional<ScriptLine> line = CommandParser.parse(0, text);
            return line.isPresent() ? obey(line.get(), desk, output, ink) : ExitStatus.DONE;
        } catch (SyntaxFault fault) {
            output.line(ink.red(fault.getMessage()));
            return ExitStatus.USAGE;
        }
    }

    private static int obey(final ScriptLine line, final Desk desk, final Output output, final Ink ink) {
        try {
            desk.run(line);
            return ExitStatus.DONE;
        } catch (CommandFault fault) {
            output.line(ink.red(fault.getMessage()));
            return fault.exitStatus();
        }
    }
}
