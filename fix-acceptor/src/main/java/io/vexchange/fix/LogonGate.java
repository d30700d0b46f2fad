package io.vexchange.fix;

import java.net.InetAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/**
 * Judges each Logon before any session sees it, so that a stranger moves no number and resets nothing. What is no Logon to this venue is
 * closed without a word; a refused one is answered late by one Logout.
 */
final class LogonGate {
    private static final int ENDING_LOOKS = 100;
    private static final long ENDING_MILLIS = 10;

    private final Gateway gateway;
    private final ExecutorService pool;
    private final PasswordCheck passwords = new PasswordCheck();
    private final SourceDelays delays = new SourceDelays();

    /**
     * @param gateway whose sessions it guards
     * @param pool for passwords, which take long; bounded
     */
    LogonGate(final Gateway gateway, final ExecutorService pool) {
        this.gateway = gateway;
        this.pool = pool;
    }

    /** The first message of a connection. The I/O thread. */
    void first(final Connection connection, final String raw) {
        final boolean addressedToUs = raw.startsWith("8=FIX.4.4\001")
                && "A".equals(FixText.type(raw))
                && FixText.hasRightChecksum(raw)
                && FixText.value(raw, 49) != null
                && gateway.settings().compId().equals(FixText.value(raw, 56));
        if (!addressedToUs) {
            connection.closeNow();
            return;
        }
        connection.logonSeen = true;
        judgeLater(connection, raw, ENDING_LOOKS);
    }

    private void judgeLater(final Connection connection, final String raw, final int looks) {
        try {
            pool.execute(() -> judge(connection, raw, looks));
        } catch (final RejectedExecutionException e) {
            connection.closeNow();
        }
    }

    /** @param looks how often it is looked again whether a connection that is ending has ended: a client may be back at once */
    private void judge(final Connection connection, final String raw, final int looks) {
        final TradingSession session = gateway.session(FixText.value(raw, 49));
        if (session == null) {
            refuse(connection, null, FixText.value(raw, 49), "LOGON_REFUSED", "unknown identity");
            return;
        }
        if (looks > 0 && session.isEnding()) {
            gateway.later(() -> judgeLater(connection, raw, looks - 1), ENDING_MILLIS);
            return;
        }
        final SessionConfig config = session.config();
        final LogonRequest logon = LogonRequest.parse(raw, config.nextExpected());
        final boolean allowed = isAllowed(config, connection.source());
        final boolean certified = isCertified(config, connection);
        if (session.isBound()) {
            connection.closeNow();
            final boolean right = allowed && certified && isRightFor(config, logon);
            gateway.audit()
                    .logon(
                            config.name(),
                            connection.source(),
                            "SECOND_LOGON",
                            right ? "right password" : "wrong password");
            if (right) {
                session.probe();
            }
        } else if (!allowed) {
            refuse(connection, session, config.name(), "LOGON_REFUSED", "address not allowed");
        } else if (!certified) {
            refuse(connection, session, config.name(), "LOGON_REFUSED", "certificate of another name, or none");
        } else if (logon.faultyTag() != 0) {
            refuse(connection, session, config.name(), "BAD_LOGON_FIELD: " + logon.faultyTag(), "field");
        } else if (!isRightFor(config, logon)) {
            refuse(connection, session, config.name(), "LOGON_REFUSED", "wrong username or password");
        } else if (!config.enabled() || !gateway.isParticipantEnabled(config.participantId())) {
            refuse(connection, session, config.name(), "DISABLED", "disabled");
        } else {
            delays.succeeded(connection.source());
            session.accept(connection, logon);
        }
    }

    /** @return true when the credentials are the session's; may take 90 ms */
    boolean isRightFor(final SessionConfig config, final LogonRequest logon) {
        return config.name().equals(logon.username()) && passwords.isRight(config.passwordHash(), logon.password());
    }

    private static boolean isAllowed(final SessionConfig config, final InetAddress source) {
        return config.addresses().isEmpty()
                || config.addresses().stream().anyMatch(each -> AddressRange.holds(each, source));
    }

    private boolean isCertified(final SessionConfig config, final Connection connection) {
        final FixTls tls = gateway.settings().tls();
        return tls == null || tls.clientCa() == null || config.name().equals(connection.certificateName());
    }

    private void refuse(
            final Connection connection,
            final TradingSession session,
            final String name,
            final String text,
            final String cause) {
        final long delayMillis = delays.refused(connection.source(), System.currentTimeMillis());
        gateway.audit().logon(name, connection.source(), "LOGON_REFUSED", cause);
        gateway.later(
                () -> {
                    if (session != null) {
                        session.refuse(connection, text);
                    } else {
                        connection.send(logout(gateway.settings().compId(), name, 1, text));
                        connection.disconnect();
                    }
                },
                delayMillis);
    }

    static String logout(final String ours, final String theirs, final int number, final String text) {
        final StringBuilder fields = new StringBuilder(100);
        FixText.field(fields, 35, "5");
        FixText.field(fields, 34, number);
        FixText.field(fields, 49, ours);
        fields.append("52=");
        FixText.time(fields, OutboundMessage.nowMicros(), false).append(FixText.SOH);
        FixText.field(fields, 56, theirs);
        FixText.field(fields, 58, text);
        return FixText.frame(fields);
    }
}
