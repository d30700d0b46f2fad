package io.vexchange.fixclient.load;

import io.vexchange.fixclient.trading.Terminals;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fix-client load}: sends orders at a rate or with a window, and tells how long the answers take. */
@Command(
        name = "load",
        sortOptions = false,
        description =
                "Sends orders and tells how long the answers take. Either at a fixed rate (open loop: time counts from when a"
                        + " request was due) or with a number of requests outstanding (closed loop: the next is sent when one is answered)."
                        + " It sells to itself what it buys, so that the book stays small; at the end it takes back what rests.",
        footer = {
            "",
            "Exit status: 0 done, 1 the venue was lost or something was not answered, 2 wrong usage or no connection."
        })
public final class LoadCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final long STOP_SECONDS = 20;

    @Spec
    CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this and end")
    boolean help;

    @Option(
            names = "--sessions",
            split = ",",
            defaultValue = "LOAD1",
            paramLabel = "NAME",
            description = "who sends (default: LOAD1)")
    List<String> sessions;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "open loop: requests a second of all sessions together, 1 to 200000")
    int rate;

    @Option(
            names = "--window",
            paramLabel = "N",
            description = "closed loop: requests outstanding a session, 1 to 10000")
    int window;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "10",
            description = "of measurement, 1 to 3600 (default: 10)")
    int seconds;

    @Option(
            names = "--warmup",
            paramLabel = "S",
            defaultValue = "3",
            description = "seconds before it, 0 to 600 (default: 3)")
    int warmup;

    @Option(
            names = "--symbol",
            paramLabel = "SYMBOL",
            defaultValue = "BTC-USD",
            description = "what is traded (default: BTC-USD)")
    String symbol;

    @Option(
            names = "--price",
            paramLabel = "P",
            description = "at which it trades (default: the demo venue's reference price)")
    String price;

    @Option(names = "--quantity", paramLabel = "Q", description = "of every order (default: a few lots)")
    String quantity;

    @Option(
            names = "--mix",
            paramLabel = "MIX",
            defaultValue = Mix.DEFAULT,
            description =
                    "proportions (default: ${DEFAULT-VALUE}). trade: rest a sell, meet it; cancel: rest a buy, cancel it; replace:"
                            + " rest a buy, move it, cancel it; ioc: an immediate buy that meets nothing")
    String mix;

    @Option(names = "--json", paramLabel = "FILE", description = "write the result as JSON")
    Path json;

    @Option(
            names = "--hgrm",
            paramLabel = "PREFIX",
            description = "write PREFIX-first-report.hgrm and PREFIX-fill.hgrm")
    String hgrm;

    @Option(
            names = "--verify",
            paramLabel = "LEDGER",
            description = "write every order and what it was told to this file, one JSON object a line, and check it")
    Path ledger;

    @Option(names = "--until-disconnect", description = "the end of the venue is what is waited for, and no fault")
    boolean untilDisconnect;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "the venue (default: 127.0.0.1)")
    String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "${env:VEX_FIX_PORT:-9880}",
            description = "its FIX port (default: ${DEFAULT-VALUE})")
    int port;

    @Option(names = "--target", paramLabel = "COMPID", defaultValue = "VEX", description = "its CompID (default: VEX)")
    String target;

    @Option(
            names = "--password",
            paramLabel = "WORD",
            defaultValue = "demo",
            description = "of the sessions (default: demo)")
    String password;

    @Option(names = "--allow-remote", description = "allow a venue that is not on this machine")
    boolean allowRemote;

    @Override
    public Integer call() throws InterruptedException {
        final PrintWriter out = spec.commandLine().getOut();
        final PrintWriter err = spec.commandLine().getErr();
        try {
            return run(plan(), out, err);
        } catch (LoadFault fault) {
            err.println(fault.getMessage());
            err.flush();
            return fault.exitStatus();
        }
    }

    private int run(final LoadPlan plan, final PrintWriter out, final PrintWriter err)
            throws LoadFault, InterruptedException {
        final boolean terminal = Terminals.isInteractive();
        final LoadRun run = new LoadRun(plan, terminal ? new Progress(out) : (each, elapsed, warmingUp) -> {});
        final CountDownLatch finished = new CountDownLatch(1);
        final Thread hook = new Thread(() -> stopAndWait(run, finished), "load-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            final LoadResult result = run.execute();
            if (terminal) {
                out.print("\r\u001b[K");
            }
            report(run, result, out);
            result.faults().forEach(err::println);
            err.flush();
            return result.faults().isEmpty() ? DONE : LoadFault.FAILED;
        } finally {
            finished.countDown();
            removeHook(hook);
        }
    }

    /** Ctrl-C: orders are taken back, sessions logged out and the result shown before the process ends. */
    private static void stopAndWait(final LoadRun run, final CountDownLatch finished) {
        run.stop();
        try {
            finished.await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(final Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending, which is what the hook is for
        }
    }

    private void report(final LoadRun run, final LoadResult result, final PrintWriter out) throws LoadFault {
        final Summary summary = new Summary(result);
        summary.print(out);
        try {
            if (json != null) {
                Files.writeString(json, summary.json() + "\n");
            }
            if (hgrm != null) {
                summary.writeDistributions(hgrm);
            }
            if (ledger != null) {
                run.writeLedger();
            }
        } catch (IOException e) {
            throw LoadFault.failed("cannot write the result: " + e.getMessage());
        }
    }

    private LoadPlan plan() throws LoadFault {
        if (rate > 0 == window > 0) {
            throw LoadFault.usage("give either --rate (open loop) or --window (closed loop)");
        }
        within("--rate", rate, 0, LoadPlan.RATE_LIMIT);
        within("--window", window, 0, LoadPlan.WINDOW_LIMIT);
        within("--seconds", seconds, 1, LoadPlan.SECONDS_LIMIT);
        within("--warmup", warmup, 0, 600);
        within("--port", port, 1, 65_535);
        within("--sessions", sessions.size(), 1, LoadPlan.SESSION_LIMIT);
        if (new HashSet<>(sessions).size() < sessions.size()) {
            throw LoadFault.usage("--sessions names a session twice");
        }
        if (ledger != null && (long) rate * (seconds + warmup) > LoadPlan.LEDGER_LIMIT) {
            throw LoadFault.usage(
                    "--verify keeps every order in memory: at most " + LoadPlan.LEDGER_LIMIT + " requests");
        }
        final InetSocketAddress venue = new InetSocketAddress(host, port);
        if (venue.isUnresolved()) {
            throw LoadFault.usage("--host " + host + " is not known");
        }
        if (!allowRemote && !venue.getAddress().isLoopbackAddress()) {
            throw LoadFault.usage(
                    "--host " + host + " is not this machine; with --allow-remote it is loaded all the same");
        }
        final Terms terms = Terms.of(symbol.toUpperCase(Locale.ROOT), price, quantity);
        return new LoadPlan(
                venue,
                target,
                password,
                List.copyOf(sessions),
                rate,
                window,
                warmup,
                seconds,
                terms,
                Mix.parse(mix),
                ledger,
                untilDisconnect);
    }

    private static void within(final String option, final int value, final int least, final int most) throws LoadFault {
        if (value < least || value > most) {
            throw LoadFault.usage(option + " is " + Math.max(1, least) + " to " + most + ", not " + value);
        }
    }
}
