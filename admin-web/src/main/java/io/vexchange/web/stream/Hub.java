package io.vexchange.web.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vexchange.web.access.Credentials;
import io.vexchange.web.access.Principal;
import io.vexchange.web.market.MarketListener;
import io.vexchange.web.market.MarketView;
import io.vexchange.web.shape.PhaseShape;
import io.vexchange.web.shape.PublicTradeShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All sockets and streams, on one thread. What happens elsewhere is told to it by {@link #execute} and by the market's calls, which never
 * block.
 */
public final class Hub implements MarketListener, Executor {
    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);
    private static final long TEND_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long AUTH_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int TASKS_A_TURN = 10_000;

    private final Credentials credentials;
    private final boolean publicMarketData;
    private final MeterRegistry meters;
    private final LongSupplier nanoClock;
    private final Streams streams;
    private final AccountStreams accounts;
    private final WatchStreams watch;
    private final Conversation conversation;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final Set<String> tickersDue = new HashSet<>();
    private final Set<Viewer> viewers = new LinkedHashSet<>();
    private final Map<Channel, Integer> watching = new ConcurrentHashMap<>();
    private volatile Thread thread;
    private volatile boolean stopping;
    private volatile int open;
    private long nowNanos;
    private long tendNanos;

    /**
     * @param market what the public channels show
     * @param privates what the private channels show
     * @param watched what operators watch
     * @param background for reads of the history, and looks at the venue
     * @param credentials of those who send {@code auth}
     * @param publicMarketData whether public channels need no credential
     * @param meters where the numbers of viewers are published
     * @param nanoClock as {@link System#nanoTime()}
     */
    public Hub(
            final MarketView market,
            final PrivateFeed privates,
            final WatchFeed watched,
            final Executor background,
            final Credentials credentials,
            final boolean publicMarketData,
            final MeterRegistry meters,
            final LongSupplier nanoClock) {
        this.credentials = credentials;
        this.publicMarketData = publicMarketData;
        this.meters = meters;
        this.nanoClock = nanoClock;
        this.streams = new Streams(market);
        this.accounts = new AccountStreams(privates, this, background);
        this.watch = new WatchStreams(watched, this, background);
        this.conversation = new Conversation(streams, accounts, watch, credentials, publicMarketData);
        this.nowNanos = nanoClock.getAsLong();
        this.tendNanos = nowNanos;
        for (final Channel channel : Channel.values()) {
            Gauge.builder("vex.ws.viewers", watching, map -> map.getOrDefault(channel, 0))
                    .tag("channel", channel.word())
                    .register(meters);
        }
        market.listen(this);
    }

    /** Starts the thread. */
    public void start() {
        thread = new Thread(this::run, "vex-ws");
        thread.setDaemon(true);
        thread.start();
    }

    /** Closes all sockets with 1001 and ends the thread. */
    public void stop() {
        execute(() -> List.copyOf(viewers).forEach(viewer -> close(viewer, CloseCodes.GOING_AWAY, "stopping")));
        stopping = true;
        final Thread running = thread;
        LockSupport.unpark(running);
        try {
            if (running != null) {
                running.join(TimeUnit.SECONDS.toMillis(5));
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return sockets open now */
    public int open() {
        return open;
    }

    @Override
    public void execute(final Runnable task) {
        tasks.add(task);
        LockSupport.unpark(thread);
    }

    @Override
    public void onBook(final String symbol) {
        if (changed.add(symbol)) {
            LockSupport.unpark(thread);
        }
    }

    @Override
    public void onTrade(final PublicTradeShape trade) {
        execute(() -> {
            streams.trade(trade);
            tickersDue.add(trade.symbol());
        });
    }

    @Override
    public void onPhase(final PhaseShape phase) {
        execute(() -> {
            streams.phase(phase.symbol(), phase);
            tickersDue.add(phase.symbol());
        });
    }

    /** A socket has opened. Any thread; what it says is told in order after it. */
    void opened(final Viewer viewer) {
        execute(() -> {
            viewers.add(viewer);
            open = viewers.size();
        });
    }

    /** A socket says something. Any thread. */
    void said(final Viewer viewer, final String text, final String address) {
        execute(() -> {
            if (!viewer.isClosed()) {
                conversation.hear(viewer, text, address, nowNanos);
            }
        });
    }

    /** A socket has answered a ping. Any thread. */
    void ponged(final Viewer viewer) {
        execute(() -> viewer.heard(nowNanos, false));
    }

    /** A socket must be closed. Any thread. */
    void refuse(final Viewer viewer, final int code, final String reason) {
        execute(() -> close(viewer, code, reason));
    }

    /** A socket is gone. Any thread. */
    void gone(final Viewer viewer, final int code) {
        meters.counter("vex.ws.closed", "code", Integer.toString(code)).increment();
        execute(() -> {
            viewer.ended();
            viewers.remove(viewer);
            open = viewers.size();
        });
    }

    /** @return a viewer on this hub's clock */
    Viewer viewer(final Connection connection, final Principal principal) {
        return new Viewer(connection, this, () -> nowNanos, principal, nanoClock.getAsLong());
    }

    private static void close(final Viewer viewer, final int code, final String reason) {
        viewer.close(code, reason);
    }

    private void run() {
        while (!stopping || !tasks.isEmpty()) {
            long wait;
            try {
                wait = turn(nanoClock.getAsLong());
            } catch (final RuntimeException e) {
                LOG.error("a turn of the WebSocket hub failed", e);
                wait = TEND_NANOS;
            }
            if (wait > 0 && tasks.isEmpty() && !stopping) {
                LockSupport.parkNanos(wait);
            }
        }
    }

    /**
     * Does what is to be done now.
     *
     * @param now monotonic nanoseconds
     * @return nanoseconds until something is due without a call from outside
     */
    long turn(final long now) {
        nowNanos = now;
        for (int i = 0; i < TASKS_A_TURN; i++) {
            final Runnable task = tasks.poll();
            if (task == null) {
                break;
            }
            try {
                task.run();
            } catch (final RuntimeException e) {
                LOG.error("a task of the WebSocket hub failed", e);
            }
        }
        long wait = Math.min(changes(now), Math.min(streams.emit(now), tickers(now)));
        if (now - tendNanos >= 0) {
            tendNanos = now + TEND_NANOS;
            tend(now);
        }
        wait = Math.min(wait, tendNanos - now);
        return tasks.isEmpty() ? Math.max(0, wait) : 0;
    }

    /** A change stays noted until a frame may go out, so that a busy book does not wake this thread at each command. */
    private long changes(final long now) {
        long wait = Long.MAX_VALUE;
        for (final Iterator<String> each = changed.iterator(); each.hasNext(); ) {
            final String symbol = each.next();
            final long left = streams.waitNanos(symbol, now);
            if (left > 0) {
                wait = Math.min(wait, left);
            } else {
                each.remove(); // before the book is read: a later change counts again
                streams.touch(symbol);
                tickersDue.add(symbol);
            }
        }
        return wait;
    }

    private long tickers(final long now) {
        long wait = Long.MAX_VALUE;
        for (final String symbol : new ArrayList<>(tickersDue)) {
            final long left = streams.ticker(symbol, now);
            if (left == 0) {
                tickersDue.remove(symbol);
            } else {
                wait = Math.min(wait, left);
            }
        }
        return wait;
    }

    private void tend(final long now) {
        final String heartbeat = Frames.heartbeat();
        for (final Viewer viewer : new ArrayList<>(viewers)) {
            viewer.tend(now, heartbeat);
            final Principal principal = viewer.principal();
            if (principal == null && !publicMarketData && viewer.ageNanos(now) > AUTH_NANOS) {
                close(viewer, CloseCodes.POLICY, "no auth within 5 s");
            } else if (principal != null) {
                final Principal still = credentials.refresh(principal);
                if (still == null) {
                    close(viewer, CloseCodes.POLICY, "the credential has ended");
                } else {
                    viewer.principal(still);
                }
            }
        }
        for (final Channel channel : Channel.values()) {
            watching.put(channel, watchers(channel));
        }
        watch.tick(open);
    }

    private int watchers(final Channel channel) {
        if (channel.isPublic()) {
            return streams.viewers(channel);
        }
        return watch.serves(channel) ? watch.viewers(channel) : accounts.viewers(channel);
    }
}
