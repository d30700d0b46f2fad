package io.vexchange.exchange;

import io.vexchange.engine.cluster.CommandLog;
import io.vexchange.engine.cluster.LogDamagedException;
import io.vexchange.engine.cluster.LogReplay;
import io.vexchange.exchange.config.ExchangeConfig;
import io.vexchange.exchange.folder.DataFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.agrona.DirectBuffer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bin/exchange verify-log}. */
@Command(name = "verify-log", description = "Reads the whole log of a stopped venue and checks every frame.")
final class VerifyLogCommand extends VenueCommand {
    @Option(names = "--deep", description = "Also replays it and compares each snapshot with the state at its place.")
    private boolean deep;

    VerifyLogCommand(final Console console, final Map<String, String> environment) {
        super(console, environment);
    }

    /** Counts entries. */
    private static final class Count implements CommandLog.Entries {
        private long entries;

        @Override
        public void onCommand(
                final long position,
                final long timeMicros,
                final DirectBuffer buffer,
                final int offset,
                final int length) {
            entries++;
        }

        @Override
        public void onTimer(final long position, final long timeMicros) {
            entries++;
        }

        @Override
        public void onOther(final long position) {
            // connections and snapshots change no state
        }
    }

    @Override
    public Integer call() {
        final ExchangeConfig config = load();
        try (DataFolder folder = DataFolder.open(config.data())) {
            CommandLog.cutTornEnd(folder.path());
            console().say(deep ? replay(config, folder.path()) : read(folder.path()));
            return ExitCode.OK.status();
        } catch (final LogDamagedException e) {
            throw new StartFailure(ExitCode.LOG, e.getMessage(), e);
        }
    }

    private static String read(final Path data) {
        final CommandLog log = new CommandLog(data);
        final Count count = new Count();
        final long end = log.read(log.startPosition(), Long.MAX_VALUE, count);
        return "the log is sound: positions " + log.startPosition() + " to " + end + ", " + count.entries + " entries";
    }

    private static String replay(final ExchangeConfig config, final Path data) {
        final LogReplay.Result result = new LogReplay(data, config.engine().limits())
                .run(Long.MAX_VALUE, 0, 0, true, (sequence, buffer, offset, length) -> {});
        return "log " + new UUID(result.logIdHigh(), result.logIdLow()) + " is sound: " + result.entries()
                + " entries to position " + result.logPosition() + ", events 1 to " + result.sequence() + ", "
                + result.snapshots() + " snapshots equal, state " + Long.toHexString(result.stateHash());
    }
}
