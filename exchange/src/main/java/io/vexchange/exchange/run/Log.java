package io.vexchange.exchange.run;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.core.status.Status;
import io.vexchange.exchange.ExitCode;
import io.vexchange.exchange.StartFailure;
import io.vexchange.exchange.config.ExchangeConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The log files. Must be opened before any class with a logger is loaded. */
public final class Log {
    /** The log file's name in the folder of logs. */
    public static final String FILE = "exchange.log";

    private Log() {}

    /** No log: for commands that start nothing. */
    public static void none() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        System.setProperty("logback.configurationFile", "io/vexchange/exchange/quiet-logback.xml");
    }

    /**
     * Opens the log files.
     *
     * @param config what is written, and by which {@code logback.xml}
     * @param folder where the files go
     * @throws StartFailure when {@code logback.xml} is missing or wrong
     */
    public static void open(final ExchangeConfig.Logging config, final Path folder) {
        if (!Files.isReadable(config.file())) {
            throw new StartFailure(ExitCode.USAGE, "no readable file " + config.file());
        }
        System.setProperty("vex.logs", folder.toString());
        System.setProperty("vex.log.level", config.level());
        System.setProperty("vex.log.days", Integer.toString(config.keepDays()));
        System.setProperty(
                "vex.log.encoder", (config.json() ? JsonEncoder.class : PatternLayoutEncoder.class).getName());
        System.setProperty("logback.configurationFile", config.file().toUri().toString());
        SLF4JBridgeHandler.removeHandlersForRootLogger(); // the JDK's own would write to the console
        SLF4JBridgeHandler.install();
        final ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (factory instanceof LoggerContext context) {
            for (final Status each : context.getStatusManager().getCopyOfStatusList()) {
                if (each.getLevel() >= Status.ERROR) {
                    throw new StartFailure(
                            ExitCode.USAGE,
                            config.file() + ": "
                                    + String.valueOf(each.getMessage()).strip());
                }
            }
        }
    }

    /** Writes what is still in memory. */
    public static void close() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.stop();
        }
    }
}
