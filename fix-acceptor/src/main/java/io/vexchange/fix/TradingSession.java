package io.vexchange.fix;

import io.vexchange.engine.client.Account;
import io.vexchange.engine.model.SessionRole;
import io.vexchange.fix.journal.ConnectionRecord;
import io.vexchange.fix.journal.SessionJournal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.DoNotSend;
import quickfix.InvalidMessage;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.field.MsgSeqNum;
import quickfix.field.MsgType;
import quickfix.field.PossDupFlag;

/**
 * One FIX session: its connection, its QuickFIX/J session, its journal, and what is owed to it.
 *
 * <p>Threads. What comes in and QuickFIX/J's timer run on the session's own serial executor. Reports come on the engine client's thread:
 * they are sent at once while the session is live, and wait in the journal otherwise. {@code deliveryLock} is held by whoever sends from
 * outside the serial executor, so that numbers are given in engine order; it is never taken inside QuickFIX/J's callbacks.
 */
final class TradingSession implements Connection.Owner {
    private static final Logger LOG = LoggerFactory.getLogger(TradingSession.class);
    private static final int DRAIN_TURN = 200;
    private static final int MOST_UNSENT_PUBLIC = 1_000;
    private static final int MOST_UNSENT_PUBLIC_BYTES = 1 << 20;
    private static final int MOST_HELD_REPLIES = 10_000;
    private static final int MOST_QUEUED_REQUESTS = 2_000;
    private static final long SILENCE_MILLIS = 2_000;

    private record Reply(String msgType, CharSequence body) {}

    private final Gateway gateway;
    private final SessionID id;
    private final SessionJournal journal;
    private final JournalStore store;
    private final SessionLog log;
    private final SerialExecutor serial;
    private final RequestHandler requests;
    private final Object deliveryLock = new Object();
    private final GapGuard gap = new GapGuard();
    private final Deque<Reply> heldReplies = new ArrayDeque<>();

    private volatile SessionConfig config;
    private volatile Session quickfix;
    private boolean quickfixNextExpected;

    /** Guarded by this. */
    private Connection bound;

    private volatile boolean live;
    private volatile boolean loggingOut;
    private volatile boolean extensions;
    private volatile boolean clientLoggedOut;
    private volatile int heartbeatSeconds;
    private volatile long loggedOnMicros;
    private final AtomicLong throttled = new AtomicLong();
    private final AtomicLong resendsServed = new AtomicLong();
    private volatile CompletableFuture<Void> settled = CompletableFuture.completedFuture(null);
    private Throttle throttle = new Throttle(0, 0, 0);

    TradingSession(final Gateway gateway, final SessionConfig config, final SessionJournal journal) {
        this.gateway = gateway;
        this.config = config;
        this.journal = journal;
        this.id = new SessionID(FixText.BEGIN_STRING, gateway.settings().compId(), config.name());
        this.store = new JournalStore(journal, () -> this.config.role() != SessionRole.MARKET_DATA);
        this.log = new SessionLog(config.name(), gateway.settings().messageLog(), OutboundMessage::nowMicros);
        this.serial = new SerialExecutor(gateway.pool());
        this.requests = new RequestHandler(gateway, this);
        if (!journal.isSettled()) {
            settled = new CompletableFuture<>();
        }
    }

    /** Makes QuickFIX/J's session; apart from the constructor because that calls back. */
    void open() {
        quickfixNextExpected = config.nextExpected();
        quickfix = gateway.quickfixSessions().create(id, quickfixNextExpected);
    }

    SessionID id() {
        return id;
    }

    JournalStore store() {
        return store;
    }

    SessionLog log() {
        return log;
    }

    SessionJournal journal() {
        return journal;
    }

    SessionConfig config() {
        return config;
    }

    /** @return true when the venue's extensions are sent on this connection */
    boolean extensions() {
        return extensions;
    }

    /** @return false when the throttle refuses a request that costs so much. The session's thread. */
    boolean takeTokens(final int tokens) {
        final boolean taken = throttle.take(tokens, System.nanoTime());
        if (!taken) {
            throttled.incrementAndGet();
        }
        return taken;
    }

    /** @return the epoch of the newest connection */
    int connectionEpoch() {
        return journal.connection().epoch();
    }

