package io.vexchange.fix;

import io.vexchange.engine.client.Directory;
import io.vexchange.engine.client.EngineClient;
import io.vexchange.engine.client.LiveState;
import io.vexchange.engine.client.Participant;
import io.vexchange.engine.client.Session;
import io.vexchange.engine.model.SessionRole;
import io.vexchange.fix.journal.JournalLimits;
import io.vexchange.fix.journal.SessionJournal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import quickfix.Application;
import quickfix.DoNotSend;
import quickfix.Message;
import quickfix.SessionID;

/** What the parts of a gateway share: settings, directory, engine client, threads, and the sessions by name and by id. */
final class Gateway implements Application {
    private static final int LOGON_QUEUE = 256;
    private static final int LOGON_THREADS = 2;
    private static final int QUESTION_QUEUE = 128;
    private static final int QUESTION_THREADS = 2;
    private static final long STOP_SECONDS = 5;

    private final FixSettings settings;
    private final TradeHistory history;
    private final Directory directory = new Directory();
    private final LiveState liveState = new LiveState(directory);
    private final Reports reports = new Reports(directory);
    private final Inflight inflight = new Inflight();
    private final ExecutorService pool = Executors.newCachedThreadPool(threads("fix-session"));
    private final ExecutorService logonPool = new ThreadPoolExecutor(
            LOGON_THREADS,
            LOGON_THREADS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(LOGON_QUEUE),
            threads("fix-logon"));
    private final ExecutorService questions = new ThreadPoolExecutor(
            QUESTION_THREADS,
            QUESTION_THREADS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(QUESTION_QUEUE),
            threads("fix-history"));
    private final ScheduledExecutorService scheduler = new ScheduledThreadPoolExecutor(2, threads("fix-timer"));
    private final Map<String, TradingSession> byName = new ConcurrentHashMap<>();
    private final Map<Integer, TradingSession> byId = new ConcurrentHashMap<>();
    private final Map<Integer, List<TradingSession>> dropCopies = new ConcurrentHashMap<>();
    private final SessionSettingsFactory quickfixSessions;
    private final AuditTrail audit = new AuditTrail(this::client, pool);
    private final DisconnectCancels cancels = new DisconnectCancels(this::client, this::later);
    private final LogonGate gate = new LogonGate(this, logonPool);
    private final RefusalIds refusalIds = new RefusalIds(System.currentTimeMillis());
    private final MarketData marketData = new MarketData(this);
    private final StatusFeed status = new StatusFeed(this, pool);
    private final SessionActs acts = new SessionActs(this, pool);
    private final SerialExecutor newsLine = new SerialExecutor(pool);
    private final NewsDesk news = new NewsDesk(this::tellEverybody);
    private volatile EngineClient client;

    Gateway(final FixSettings settings, final TradeHistory history) {
        this.settings = settings;
        this.history = history;
        this.quickfixSessions =
                new SessionSettingsFactory(settings.quickfix(), this, id -> of(id).store(), id -> of(id).log());
    }

