package io.vexchange.exchange;

import io.vexchange.exchange.run.Log;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code bin/exchange}. Without a command it runs the venue. */
@Command(
        name = "bin/exchange",
        description = "V-Exchange: a trading venue in one command. Without a command it runs the venue.",
        synopsisSubcommandLabel = "[COMMAND]",
        mixinStandardHelpOptions = false,
        subcommands = {
            RunCommand.class,
            StatusCommand.class,
            StopCommand.class,
            SnapshotCommand.class,
            VerifyLogCommand.class,
            RebuildProjectionCommand.class,
            ResetCommand.class,
            HashPasswordCommand.class,
            VersionCommand.class
        },
        footer = {
            "",
            "Exit status: 0 done, 1 failed or not ready, 2 usage or configuration, 3 data folder in use, 4 port in use,",
            "5 PostgreSQL, 6 log, 7 build too old, 10 build failed, 70 ended while running."
        })
public final class ExchangeMain extends RunVenue {
    private ExchangeMain(final Console console, final Map<String, String> environment) {
        super(console, environment);
    }

    /** @param arguments of the command line */
    public static void main(final String[] arguments) {
        Log.none();
        final int status = run(new Console(System.out, System.err), System.getenv(), arguments);
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(status); // everything is stopped; a library's thread must not keep the process
    }

    /**
     * Runs a command.
     *
     * @param console for what people see
     * @param environment variables of the process
     * @param arguments of the command line
     * @return the exit status
     */
    static int run(final Console console, final Map<String, String> environment, final String... arguments) {
        final CommandLine line =
                new CommandLine(new ExchangeMain(console, environment), new Commands(console, environment));
        line.setExecutionStrategy(ExchangeMain::execute);
        line.setParameterExceptionHandler(usage(console));
        line.setExecutionExceptionHandler(failure(console));
        return line.execute(arguments);
    }

    /** An option before the command would be the run command's, and the command would not see it. */
    private static int execute(final ParseResult parsed) {
        if (parsed.hasSubcommand() && !parsed.matchedOptions().isEmpty()) {
            final String option = parsed.matchedOptions().get(0).longestName();
            throw new ParameterException(
                    parsed.commandSpec().commandLine(),
                    option + " must come after the command "
                            + parsed.subcommand().commandSpec().name());
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static IParameterExceptionHandler usage(final Console console) {
        return (final ParameterException e, final String[] arguments) -> {
            complain(
                    console,
                    e.getCommandLine(),
                    e.getMessage() + ": see " + e.getCommandLine().getCommandName() + " --help");
            return ExitCode.USAGE.status();
        };
    }

    private static IExecutionExceptionHandler failure(final Console console) {
        return (final Exception e, final CommandLine command, final ParseResult parsed) -> {
            if (e instanceof StartFailure failure) {
                complain(console, command, failure.getMessage());
                return failure.code().status();
            }
            complain(console, command, String.valueOf(e));
            return ExitCode.FAILED.status();
        };
    }

    private static void complain(final Console console, final CommandLine command, final String text) {
        final String verb = command.getCommand() instanceof RunVenue ? "start" : command.getCommandName();
        console.complain("V-Exchange cannot " + verb + ": " + text);
    }
}
