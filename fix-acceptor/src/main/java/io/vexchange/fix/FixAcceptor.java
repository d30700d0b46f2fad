package io.vexchange.fix;

import io.vexchange.engine.client.EngineClient;
import io.vexchange.engine.client.EngineUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.apache.mina.core.filterchain.DefaultIoFilterChainBuilder;
import org.apache.mina.filter.codec.ProtocolCodecFilter;
import org.apache.mina.transport.socket.nio.NioSocketAcceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.mina.message.FIXProtocolCodecFactory;

/**
 * A FIX 4.4 gateway: accepts the sessions of the directory, turns their requests into commands and gives each the reports it is owed,
 * each once and in engine order, also over disconnects and crashes. Thread-safe.
 */
public final class FixAcceptor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FixAcceptor.class);
    private static final long DIRECTORY_SECONDS = 60;
    private static final long FLUSH_MILLIS = 100;
    private static final long TICK_MILLIS = 500;
    private static final long LOGOUT_MILLIS = 5_000;
    private static final long SETTLE_MILLIS = 3_000;

    private final Gateway gateway;
    private final EngineFeed feed;
    private final ConnectionHandler handler;
    private final NioSocketAcceptor sockets;
    private final EngineClient client;
    private final List<ScheduledFuture<?>> timers = new ArrayList<>();
    private long told = -1;
    private boolean closed;

    private FixAcceptor(final FixSettings settings, final EngineConnector connector, final TradeHistory history) {
        gateway = new Gateway(settings, history);
        feed = new EngineFeed(gateway);
        handler = new ConnectionHandler(gateway.gate());
        sockets = new NioSocketAcceptor();
        sockets.setReuseAddress(true);
        sockets.getSessionConfig().setTcpNoDelay(true);
        sockets.setCloseOnDeactivation(false);
        final DefaultIoFilterChainBuilder chain = sockets.getFilterChain();
        if (settings.tls() != null) {
            chain.addLast("tls", new TlsFilter(settings.tls()));
        }
        chain.addLast("size", new ConnectionHandler.SizeLimit());
        chain.addLast("fix", new ProtocolCodecFilter(new FIXProtocolCodecFactory()));
        sockets.setHandler(handler);
        client = gateway.connect(connector, feed);
    }

    /**
     * Starts a gateway that has no history. When this returns it takes logons.
     *
     * @param settings of it
     * @param connector connects to the engine
     * @return the running gateway
     * @see #start(FixSettings, EngineConnector, TradeHistory)
     */
    public static FixAcceptor start(final FixSettings settings, final EngineConnector connector) {
        return start(settings, connector, TradeHistory.NONE);
    }

    /**
     * Starts a gateway. When this returns it takes logons.
     *
     * @param settings of it
     * @param connector connects to the engine
     * @param history answers trade capture requests
     * @return the running gateway
     * @throws UncheckedIOException when the port cannot be bound or the folder not be used
     * @throws IllegalArgumentException when QuickFIX/J does not take its settings, or the certificates are none
     * @throws IllegalStateException when the engine does not answer
     */
    public static FixAcceptor start(
            final FixSettings settings, final EngineConnector connector, final TradeHistory history) {
        SessionSettingsFactory.check(settings);
        final FixAcceptor acceptor = new FixAcceptor(settings, connector, history);
        try {
            acceptor.open();
            return acceptor;
        } catch (final IOException e) {
            acceptor.close();
            throw new UncheckedIOException("cannot listen at " + settings.bindAddress() + ':' + settings.port(), e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            acceptor.close();
            throw new IllegalStateException("interrupted while starting", e);
        } catch (final RuntimeException e) {
            acceptor.close();
            throw e;
        }
    }

    private void open() throws IOException, InterruptedException {
        if (!feed.awaitDirectory(DIRECTORY_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the engine has not told its directory within " + DIRECTORY_SECONDS + " s");
        }
        gateway.sessions().forEach(TradingSession::settleLeftover);
        timers.add(gateway.scheduler()
                .scheduleWithFixedDelay(this::flush, FLUSH_MILLIS, FLUSH_MILLIS, TimeUnit.MILLISECONDS));
        timers.add(gateway.scheduler()
                .scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS));
        sockets.bind(new InetSocketAddress(
                gateway.settings().bindAddress(), gateway.settings().port()));
    }

    /** @return the port it listens at */
    public int port() {
        return sockets.getLocalAddress().getPort();
    }

    /**
     * Tells how long commands take.
     *
     * @param nanos told for each command, from its sending to the engine until its reports are handed to the sessions; called by the
     *     thread that follows the engine, must not block
     */
    public void timing(final LongConsumer nanos) {
        gateway.inflight().timing(nanos);
    }

    /** @return all sessions of the directory as they stand, by name */
    public List<FixSessionView> sessions() {
        return gateway.views();
    }

    /**
     * Ends a session in order; nothing happens when it is off.
     *
     * @param name SenderCompID
     * @param text 58 of our Logout
     * @return false when no session has that name
     */
    public boolean logout(final String name, final String text) {
        final TradingSession session = gateway.session(name);
        if (session != null) {
            session.logout(text);
        }
        return session != null;
    }

    /**
     * Sets both numbers of a session to 1 and discards what waits for it.
     *
     * @param name SenderCompID
     * @return the reports that waited, empty when no session has that name
     * @throws IllegalStateException when the session is on
     */
    public OptionalInt reset(final String name) {
        final TradingSession session = gateway.session(name);
        return session == null ? OptionalInt.empty() : OptionalInt.of(session.reset());
    }

    /**
     * Messages of a session since this gateway has started, out of its memory.
     *
     * @param name SenderCompID
     * @param limit at most 1,000
     * @return the newest, oldest first; empty when no session has that name
     */
    public List<FixMessage> messages(final String name, final int limit) {
        final TradingSession session = gateway.session(name);
        return session == null ? List.of() : session.log().newest(limit);
    }

    /**
     * @param name SenderCompID
     * @return that session as it stands, empty when no session has that name
     */
    public Optional<FixSessionView> session(final String name) {
        return Optional.ofNullable(gateway.session(name)).map(TradingSession::view);
    }

    private void tick() {
        try {
            handler.endIdle(System.nanoTime());
            gateway.sessions().forEach(TradingSession::tick);
            gateway.news().tick(OutboundMessage.nowMicros());
        } catch (final RuntimeException e) {
            LOG.error("timer failed", e);
        }
    }

    /** What is on the disk need not be told again after a crash. */
    private void flush() {
        try {
            flushNow();
        } catch (final EngineUnavailableException e) {
            LOG.debug("position not told", e);
        } catch (final RuntimeException e) {
            LOG.error("journals cannot be written", e);
        }
    }

    private void flushNow() {
        final long routed = feed.routed();
        gateway.sessions().forEach(each -> each.journal().force());
        if (routed > told) {
            client.consumed(routed);
            told = routed;
        }
    }

    /** Stops in order: Logout with {@code EXCHANGE_STOPPING}, five seconds for the clients' Logouts, then closes. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        sockets.unbind();
        handler.endStrangers();
        gateway.sessions().forEach(each -> each.logout("EXCHANGE_STOPPING"));
        await(LOGOUT_MILLIS, () -> gateway.sessions().stream().noneMatch(TradingSession::isBound));
        handler.endAll();
        await(SETTLE_MILLIS, () -> gateway.sessions().stream().noneMatch(TradingSession::isBound));
        awaitSettled();
        timers.forEach(each -> each.cancel(false));
        gateway.stopThreads();
        sockets.dispose(true);
        client.close();
        gateway.sessions().forEach(each -> each.journal().close());
    }

    private void awaitSettled() {
        final CompletableFuture<?>[] all =
                gateway.sessions().stream().map(TradingSession::whenSettled).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(all).get(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
            flushNow();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (final ExecutionException | TimeoutException | EngineUnavailableException e) {
            LOG.warn("stopped before everything was settled, the next start goes on: {}", e.toString());
        }
    }

    private static void await(final long millis, final BooleanSupplier condition) {
        final long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        try {
            while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
