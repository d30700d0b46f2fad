package io.vexchange.fix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import quickfix.Application;
import quickfix.ApplicationAdapter;
import quickfix.ConfigError;
import quickfix.DefaultSessionFactory;
import quickfix.LogFactory;
import quickfix.MemoryStoreFactory;
import quickfix.MessageStoreFactory;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionSettings;

/** Makes QuickFIX/J's sessions: the operator's settings, and over them what the rules of engagement demand. */
final class SessionSettingsFactory {
    static final String DICTIONARY = "FIX44-VEX.xml";

    private final Map<String, String> defaults;
    private final DefaultSessionFactory sessions;

    SessionSettingsFactory(
            final Map<String, String> defaults,
            final Application application,
            final MessageStoreFactory stores,
            final LogFactory logs) {
        this.defaults = defaults;
        this.sessions = new DefaultSessionFactory(application, stores, logs, new PlainMessageFactory());
    }

    /**
     * Tries the operator's settings on a session that is thrown away.
     *
     * @throws IllegalArgumentException when QuickFIX/J does not take them
     */
    static void check(final FixSettings settings) {
        final SessionID id = new SessionID(FixText.BEGIN_STRING, settings.compId(), "(check)");
        final SessionSettingsFactory factory = new SessionSettingsFactory(
                settings.quickfix(),
                new ApplicationAdapter(),
                new MemoryStoreFactory(),
                each -> new SessionLog("", false, OutboundMessage::nowMicros));
        try (Session session = factory.create(id, false)) {
            session.logout();
        } catch (final IllegalStateException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Session create(final SessionID id, final boolean nextExpected) {
        final SessionSettings settings = new SessionSettings();
        defaults.forEach(settings::setString);
        settings.setString(id, "ConnectionType", "acceptor");
        settings.setString(id, "NonStopSession", "Y");
        settings.setString(id, "UseDataDictionary", "Y");
        settings.setString(id, "DataDictionary", DICTIONARY);
        settings.setString(id, "RejectMessageOnUnhandledException", "Y");
        settings.setString(id, "CheckLatency", "Y");
        settings.setString(id, "CheckCompID", "Y");
        settings.setString(id, "PersistMessages", "Y");
        settings.setString(id, "LogoutTimeout", "5");
        settings.setString(id, "EnableNextExpectedMsgSeqNum", nextExpected ? "Y" : "N");
        try {
            return sessions.create(id, settings);
        } catch (final ConfigError e) {
            throw new IllegalStateException("fix-acceptor.cfg: " + e.getMessage(), e);
        }
    }
}
