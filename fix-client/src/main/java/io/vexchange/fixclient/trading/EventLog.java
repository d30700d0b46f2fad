package io.vexchange.fixclient.trading;

import java.util.regex.Pattern;
import quickfix.Log;

/** Hands what the FIX engine says to a session instead of to a file. */
final class EventLog implements Log {
    private static final Pattern PASSWORD = Pattern.compile("\\|554=[^|]*");

    private final String session;
    private final SessionListener listener;
    private volatile String lastError = "";

    EventLog(final String session, final SessionListener listener) {
        this.session = session;
        this.listener = listener;
    }

    /** The newest error, empty when there was none. */
    String lastError() {
        return lastError;
    }

    @Override
    public void clear() {
        lastError = "";
    }

    @Override
    public void onIncoming(final String message) {
        listener.wire(session, true, readable(message));
    }

    @Override
    public void onOutgoing(final String message) {
        listener.wire(session, false, readable(message));
    }

    private static String readable(final String message) {
        return PASSWORD.matcher(message.replace('\u0001', '|')).replaceAll("|554=***");
    }

    @Override
    public void onEvent(final String text) {
        // what it does when all is well is of no interest here
    }

    @Override
    public void onErrorEvent(final String text) {
        lastError = text;
    }
}