    private static ThreadFactory threads(final String name) {
        final AtomicInteger count = new AtomicInteger();
        return task -> {
            final Thread thread = new Thread(task, name + '-' + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    FixSettings settings() {
        return settings;
    }

    Directory directory() {
        return directory;
    }

    LiveState liveState() {
        return liveState;
    }

    MarketData marketData() {
        return marketData;
    }

    StatusFeed status() {
        return status;
    }

    SessionActs acts() {
        return acts;
    }

    NewsDesk news() {
        return news;
    }

    private void tellEverybody(final CharSequence body) {
        newsLine.execute(() -> byId.values().forEach(each -> each.reply("B", body)));
    }

    Reports reports() {
        return reports;
    }

    Inflight inflight() {
        return inflight;
    }

    ExecutorService pool() {
        return pool;
    }

    TradeHistory history() {
        return history;
    }

    /** @return threads that may wait for the history; refuses when too many wait */
    ExecutorService questions() {
        return questions;
    }

    ScheduledExecutorService scheduler() {
        return scheduler;
    }

    /** Runs a task once, unless the gateway has stopped by then. */
    void later(final Runnable task, final long delayMillis) {
        if (!scheduler.isShutdown()) {
            final ScheduledFuture<?> unused = scheduler.schedule(task, delayMillis, TimeUnit.MILLISECONDS);
        }
    }

    SessionSettingsFactory quickfixSessions() {
        return quickfixSessions;
    }

    AuditTrail audit() {
        return audit;
    }

    DisconnectCancels cancels() {
        return cancels;
    }

    LogonGate gate() {
        return gate;
    }

    RefusalIds refusalIds() {
        return refusalIds;
    }

    EngineClient client() {
        return client;
    }

    EngineClient connect(final EngineConnector connector, final EngineFeed feed) {
        client = connector.connect(feed);
        return client;
    }

    boolean isParticipantEnabled(final int participantId) {
        final Participant participant = directory.participant(participantId);
        return participant != null && participant.enabled();
    }

    // -- sessions --

    TradingSession session(final String name) {
        return byName.get(name);
    }

    TradingSession session(final int id) {
        return byId.get(id);
    }

    Collection<TradingSession> sessions() {
        return byId.values();
    }

    /** @return the drop-copy sessions of a firm */
    List<TradingSession> dropCopies(final int participantId) {
        return dropCopies.getOrDefault(participantId, List.of());
    }

    List<FixSessionView> views() {
        final List<FixSessionView> views = new ArrayList<>();
        byId.values().stream()
                .map(TradingSession::view)
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .forEach(views::add);
        return views;
    }

    /** A session of the directory is new or has changed. The engine client's thread. */
    void define(final Session entry) {
        final SessionConfig config = SessionConfig.of(entry);
        final TradingSession known = byId.get(entry.id());
        if (known != null) {
            known.configure(config);
            copyTo(known);
            return;
        }
        final SessionJournal journal = SessionJournal.open(
                settings.folder()
                        .resolve(URLEncoder.encode(config.name(), StandardCharsets.UTF_8)
                                .replace("*", "%2A")),
                JournalLimits.defaults(),
                System::currentTimeMillis);
        final TradingSession session = new TradingSession(this, config, journal);
        byName.put(config.name(), session);
        session.open();
        byId.put(config.sessionId(), session);
        copyTo(session);
    }

    /** A drop copy gets the reports of its firm, any other session does not, also when a change has made it so. */
    private void copyTo(final TradingSession session) {
        dropCopies.values().forEach(each -> each.remove(session));
        if (session.config().role() == SessionRole.DROP_COPY) {
            dropCopies
                    .computeIfAbsent(session.config().participantId(), id -> new CopyOnWriteArrayList<>())
                    .add(session);
        }
    }

    private TradingSession of(final SessionID id) {
        return byName.get(id.getTargetCompID());
    }

    void stopThreads() {
        marketData.close();
        scheduler.shutdownNow();
        logonPool.shutdownNow();
        questions.shutdownNow();
        pool.shutdown();
        try {
            for (final ExecutorService each : List.of(scheduler, logonPool, pool)) {
                each.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // -- QuickFIX/J --

    @Override
    public void onCreate(final SessionID id) {}

    @Override
    public void onLogon(final SessionID id) {
        of(id).onLogon();
    }

    @Override
    public void onLogout(final SessionID id) {}

    @Override
    public void toAdmin(final Message message, final SessionID id) {
        of(id).onSendingAdministrativeMessage(message);
    }

    @Override
    public void fromAdmin(final Message message, final SessionID id) {
        of(id).onAdministrativeMessage(message);
    }

    @Override
    public void toApp(final Message message, final SessionID id) throws DoNotSend {
        of(id).onSendingApplicationMessage(message);
    }

    @Override
    public void fromApp(final Message message, final SessionID id) {
        of(id).onApplicationMessage(message);
    }
}