    /** @return the account a request names, 0 when it names none, -1 when it is not one of this session's */
    int accountOf(final Message message) {
        final String name = Fields.text(message, 1);
        if (name == null) {
            return 0;
        }
        final Account account = gateway.directory().account(name);
        final SessionConfig now = config;
        if (account == null) {
            return -1;
        }
        final boolean whole = now.role() == SessionRole.DROP_COPY && account.participantId() == now.participantId();
        return whole || now.accountIds().contains(account.id()) ? account.id() : -1;
    }

    /** The directory has changed. */
    void configure(final SessionConfig changed) {
        config = changed;
        if (!changed.enabled()) {
            logout("DISABLED");
        }
    }

    synchronized boolean isBound() {
        return bound != null;
    }

    /** @return true while the last connection is on its way out: closed, or Logout has been sent */
    boolean isEnding() {
        final Connection connection = bound();
        return connection != null && (connection.isEnding() || quickfix.isLogoutSent());
    }

    private synchronized Connection bound() {
        return bound;
    }

    // -- logging on --

    /**
     * A connection has shown the right credentials. It is logged on behind whatever the end of the last one had to cancel.
     *
     * @param connection that has sent the Logon
     * @param logon as judged
     */
    void accept(final Connection connection, final LogonRequest logon) {
        synchronized (this) {
            if (bound != null) {
                connection.closeNow();
                return;
            }
            bound = connection;
            connection.acceptedBy(this);
        }
        if (connection.isEnding()) {
            closed(connection);
        }
        final CompletableFuture<Void> unused =
                settled.whenComplete((done, fault) -> serial.execute(() -> begin(connection, logon)));
    }

    private void begin(final Connection connection, final LogonRequest logon) {
        if (bound() != connection) {
            return;
        }
        final SessionConfig now = config;
        if (quickfixNextExpected != now.nextExpected()) {
            open();
        }
        extensions = now.extensions() || logon.extensions();
        throttle = new Throttle(now.perSecond(), now.burst(), System.nanoTime());
        clientLoggedOut = false;
        loggingOut = false;
        gap.begin();
        heartbeatSeconds = logon.heartbeatSeconds();
        final char scope = logon.cancelScope() == 0 ? now.cancelScope() : logon.cancelScope();
        journal.connected(
                new ConnectionRecord(connectionEpoch() + 1, scope, logon.sparesGtc(), logon.sparesOnLogout()));
        settled = new CompletableFuture<>();
        quickfix.logon();
        quickfix.setHeartBeatInterval(logon.heartbeatSeconds());
        quickfix.setResponder(connection);
        final List<String> early = connection.bind(this, this);
        process(connection, logon.raw());
        early.forEach(each -> process(connection, each));
    }

    /** Answers a refused Logon by a Logout with our next number, which is used up. Any thread. */
    void refuse(final Connection connection, final String text) {
        final String logout;
        synchronized (this) {
            if (bound != null) {
                connection.closeNow();
                return;
            }
            final int number = journal.nextSender();
            logout = LogonGate.logout(gateway.settings().compId(), config.name(), number, text);
            journal.out(number, 0, logout);
        }
        connection.send(logout);
        connection.disconnect();
    }

    /** Somebody with the right credentials wants in: is the one that is on still there? Any thread. */
    void probe() {
        final Connection connection = bound();
        if (connection == null) {
            return;
        }
        final long askedNanos = System.nanoTime();
        serial.execute(() -> {
            if (bound() == connection && quickfix.isLoggedOn()) {
                quickfix.generateTestRequest("STILL_THERE");
            }
        });
        gateway.later(
                () -> {
                    if (bound() == connection && connection.lastReceivedNanos() - askedNanos < 0) {
                        gateway.audit().session(config.name(), "LOST", "silent after a second logon");
                        connection.closeNow();
                    }
                },
                SILENCE_MILLIS);
    }

    // -- coming in --

    /** A message of the connection. The I/O thread. */
    void received(final Connection connection, final String raw) {
        serial.execute(() -> process(connection, raw));
        if (serial.waiting() > MOST_QUEUED_REQUESTS) {
            connection.suspendRead();
            serial.execute(connection::resumeRead);
        }
    }

