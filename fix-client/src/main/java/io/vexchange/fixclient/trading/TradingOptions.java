package io.vexchange.fixclient.trading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of everything that trades by hand or by script: where the venue is, and how its answers are shown. */
public final class TradingOptions {
    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "the venue (default: ${DEFAULT-VALUE})")
    String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "${env:VEX_FIX_PORT:-9880}",
            description = "its FIX port (default: ${DEFAULT-VALUE})")
    int port;

    @Option(
            names = "--target",
            paramLabel = "COMPID",
            defaultValue = "VEX",
            description = "its CompID (default: ${DEFAULT-VALUE})")
    String target;

    @Option(
            names = "--session",
            paramLabel = "NAME",
            description = "log this session on first; may be given several times")
    List<String> sessions = new ArrayList<>();

    @Option(
            names = "--store",
            paramLabel = "DIR",
            defaultValue = "${sys:user.home}/.vexchange/fix-client",
            description = "where sessions that resume keep their numbers (default: ${DEFAULT-VALUE})")
    Path store;

    @Option(names = "--wire", description = "show every message on the wire")
    boolean wire;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "auto, always or never; auto is a terminal without NO_COLOR")
    String color;

    /** The venue these options name. */
    Venue venue() {
        if (port < 1 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--port is 1 to 65535, not " + port);
        }
        return new Venue(host, port, target);
    }

    Ink ink() {
        return switch (color) {
            case "always" -> new Ink(true);
            case "never" -> new Ink(false);
            case "auto" -> new Ink(Terminals.isInteractive() && System.getenv("NO_COLOR") == null);
            default ->
                throw new ParameterException(spec.commandLine(), "--color is auto, always or never, not " + color);
        };
    }
}
