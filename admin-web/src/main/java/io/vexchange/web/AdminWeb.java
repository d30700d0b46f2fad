package io.vexchange.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jetty.JettyServerThreadPoolMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vexchange.engine.model.Code;
import io.vexchange.web.access.AddressRange;
import io.vexchange.web.access.AllCredentials;
import io.vexchange.web.access.BrowserSessions;
import io.vexchange.web.access.Credentials;
import io.vexchange.web.account.AccountOperations;
import io.vexchange.web.account.FirmOperations;
import io.vexchange.web.account.LimitOperations;
import io.vexchange.web.history.HistoryReads;
import io.vexchange.web.http.AccessLog;
import io.vexchange.web.http.Frame;
import io.vexchange.web.http.HealthRoutes;
import io.vexchange.web.http.HostNames;
import io.vexchange.web.http.JettyProblems;
import io.vexchange.web.http.Operations;
import io.vexchange.web.http.ProblemWriter;
import io.vexchange.web.http.Venue;
import io.vexchange.web.json.Times;
import io.vexchange.web.market.MarketOperations;
import io.vexchange.web.order.LastCommands;
import io.vexchange.web.order.OrderOperations;
import io.vexchange.web.order.OrderReads;
import io.vexchange.web.order.TradeOperations;
import io.vexchange.web.page.WebPages;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import io.vexchange.web.shape.HealthShape;
import io.vexchange.web.stream.Hub;
import io.vexchange.web.stream.WebSocketGate;
import io.vexchange.web.venue.AdminOperations;
import io.vexchange.web.venue.FixSessionOperations;
import io.vexchange.web.venue.InstrumentOperations;
import io.vexchange.web.venue.LogIns;
import io.vexchange.web.venue.RuleOperations;
import io.vexchange.web.venue.SessionOperations;
import io.vexchange.web.venue.UserOperations;
import io.vexchange.web.venue.VenueOperations;
import io.vexchange.web.watch.VenueWatch;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The web server. It listens from {@link #start} on, so that health can be asked; everything else is refused as RECOVERING until
 * {@link #open}. Threads: the life cycle methods are called by one thread, in the order start, open, stopping, close.
 */
public final class AdminWeb implements Venue, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AdminWeb.class);
    private static final int MAX_THREADS = 48;
    private static final int MIN_THREADS = 4;
    private static final int CONNECTIONS = 1_000;
    private static final int HEADER_BYTES = 8 * 1024;
    private static final int FRAME_BYTES = 16 * 1024;
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final WebSettings settings;
    private final PrometheusMeterRegistry meters;
    private final Supplier<HealthShape> health;
    private final Operations operations = new Operations();
    private final QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
    private final BrowserSessions sessions = new BrowserSessions(Times::nowMicros);
    private final LogIns logIns = new LogIns();
    private final HostNames hosts;
    private final Javalin javalin;
    private volatile WebParts parts;
    private volatile Hub hub;
    private volatile boolean stopping;

    /**
     * @param settings of the server
     * @param health how the venue is, asked at each look; its {@code status} decides about 200 or 503
     * @param meters what is scraped at {@code /metrics}
     */
    public AdminWeb(
            final WebSettings settings, final Supplier<HealthShape> health, final PrometheusMeterRegistry meters) {
        this.settings = settings;
        this.meters = meters;
        this.health = health;
        threads.setName("vex-web");
        new JettyServerThreadPoolMetrics(threads, Tags.empty()).bindTo(meters);
        hosts = new HostNames(settings.hosts());
        installOperations();
        final Frame frame = new Frame(settings, this, hosts, sessions, threads, System::nanoTime);
        final WebSocketGate gate = new WebSocketGate(settings, this, hosts, sessions, () -> hub);
        javalin = Javalin.create(config -> {
            configure(config, gate);
            config.requestLogger.http(AccessLog::write);
            frame.install(config.routes, operations);
            HealthRoutes.install(config.routes, health, meters, settings.metricsOpen());
            WebPages.install(config.routes, operations, settings.publicMarketData(), settings.environment());
        });
    }

    private void installOperations() {
        final LastCommands lastCommands = new LastCommands();
        final HistoryReads history = new HistoryReads(() -> parts().history(), lastCommands);
        final OrderReads orders = new OrderReads(() -> parts().orders(), history);
        new MarketOperations(() -> parts().market(), history).install(operations);
        new OrderOperations(() -> parts().orders(), orders, lastCommands).install(operations);
        orders.install(operations);
        new TradeOperations(() -> parts().trades(), history, lastCommands).install(operations);
        new AccountOperations(() -> parts().accounts(), () -> parts().acts(), history, lastCommands)
                .install(operations);
        new VenueOperations(() -> parts().market(), () -> parts().accounts(), () -> parts().acts(), lastCommands)
                .install(operations);
        new AdminOperations(
                        () -> parts().accounts(), () -> parts().acts(), () -> parts().cluster(), history, lastCommands)
                .install(operations);
        new FixSessionOperations(
                        () -> parts().accounts(),
                        () -> parts().acts(),
                        () -> parts().directory(),
                        () -> parts().fixSessions(),
                        logIns,
                        lastCommands,
                        isLoopback(settings.bind()))
                .install(operations);
        new UserOperations(() -> parts().accounts(), () -> parts().directory(), logIns, lastCommands)
                .install(operations);
        new FirmOperations(() -> parts().accounts(), () -> parts().directory(), () -> parts().rules(), lastCommands)
                .install(operations);
        new LimitOperations(() -> parts().accounts(), () -> parts().rules(), lastCommands).install(operations);
        new RuleOperations(() -> parts().rules(), lastCommands).install(operations);
        new InstrumentOperations(
                        () -> parts().market(), () -> parts().instruments(), () -> parts().trades(), lastCommands)
                .install(operations);
        new SessionOperations(
                        this::credentials,
                        () -> parts().acts(),
                        () -> parts().directory(),
                        sessions,
                        logIns,
                        lastCommands,
                        hosts,
                        settings.origins(),
                        !settings.environment().isEmpty())
                .install(operations);
    }

    private static boolean isLoopback(final String bind) {
        return AddressRange.holds("127.0.0.0/8", bind) || AddressRange.holds("::1", bind) || bind.equals("localhost");
    }

    private void configure(final JavalinConfig config, final WebSocketGate gate) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = Frame.MAX_BODY;
        config.http.generateEtags = false;
        config.router.javaLangErrorHandler(AdminWeb::fatal);
        config.jetty.threadPool = threads;
        config.jetty.host = settings.bind();
        config.jetty.port = settings.port();
        config.jetty.modifyHttpConfiguration(AdminWeb::limit);
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(5_000);
            server.setErrorHandler(new JettyProblems());
            server.addBean(new NetworkConnectionLimit(CONNECTIONS + settings.sockets(), server));
        });
        config.jetty.addConnector(this::connector);
        config.jetty.modifyServletContextHandler(context -> {
            context.setErrorHandler(new JettyProblems());
            webSockets(context, gate);
        });
    }

    /** An Error, such as too little memory, is told to the caller without its text. */
    private static void fatal(final HttpServletResponse response, final Error error) {
        LOG.error("a request met an error of the machine", error);
        if (!response.isCommitted()) {
            response.setStatus(Problems.INTERNAL.status());
            response.setContentType(ProblemWriter.MEDIA_TYPE);
            try {
                response.getOutputStream().write(ProblemWriter.bare(Problems.INTERNAL, "see the log"));
            } catch (final IOException e) {
                LOG.debug("the caller is gone", e);
            }
        }
    }

    private static void limit(final HttpConfiguration http) {
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setResponseHeaderSize(HEADER_BYTES);
        http.setUriCompliance(UriCompliance.DEFAULT);
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
    }

    private ServerConnector connector(final Server server, final HttpConfiguration http) {
        final ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(settings.bind());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE.toMillis());
        return connector;
    }

    private static void webSockets(final ServletContextHandler context, final WebSocketGate gate) {
        final FilterHolder holder = new FilterHolder(gate);
        holder.setAsyncSupported(true);
        context.addFilter(holder, WebSocketGate.PATH, EnumSet.of(DispatcherType.REQUEST));
        context.addEventListener(new WebSocketLimits(FRAME_BYTES, IDLE));
    }

    /**
     * Begins to listen.
     *
     * @throws io.javalin.util.JavalinBindException when the port is in use
     */
    public void start() {
        javalin.start();
    }

    /** @return what runs answers that come later; for {@link io.vexchange.web.live.LiveVenue#parts} */
    public Executor executor() {
        return threads;
    }

    /** @return the port it listens on */
    public int port() {
        return javalin.port();
    }

    /**
     * The venue has recovered: begins to serve.
     *
     * @param venue what is behind it
     */
    public void open(final WebParts venue) {
        final Hub opened = new Hub(
                venue.market(),
                venue.privateFeed(),
                new VenueWatch(venue.watched(), health, meters, System::nanoTime),
                threads,
                new AllCredentials(venue.credentials(), sessions),
                settings.publicMarketData(),
                meters,
                System::nanoTime);
        opened.start();
        hub = opened;
        parts = venue;
    }

    /** From now on commands are refused as STOPPING. */
    public void stopping() {
        stopping = true;
    }

    @Override
    public void close() {
        stopping = true;
        final Hub open = hub;
        if (open != null) {
            open.stop();
        }
        javalin.stop();
        logIns.close();
    }

    @Override
    public State state() {
        if (stopping) {
            return parts == null ? State.STARTING : State.STOPPING;
        }
        return parts == null ? State.STARTING : State.READY;
    }

    @Override
    public Credentials credentials() {
        return parts().credentials();
    }

    @Override
    public void refused(final Code code, final byte[] audit) {
        final WebParts venue = parts;
        if (venue != null) {
            venue.acts().note(code, audit);
        }
    }

    /** @return the table of operations */
    public Operations operations() {
        return operations;
    }

    /** @return Javalin, for tests that walk its routes */
    Javalin javalin() {
        return javalin;
    }

    private WebParts parts() {
        final WebParts venue = parts;
        if (venue == null) {
            throw ProblemException.ofRetry(Problems.RECOVERING, "the venue is recovering its state", 1);
        }
        return venue;
    }
}
