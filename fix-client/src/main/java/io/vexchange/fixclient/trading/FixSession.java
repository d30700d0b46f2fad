package io.vexchange.fixclient.trading;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import quickfix.ConfigError;
import quickfix.FileStoreFactory;
import quickfix.MemoryStoreFactory;
import quickfix.Message;
import quickfix.SessionID;
import quickfix.SessionSettings;

/** A FIX session as its user sees it: off or on, over as many connections as it takes. Used by one thread. */
final class FixSession {
    private static final Duration LOGON_PATIENCE = Duration.ofSeconds(40); // a refusal is delayed by up to 30 s
    private static final Duration LOGOUT_PATIENCE = Duration.ofSeconds(3);
    /** The venue needs a moment to notice the end of a connection, and cuts off a logon that comes before. */
    private static final long SETTLE_MILLIS = 200;

    private static final int ATTEMPTS = 10;
    private static final int HEARTBEAT_SECONDS = 30;
    private static final long NO_RECONNECT_SECONDS = 1_000_000;

    private final String name;
    private final Venue venue;
    private final Path storeFolder;
    private final SessionListener listener;
    private Connection connection;

    FixSession(final String name, final Venue venue, final Path storeFolder, final SessionListener listener) {
        this.name = name;
        this.venue = venue;
        this.storeFolder = storeFolder;
        this.listener = listener;
    }

    boolean isOn() {
        return connection != null && connection.isOn();
    }

    /** Logs on, and again when the venue had not yet noticed the end of the last connection. */
    void logon(final Command.Logon logon) throws CommandFault, InterruptedException {
        if (isOn()) {
            throw CommandFault.failed(name + " is on already");
        }
        if (connection != null) {
            connection.close();
        }
        for (int attempt = 1; ; attempt++) {
            final Connection.Result result = open(logon);
            if (result == Connection.Result.ON && logon.refusal() == null) {
                return;
            }
            if (result != Connection.Result.CUT_OFF || attempt == ATTEMPTS) {
                conclude(logon, result);
                return;
            }
            connection.close();
            TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
        }
    }

    private Connection.Result open(final Command.Logon logon) throws CommandFault, InterruptedException {
        try {
            final SessionSettings settings = settings(logon.reset());
            connection = new Connection(
                    logon,
                    settings,
                    logon.resume() ? new FileStoreFactory(settings) : new MemoryStoreFactory(),
                    listener);
            return connection.open(LOGON_PATIENCE);
        } catch (ConfigError e) {
            throw CommandFault.usage("cannot open session " + name + ": " + e.getMessage());
        }
    }

    private void conclude(final Command.Logon logon, final Connection.Result result)
            throws CommandFault, InterruptedException {
        final String farewell = connection.farewell();
        if (result == Connection.Result.ON) {
            logout();
            throw CommandFault.failed(name + " was let in, and not refused with " + logon.refusal());
        }
        connection.close();
        connection = null;
        switch (result) {
            case UNREACHABLE ->
                throw CommandFault.usage("no venue answers at " + venue + " (" + farewell
                        + "): start it with bin/exchange, or give --host and --port");
            case CUT_OFF ->
                throw CommandFault.failed(
                        name + ": the venue closed the connection without a word; is it logged on elsewhere?");
            default -> {
                if (logon.refusal() == null || !farewell.startsWith(logon.refusal())) {
                    throw CommandFault.failed(name + " was refused: " + farewell);
                }
            }
        }
    }

    private SessionSettings settings(final boolean reset) {
        final SessionID id = new SessionID("FIX.4.4", name, venue.compId());
        final SessionSettings settings = new SessionSettings();
        settings.setString("ConnectionType", "initiator");
        settings.setString("FileStorePath", storeFolder.toString());
        settings.setString(id, "BeginString", "FIX.4.4");
        settings.setString(id, "SenderCompID", name);
        settings.setString(id, "TargetCompID", venue.compId());
        settings.setString(id, "SocketConnectHost", venue.host());
        settings.setLong(id, "SocketConnectPort", venue.port());
        settings.setLong(id, "HeartBtInt", HEARTBEAT_SECONDS);
        settings.setLong(id, "ReconnectInterval", NO_RECONNECT_SECONDS);
        settings.setLong(id, "LogonTimeout", LOGON_PATIENCE.toSeconds());
        settings.setString(id, "NonStopSession", "Y");
        settings.setString(id, "UseDataDictionary", "Y");
        settings.setString(id, "DataDictionary", "FIX44.xml");
        settings.setString(id, "ResetOnLogon", reset ? "Y" : "N");
        return settings;
    }

    void send(final Message message) throws CommandFault {
        if (!isOn()) {
            throw CommandFault.failed(
                    name + " is not logged on" + (connection == null ? "" : ": " + connection.farewell()));
        }
        if (!connection.send(message)) {
            throw CommandFault.failed(name + " could not send: the connection is gone");
        }
    }

    void logout() throws InterruptedException {
        if (connection != null) {
            connection.logout(LOGOUT_PATIENCE);
        }
    }

    void drop() {
        if (connection != null) {
            connection.drop();
        }
    }
}