    private void process(final Connection connection, final String raw) {
        if (bound() != connection) {
            return;
        }
        log.onIncoming(raw);
        final Message message;
        try {
            message = Incoming.parse(quickfix, raw);
        } catch (final InvalidMessage e) {
            log.onEvent("garbled message ignored: " + e.getMessage());
            return;
        }
        final String type = FixText.type(raw);
        final int number = LogonRequest.number(
                message.getHeader().getOptionalString(MsgSeqNum.FIELD).orElse(null));
        if (!gap.admits(type, number, journal.nextTarget())) {
            return;
        }
        try {
            if (MsgType.LOGON.equals(type) && quickfix.isLoggedOn() && !resetInSession(connection, raw)) {
                connection.closeNow();
                return;
            }
            quickfix.next(MsgType.RESEND_REQUEST.equals(type) ? resend(connection, message) : message);
            if (throttle.isAbuse(System.nanoTime())) {
                gateway.audit().session(config.name(), "THROTTLE_ABUSE", "five times the rate for five seconds");
                logout("THROTTLE_ABUSE");
            }
        } catch (final Exception e) {
            LOG.error("session={} cannot take a message", config.name(), e);
        }
    }

    /** A Logon inside the session is taken with 141=Y only: nothing may be numbered while the numbers begin anew. */
    private boolean resetInSession(final Connection connection, final String raw) {
        final LogonRequest logon = LogonRequest.parse(raw, config.nextExpected());
        if (!logon.resets() || logon.faultyTag() != 0 || !gateway.gate().isRightFor(config, logon)) {
            gateway.audit().session(config.name(), "LOGON_INSIDE", "closed");
            return false;
        }
        synchronized (deliveryLock) {
            live = false;
            heldReplies.clear();
        }
        heartbeatSeconds = logon.heartbeatSeconds();
        quickfix.setHeartBeatInterval(logon.heartbeatSeconds());
        extensions = config.extensions() || logon.extensions();
        connection.received(System.nanoTime());
        return true;
    }

    /** Serves a ResendRequest that is as it should be; QuickFIX/J then takes its number only, as of a Heartbeat. */
    private Message resend(final Connection connection, final Message request) {
        final Message.Header header = request.getHeader();
        final int number = LogonRequest.number(header.getOptionalString(34).orElse(null));
        final int first = LogonRequest.number(request.getOptionalString(7).orElse(null));
        final int asked = LogonRequest.number(request.getOptionalString(16).orElse(null));
        final boolean plain = quickfix.isLoggedOn()
                && number >= journal.nextTarget()
                && first >= 1
                && asked >= 0
                && id.getSenderCompID().equals(header.getOptionalString(56).orElse(null))
                && id.getTargetCompID().equals(header.getOptionalString(49).orElse(null))
                && Times.isNow(header.getOptionalString(52).orElse(""), System.currentTimeMillis());
        if (!plain) {
            return request;
        }
        final int newest = journal.nextSender() - 1;
        final int last = asked == 0 || asked > newest ? newest : asked;
        if (first <= last) {
            final Resender resender =
                    new Resender(journal, id.getSenderCompID(), id.getTargetCompID(), connection, extensions);
            if (!resender.serve(first, last)) {
                connection.closeNow();
            }
            resendsServed.incrementAndGet();
        }
        final Message taken = new Message();
        taken.getHeader().setFields(header);
        taken.getHeader().setString(MsgType.FIELD, MsgType.HEARTBEAT);
        taken.getTrailer().setString(10, "000");
        return taken;
    }

    /** QuickFIX/J's timer. */
    void tick() {
        if (isBound()) {
            serial.execute(() -> {
                try {
                    quickfix.next();
                } catch (final Exception e) {
                    LOG.error("session={} timer failed", config.name(), e);
                }
            });
            final Connection connection = bound();
            if (connection != null && connection.isStuck(System.nanoTime())) {
                gateway.audit().session(config.name(), "SLOW_CONSUMER", "nothing taken for 30 s");
                connection.closeNow();
            }
        }
    }

    // -- QuickFIX/J's callbacks --

    void onApplicationMessage(final Message message) {
        requests.handle(message);
    }

