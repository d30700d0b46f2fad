package io.vexchange.bench.echo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.vexchange.fix.FixSettings;
import io.vexchange.fix.JournalStores;
import io.vexchange.fix.PlainMessageFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;
import quickfix.SLF4JLogFactory;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.ThreadedSocketAcceptor;

/** The echo acceptor as a process of its own; it ends when its input ends. */
public final class EchoMain {
    private static final long FORCE_MILLIS = 100;
    private static final int SESSIONS = 8;

    private EchoMain() {}

    /**
     * @param arguments port, folder of the store, {@code fix-acceptor.cfg}
     * @throws Exception when it cannot listen
     */
    public static void main(final String[] arguments) throws Exception {
        // Neither messages nor events are written, as in the venue.
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        try (JournalStores stores = new JournalStores(Path.of(arguments[1]))) {
            final SessionSettings settings = settings(arguments[0], FixSettings.readDefaults(Path.of(arguments[2])));
            final ThreadedSocketAcceptor acceptor = new ThreadedSocketAcceptor(
                    new EchoApplication(), stores, settings, new SLF4JLogFactory(settings), new PlainMessageFactory());
            final ScheduledFuture<?> forcing =
                    timer.scheduleWithFixedDelay(stores::force, FORCE_MILLIS, FORCE_MILLIS, TimeUnit.MILLISECONDS);
            acceptor.start();
            System.out.println("echo ready");
            while (System.in.read() >= 0) {
                // until who has started it closes it
            }
            forcing.cancel(false);
            acceptor.stop(true);
        } finally {
            timer.shutdownNow();
        }
    }

    private static SessionSettings settings(final String port, final Map<String, String> defaults) {
        final SessionSettings settings = new SessionSettings();
        defaults.forEach(settings::setString);
        for (int i = 1; i <= SESSIONS; i++) {
            final SessionID id = new SessionID("FIX.4.4", "VEX", "LOAD" + i);
            settings.setString(id, "ConnectionType", "acceptor");
            settings.setString(id, "SocketAcceptAddress", "127.0.0.1");
            settings.setString(id, "SocketAcceptPort", port);
            settings.setString(id, "SocketTcpNoDelay", "Y");
            settings.setString(id, "NonStopSession", "Y");
            settings.setString(id, "UseDataDictionary", "Y");
            settings.setString(id, "DataDictionary", "FIX44-VEX.xml");
        }
        return settings;
    }
}
