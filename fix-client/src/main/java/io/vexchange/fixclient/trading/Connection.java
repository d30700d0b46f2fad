package io.vexchange.fixclient.trading;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import quickfix.Application;
import quickfix.ConfigError;
import quickfix.Field;
import quickfix.FieldMap;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.MessageStoreFactory;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.SessionStateListener;
import quickfix.SocketInitiator;
import quickfix.fix44.MessageFactory;

/** One connection to the venue, from the attempt to its end, on a QuickFIX/J initiator of its own. */
final class Connection implements Application, SessionStateListener {
    /** How an attempt to log on ended. */
    enum Result {
        ON,
        /** The venue said no, in so many words. */
        REFUSED,
        /** The venue cut the connection without a word. */
        CUT_OFF,
        /** There is nobody to talk to. */
        UNREACHABLE
    }

    private static final int REMEMBERED_REQUESTS = 1_000;

    private final Command.Logon logon;
    private final SessionListener listener;
    private final EventLog log;
    private final SocketInitiator initiator;
    private final CompletableFuture<Result> result = new CompletableFuture<>();
    private final CountDownLatch gone = new CountDownLatch(1);
    private final Map<Integer, String> requestsBySequence = new LinkedHashMap<>();
    private volatile Session session;
    private volatile String farewell = "";
    private volatile boolean leaving;

    Connection(
            final Command.Logon logon,
            final SessionSettings settings,
            final MessageStoreFactory stores,
            final SessionListener listener)
            throws ConfigError {
        this.logon = logon;
        this.listener = listener;
        log = new EventLog(logon.session(), listener);
        initiator = SocketInitiator.newBuilder()
                .withApplication(this)
                .withMessageStoreFactory(stores)
                .withSettings(settings)
                .withLogFactory(id -> log)
                .withMessageFactory(new MessageFactory())
                .build();
    }

    /** Connects, logs on, and waits for how it ends. */
    Result open(final Duration within) throws ConfigError, InterruptedException {
        initiator.start();
        try {
            return result.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            farewell = "no answer within " + within.toSeconds() + " s";
            return Result.REFUSED;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the venue, or the network, said at the end. */
    String farewell() {
        return farewell.isEmpty() ? log.lastError() : farewell;
    }

    boolean isOn() {
        final Session now = session;
        return now != null && now.isLoggedOn() && gone.getCount() > 0;
    }

    boolean send(final Message message) {
        return session.send(message);
    }

    /** Logout, and its answer if it comes in time; then the end. */
    void logout(final Duration within) throws InterruptedException {
        leaving = true;
        if (isOn()) {
            session.generateLogout();
            gone.await(within.toMillis(), TimeUnit.MILLISECONDS);
        }
        close();
    }

    /** Cuts the connection without a Logout. */
    void drop() {
        leaving = true;
        try {
            if (session != null) {
                session.disconnect("dropped on purpose", false);
            }
        } catch (IOException e) {
            farewell = e.getMessage();
        }
        close();
    }

    /** Ends everything of this connection. */
    void close() {
        leaving = true;
        initiator.stop(true);
    }

    @Override
    public void onCreate(final SessionID id) {
        session = Session.lookupSession(id);
        session.addStateListener(this);
    }

    /** Logs on at once; left alone, the FIX engine does it at its next tick, which is up to a second away. */
    @Override
    public void onConnect() {
        try {
            session.next();
        } catch (IOException e) {
            farewell = e.getMessage();
        }
    }

    @Override
    public void onConnectException(final Exception e) {
        final Throwable cause = e.getCause() == null ? e : e.getCause();
        farewell = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        result.complete(Result.UNREACHABLE);
    }

    @Override
    public void onLogon() {
        result.complete(Result.ON);
    }

    @Override
    public void onLogon(final SessionID id) {
        // the state listener above hears it too
    }

    @Override
    public void onLogout(final SessionID id) {
        // a connection's end is heard by onDisconnect, also when there was no logon
    }

    @Override
    public void onDisconnect() {
        final boolean wasOn = result.getNow(null) == Result.ON;
        result.complete(farewell.isEmpty() ? Result.CUT_OFF : Result.REFUSED);
        gone.countDown();
        if (wasOn && !leaving) {
            listener.lost(logon.session(), farewell());
        }
    }

    @Override
    public void toAdmin(final Message message, final SessionID id) {
        switch (typeOf(message)) {
            case "A" -> {
                message.setString(Tag.USERNAME, logon.session());
                message.setString(Tag.PASSWORD, logon.password());
                logon.tags().forEach(message::setString);
            }
            case "3" ->
                listener.venueMessageRefused(
                        logon.session(), stringOf(message, Tag.TEXT) + ", tag " + stringOf(message, Tag.REF_TAG));
            default -> {}
        }
    }

    @Override
    public void fromAdmin(final Message message, final SessionID id) {
        switch (typeOf(message)) {
            case "5" -> farewell = stringOf(message, Tag.TEXT);
            case "3" -> tell("3", message);
            default -> {}
        }
    }

    @Override
    public void toApp(final Message message, final SessionID id) {
        if ("j".equals(typeOf(message))) {
            listener.venueMessageRefused(logon.session(), stringOf(message, Tag.TEXT));
            return;
        }
        final String request = requestId(message);
        if (!request.isEmpty()) {
            synchronized (requestsBySequence) {
                requestsBySequence.put(intOf(message.getHeader(), Tag.MSG_SEQ_NUM), request);
                if (requestsBySequence.size() > REMEMBERED_REQUESTS) {
                    requestsBySequence.remove(
                            requestsBySequence.keySet().iterator().next());
                }
            }
        }
    }

    private static String requestId(final Message message) {
        final String status = stringOf(message, Tag.ORD_STATUS_REQ_ID);
        return status.isEmpty() ? stringOf(message, Tag.CL_ORD_ID) : status;
    }

    @Override
    public void fromApp(final Message message, final SessionID id) {
        tell(typeOf(message), message);
    }

    private void tell(final String type, final Message message) {
        final Map<Integer, String> fields = new TreeMap<>();
        message.iterator().forEachRemaining(field -> fields.put(field.getTag(), textOf(field)));
        if (message.getHeader().isSetField(Tag.POSS_DUP)) {
            fields.put(Tag.POSS_DUP, "Y");
        }
        if (type.equals("3") || type.equals("j")) {
            nameRequest(message, fields);
        }
        listener.report(new Report(logon.session(), LocalTime.now(ZoneId.systemDefault()), type, fields));
    }

    /** A refusal by number is about the request that had this number. */
    private void nameRequest(final Message message, final Map<Integer, String> fields) {
        synchronized (requestsBySequence) {
            final String request = requestsBySequence.get(intOf(message, Tag.REF_SEQ_NUM));
            if (request != null) {
                fields.putIfAbsent(Tag.CL_ORD_ID, request);
            }
        }
    }

    private static String textOf(final Field<?> field) {
        return String.valueOf(field.getObject());
    }

    private static String typeOf(final Message message) {
        return stringOf(message.getHeader(), Tag.MSG_TYPE);
    }

    private static String stringOf(final FieldMap fields, final int tag) {
        try {
            return fields.isSetField(tag) ? fields.getString(tag) : "";
        } catch (FieldNotFound e) {
            return "";
        }
    }

    private static int intOf(final FieldMap fields, final int tag) {
        try {
            return fields.isSetField(tag) ? fields.getInt(tag) : 0;
        } catch (FieldNotFound e) {
            return 0;
        }
    }
}