    void onAdministrativeMessage(final Message message) {
        final String type = message.getHeader().getOptionalString(MsgType.FIELD).orElse("");
        if (MsgType.LOGOUT.equals(type) && !quickfix.sentLogout()) {
            clientLoggedOut = true;
        } else if (MsgType.REJECT.equals(type)) {
            gateway.audit()
                    .session(config.name(), "CLIENT_REJECT", FixText.masked(String.valueOf(message.toRawString())));
        }
    }

    /** Under QuickFIX/J's lock of the outgoing number, right before the message is stored. */
    void onSendingApplicationMessage(final Message message) throws DoNotSend {
        if (message instanceof OutboundMessage ours) {
            if (loggingOut || !quickfix.isLoggedOn()) {
                throw new DoNotSend();
            }
            store.telling(ours.eventSequence());
        } else if (!message.getHeader().isSetField(PossDupFlag.FIELD)) {
            store.telling(0);
        }
    }

    /** As above. Behind our Logout nothing is numbered any more. */
    void onSendingAdministrativeMessage(final Message message) {
        store.telling(0);
        if (MsgType.LOGOUT.equals(
                message.getHeader().getOptionalString(MsgType.FIELD).orElse(""))) {
            loggingOut = true;
        }
    }

    void onLogon() {
        loggedOnMicros = OutboundMessage.nowMicros();
        drain();
    }

    // -- going out --

    /**
     * An event that is owed to this session. The engine client's thread.
     *
     * @param sequence of the event
     * @param templateId of the SBE message
     * @param event the message
     * @param offset of its header
     * @param length with its header
     */
    void owe(final long sequence, final int templateId, final DirectBuffer event, final int offset, final int length) {
        synchronized (deliveryLock) {
            if (sequence <= journal.greatestEvent()) {
                return;
            }
            if (live && transmit(sequence, templateId, event, offset)) {
                return;
            }
            live = false;
            journal.pending(sequence, event, offset, length);
        }
    }

    private boolean transmit(final long sequence, final int templateId, final DirectBuffer event, final int offset) {
        final OutboundMessage message = gateway.reports().message(this, templateId, event, offset, sequence);
        quickfix.send(message);
        return store.told(sequence);
    }

    /** Sends what has waited, in turns, as fast as the network takes it; then the session is live. */
    private void drain() {
        final Connection connection = bound();
        for (int i = 0; i < DRAIN_TURN; i++) {
            if (connection == null
                    || !quickfix.isLoggedOn()
                    || !connection.hasRoom(() -> serial.execute(this::drain))) {
                return;
            }
            synchronized (deliveryLock) {
                if (!sendFirstPending()) {
                    return;
                }
                if (live) {
                    return;
                }
            }
        }
        serial.execute(this::drain);
    }

    /** @return false when it could not be sent */
    private boolean sendFirstPending() {
        final long[] sequence = {0};
        final byte[][] event = {null};
        if (journal.firstPending((eventSequence, copy) -> {
            sequence[0] = eventSequence;
            event[0] = copy;
        })) {
            final DirectBuffer buffer = new UnsafeBuffer(event[0]);
            return transmit(sequence[0], Reports.templateId(buffer, 0), buffer, 0);
        }
        for (Reply each = heldReplies.poll(); each != null; each = heldReplies.poll()) {
            quickfix.send(new OutboundMessage(each.msgType, each.body, 0, extensions));
        }
        live = true;
        return true;
    }

    /** An answer that is no event, in engine order. The engine client's thread. It is lost with the connection. */
    void reply(final String msgType, final CharSequence body) {
        synchronized (deliveryLock) {
            if (live) {
                quickfix.send(new OutboundMessage(msgType, body, 0, extensions));
            } else if (quickfix.isLoggedOn() && heldReplies.size() < MOST_HELD_REPLIES) {
                heldReplies.add(new Reply(msgType, body));
            }
        }
    }

    /** Something for everybody, not kept. Any thread. @return false when the session is not live */
    boolean publish(final String msgType, final CharSequence body) {
        synchronized (deliveryLock) {
            return live && quickfix.send(new OutboundMessage(msgType, body, 0, extensions));
        }
    }

