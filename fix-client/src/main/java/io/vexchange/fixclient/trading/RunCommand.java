package io.vexchange.fixclient.trading;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fix-client run SCRIPT}: does a script and says by its exit status whether all expectations held. */
@Command(
        name = "run",
        description = "Runs a script: a file, or the name of one in fix-client/scripts.",
        footer = {
            "",
            "Exit status: 0 all expectations held, 1 one did not (its line is shown), 2 wrong usage or no connection."
        })
public final class RunCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this and end")
    boolean help;

    @Mixin
    TradingOptions options;

    @Option(names = "--fast", description = "skip the pauses that are only for people (wait 500ms)")
    boolean fast;

    @Parameters(paramLabel = "SCRIPT", description = "the script")
    Path file;

    @Override
    public Integer call() {
        final PrintWriter out = spec.commandLine().getOut();
        final PrintWriter err = spec.commandLine().getErr();
        final Ink ink = options.ink();
        final Venue venue = options.venue();
        final Output output = text -> {
            synchronized (out) {
                out.println(text);
                out.flush();
            }
        };
        try {
            final Script script = read();
            final long start = System.nanoTime();
            try (Desk desk = new Desk(venue, options.store, !fast, output, ink)) {
                desk.wire(options.wire);
                new Playback(desk, output, ink).play(script, options.sessions);
            }
            output.line(ink.green("passed")
                    + String.format(
                            Locale.ROOT,
                            "  %s: %d commands, %d expectations, %.1f s",
                            script.name(),
                            script.lines().size(),
                            script.expectations(),
                            (System.nanoTime() - start) / 1e9));
            return ExitStatus.DONE;
        } catch (CommandFault fault) {
            err.println(ink.red(fault.exitStatus() == ExitStatus.FAILED ? "FAILED" : "cannot run") + "  "
                    + fault.getMessage());
            return fault.exitStatus();
        } catch (SyntaxFault | IOException fault) {
            err.println(fault.getMessage());
            return ExitStatus.USAGE;
        } finally {
            err.flush();
        }
    }

    private Script read() throws SyntaxFault, IOException {
        final Path found = ScriptFiles.find(file);
        try {
            return Script.parse(found.getFileName().toString(), Files.readAllLines(found));
        } catch (IOException e) {
            throw new IOException("cannot read the script " + file + ScriptFiles.hint(), e);
        }
    }
}
