package io.vexchange.fixclient;

import io.vexchange.fixclient.load.LoadCommand;
import io.vexchange.fixclient.trading.RunCommand;
import io.vexchange.fixclient.trading.Shell;
import io.vexchange.fixclient.trading.Terminals;
import io.vexchange.fixclient.trading.TradingOptions;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bin/fix-client}: a FIX 4.4 client of the venue. Without a command it is a shell. */
@Command(
        name = "bin/fix-client",
        mixinStandardHelpOptions = true,
        version = "V-Exchange FIX client 0.1.0",
        description =
                "A FIX 4.4 client of V-Exchange. Without a command it takes commands from the terminal or a pipe: help lists them.",
        subcommands = {RunCommand.class, LoadCommand.class},
        footer = {"", "Exit status: 0 done, 1 something did not go as expected, 2 wrong usage or no connection."})
public final class FixClientMain implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int HELP_COLUMNS = 110;

    @Spec
    CommandSpec spec;

    @Mixin
    TradingOptions options;

    FixClientMain() {}

    /** @param arguments of the command line */
    public static void main(final String[] arguments) {
        // The FIX engine's own log is of no use here; what matters is printed. Set before anything can log.
        System.setProperty("logback.configurationFile", "io/vexchange/fixclient/logback.xml");
        final int status = commandLine().execute(arguments);
        System.out.flush();
        System.exit(status);
    }

    /** The program, ready to be executed. */
    static CommandLine commandLine() {
        return new CommandLine(new FixClientMain())
                .setUsageHelpWidth(HELP_COLUMNS)
                .setParameterExceptionHandler(FixClientMain::wrongUsage)
                .setExecutionExceptionHandler(FixClientMain::unexpected);
    }

    @Override
    public Integer call() throws IOException {
        final Shell shell = new Shell(options);
        if (Terminals.isInteractive()) {
            return shell.serveTerminal();
        }
        return shell.servePipe(
                new InputStreamReader(System.in, Charset.defaultCharset()),
                spec.commandLine().getOut());
    }

    private static int wrongUsage(final ParameterException fault, final String[] arguments) {
        final CommandLine command = fault.getCommandLine();
        command.getErr()
                .println(
                        fault.getMessage() + " (see " + command.getCommandSpec().qualifiedName() + " --help)");
        return USAGE;
    }

    private static int unexpected(
            final Exception fault, final CommandLine command, final CommandLine.ParseResult parsed) {
        command.getErr().println("failed: " + (fault.getMessage() == null ? fault : fault.getMessage()));
        return FAILED;
    }
}