    /** @return true when the network takes what the session is sent */
    boolean keepsUp() {
        final Connection connection = bound();
        return connection != null
                && connection.unsentMessages() < MOST_UNSENT_PUBLIC
                && connection.unsentBytes() < MOST_UNSENT_PUBLIC_BYTES;
    }

    /** An answer of the gateway's own. The session's thread. */
    void answer(final String msgType, final CharSequence body) {
        quickfix.send(new OutboundMessage(msgType, body, 0, extensions));
    }

    // -- ending --

    /** Ends the session in order, if it is on. */
    void logout(final String text) {
        if (isBound()) {
            serial.execute(() -> {
                quickfix.logout(text);
                try {
                    quickfix.next();
                } catch (final Exception e) {
                    LOG.error("session={} cannot log out", config.name(), e);
                }
            });
        }
    }

    /**
     * Both numbers become 1, as with 141=Y.
     *
     * @return the reports that waited and are gone
     * @throws IllegalStateException when the session is on
     */
    synchronized int reset() {
        if (bound != null) {
            throw new IllegalStateException("session=" + config.name() + " is on");
        }
        final int waiting = journal.pending();
        journal.reset();
        return waiting;
    }

    /** Ends the connection at once, if there is one. */
    void cut() {
        final Connection connection = bound();
        if (connection != null) {
            connection.closeNow();
        }
    }

    @Override
    public void tooSlow(final Connection connection, final int messages, final long bytes) {
        gateway.audit().session(config.name(), "SLOW_CONSUMER", messages + " messages, " + bytes + " bytes unsent");
    }

    /** Inside QuickFIX/J's end of a connection. */
    @Override
    public void released(final Connection connection) {
        synchronized (this) {
            if (bound != connection) {
                return;
            }
            bound = null;
        }
        live = false;
        serial.execute(this::end);
    }

    /** The socket is gone. */
    void closed(final Connection connection) {
        serial.execute(() -> {
            if (bound() != connection) {
                return;
            }
            if (quickfix.getResponder() == connection) {
                try {
                    quickfix.disconnect("connection lost", false);
                } catch (final Exception e) {
                    LOG.error("session={} cannot disconnect", config.name(), e);
                }
            } else {
                synchronized (this) {
                    bound = null;
                }
            }
        });
    }

    private void end() {
        synchronized (deliveryLock) {
            heldReplies.clear();
        }
        gateway.marketData().unsubscribe(this, null);
        final CompletableFuture<Void> ended = settled;
        final ConnectionRecord record = journal.connection();
        if (!record.cancels() || (clientLoggedOut && record.sparesOnLogout())) {
            journal.settled();
            ended.complete(null);
        } else {
            gateway.cancels().request(this, record, ended);
        }
    }

    /** After a start: a connection that was open when the gateway ended has ended with it. */
    void settleLeftover() {
        if (!journal.isSettled() && !isBound() && !settled.isDone()) {
            final ConnectionRecord record = journal.connection();
            if (record.cancels()) {
                gateway.cancels().request(this, record, settled);
            } else {
                journal.settled();
                settled.complete(null);
            }
        }
    }

    /** @return completed when nothing of the last connection is left to be done */
    CompletableFuture<Void> whenSettled() {
        return settled;
    }

    // -- being looked at --

    FixSessionView view() {
        final SessionConfig now = config;
        final Connection connection = bound();
        final boolean on = connection != null && quickfix.isLoggedOn();
        return new FixSessionView(
                now.sessionId(),
                now.name(),
                now.participantId(),
                now.role(),
                now.enabled(),
                on,
                connection == null ? null : connection.getRemoteAddress(),
                on ? loggedOnMicros : 0,
                journal.nextTarget(),
                journal.nextSender(),
                journal.pending(),
                connection == null ? 0 : connection.unsentMessages(),
                connection == null ? 0 : connection.unsentBytes(),
                on ? heartbeatSeconds : 0,
                SessionConfig.wordOf(on ? journal.connection().scope() : now.cancelScope()),
                log.inPerSecond(),
                log.outPerSecond(),
                throttled.get(),
                resendsServed.get(),
                log.lastIn(),
                log.lastOut());
    }
}
