package io.vexchange.exchange.venue;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vexchange.engine.client.Hello;
import io.vexchange.engine.cluster.ClusterEngineClient;
import io.vexchange.engine.cluster.Durability;
import io.vexchange.engine.cluster.EngineNode;
import io.vexchange.engine.cluster.IdleProfile;
import io.vexchange.engine.cluster.NodeSettings;
import io.vexchange.engine.model.Code;
import io.vexchange.exchange.ExitCode;
import io.vexchange.exchange.StartFailure;
import io.vexchange.exchange.config.ExchangeConfig;
import io.vexchange.exchange.folder.AeronFolder;
import io.vexchange.exchange.folder.DataFolder;
import io.vexchange.exchange.run.Doors;
import io.vexchange.exchange.run.Lifecycle;
import io.vexchange.exchange.run.RunningVenue;
import io.vexchange.exchange.run.StopStage;
import io.vexchange.exchange.run.VenueStart;
import io.vexchange.fix.FixAcceptor;
import io.vexchange.fix.FixSettings;
import io.vexchange.fix.FixTls;
import io.vexchange.store.DataSources;
import io.vexchange.store.DatabaseSettings;
import io.vexchange.web.AdminWeb;
import io.vexchange.web.WebSettings;
import io.vexchange.web.json.Times;
import io.vexchange.web.live.LiveVenue;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * All parts of a venue in one process, started in the order in which they need each other; PostgreSQL, which takes longest, starts beside
 * the others. Thread-safe once it is started.
 */
public final class Venue implements RunningVenue {
    private static final UUID NO_LOG = new UUID(0, 0);
    private static final long ANSWER_SECONDS = 60;
    private static final long SNAPSHOT_SECONDS = 10;

    private final ExchangeConfig config;
    private final DataFolder folder;
    private final Lifecycle lifecycle;
    private final Consumer<String> say;
    private final Consumer<String> fatal;
    private final PasswordHashes hashes = new PasswordHashes();
    private final VenueHealth health = new VenueHealth();
    private final SeedView directory = new SeedView();
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    private EngineNode node;
    private Projection projection;
    private NodeView view;
    private Doors doors;

    private Venue(final VenueStart.Setting setting) {
        config = setting.config();
        folder = setting.folder();
        lifecycle = setting.lifecycle();
        say = setting.say();
        fatal = setting.fatal();
    }

    /**
     * Starts a venue; see {@link VenueStart}.
     *
     * @param setting what it works with
     * @return the venue, accepting logons
     * @throws StartFailure when it cannot start
     * @throws InterruptedException when it is stopped meanwhile
     */
    public static RunningVenue start(final VenueStart.Setting setting) throws InterruptedException {
        final Venue venue = new Venue(setting);
        try {
            venue.start();
            return venue;
        } finally {
            venue.hashes.close();
        }
    }

    private void start() throws InterruptedException {
        final FixSettings fix = fixSettings();
        if (!Files.exists(folder.path().resolve("archive"))) {
            hashes.begin(config.seed());
        }
        final Database database = Database.begin(config.store(), folder);
        lifecycle.started(StopStage.DATABASE, "PostgreSQL", database::close);
        final AdminWeb web = startWeb();
        startNode();
        final EngineClients clients = new EngineClients(node, fatal);
        final Hello hello = seed(clients);
        final LiveVenue live = new LiveVenue();
        final ClusterEngineClient webClient = clients.web(live);
        lifecycle.started(StopStage.ENGINE, "client of the web server", webClient::close);
        if (!live.awaitReady(ANSWER_SECONDS, TimeUnit.SECONDS)) {
            throw silent();
        }
        startScheduler(clients);
        final DatabaseSettings tables = database.await();
        projection = Projection.start(
                tables, clients, new LogHistory(folder.path(), config.engine().limits(), node::logPosition));
        lifecycle.started(StopStage.PROJECTOR, "projector", projection::close);
        lifecycle.started(StopStage.SNAPSHOT, "snapshot", this::snapshot);
        final HikariDataSource reader = DataSources.reader(tables);
        reader.setMetricRegistry(meters);
        lifecycle.started(StopStage.DATABASE, "readers", reader::close);
        view = new NodeView(
                node,
                hello,
                projection.projector(),
                config.engine(),
                folder.path().resolve("archive"));
        refuseDemoBeyondLoopback(database.readerPassword());
        final FixAcceptor gateway = startFix(fix, clients, new PastTrades(reader));
        health.ready(node, webClient, projection.projector(), config.engine().outboxEvents());
        new VenueMeters(node, projection.projector(), gateway, view).bindTo(meters);
        web.open(live.parts(
                webClient,
                new PastEvents(reader),
                new GatewaySessions(EngineClients.GATEWAY, gateway),
                view,
                config.venue().compId(),
                config.secondUser(),
                web.executor(),
                meters));
        lifecycle.started(StopStage.REFUSE, "commands", () -> {
            health.stopping();
            web.stopping();
        });
        doors = new Doors(
                config.fix().bind() + ':' + gateway.port(),
                "http://" + config.web().bind() + ':' + web.port(),
                database.shownUrl());
        if (DemoCredentials.inUse(directory.directory(), database.readerPassword())) {
            say.accept("demo credentials in use: bound to 127.0.0.1 only");
        }
    }

    private void startScheduler(final EngineClients clients) throws InterruptedException {
        final PhaseScheduler scheduler = new PhaseScheduler(Times::nowMicros);
        final ClusterEngineClient client = clients.scheduler(scheduler);
        lifecycle.started(StopStage.ENGINE, "scheduler", () -> {
            scheduler.close();
            client.close();
        });
        scheduler.start(client);
    }

    /** What is printed in the documents opens no door that others can reach. */
    private void refuseDemoBeyondLoopback(final String readerPassword) {
        final String bind = config.fix().bind();
        final String found = isLoopback(bind) ? null : DemoCredentials.find(directory.directory(), readerPassword);
        if (found != null) {
            throw new StartFailure(
                    ExitCode.USAGE,
                    "vex.fix.bind = " + bind + " is not a loopback address, and " + found
                            + " is a demo credential: change it, or bind to 127.0.0.1");
        }
    }

    private static boolean isLoopback(final String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (final UnknownHostException e) {
            return false;
        }
    }

    private FixSettings fixSettings() {
        final ExchangeConfig.Fix fix = config.fix();
        try {
            return new FixSettings(
                    fix.bind(),
                    fix.port(),
                    config.venue().compId(),
                    folder.fix(),
                    FixSettings.readDefaults(fix.quickfix()),
                    fix.messageLog(),
                    fix.tls() == null
                            ? null
                            : new FixTls(
                                    fix.tls().certificate(),
                                    fix.tls().key(),
                                    fix.tls().clientCa()));
        } catch (final IllegalArgumentException | UncheckedIOException e) {
            throw new StartFailure(ExitCode.USAGE, e.getMessage(), e);
        }
    }

    private AdminWeb startWeb() {
        final ExchangeConfig.Web it = config.web();
        final boolean isDemo =
                config.seed().users().stream().anyMatch(each -> DemoCredentials.PASSWORD.equals(each.password()));
        final AdminWeb web = new AdminWeb(
                new WebSettings(
                        it.bind(),
                        it.port(),
                        it.hosts(),
                        it.origins(),
                        it.publicMarketData(),
                        it.ratePerSecond(),
                        it.rateBurst(),
                        it.metricsOpen(),
                        it.sockets(),
                        it.socketsPerUser(),
                        config.secondUser(),
                        isDemo ? "DEMO" : ""),
                health,
                meters);
        lifecycle.started(StopStage.WEB, "web server", web::close);
        web.start();
        return web;
    }

    private void startNode() {
        final Path aeron = AeronFolder.choose(folder.path());
        node = EngineNode.start(NodeSettings.of(folder.path(), aeron, fatal)
                .withDurability(config.engine().fsync() ? Durability.FSYNC : Durability.OS)
                .withIdleProfile(IdleProfile.valueOf(config.engine().idle().name()))
                .withLimits(config.engine().limits())
                .withSnapshots(
                        config.engine().snapshotEvery().toNanos(),
                        config.engine().snapshotEvents()));
        lifecycle.started(StopStage.ENGINE, "engine", node::close);
    }

    /** @return what the engine says of its log, which is opened and seeded */
    private Hello seed(final EngineClients clients) throws InterruptedException {
        try (ClusterEngineClient client = clients.venue(directory)) {
            if (!directory.await(ANSWER_SECONDS, TimeUnit.SECONDS)) {
                throw silent();
            }
            final SeedCommands commands = new SeedCommands(client);
            Hello hello = directory.hello();
            if (hello.logId().equals(NO_LOG)) {
                hello = open(commands, hello);
            }
            clients.register(EngineClients.GATEWAY);
            clients.register(EngineClients.PROJECTOR);
            final VenueSeeder seeder = new VenueSeeder(directory, commands, config.seed(), hashes);
            seeder.seed();
            tell(seeder.differences());
            return hello;
        }
    }

    private Hello open(final SeedCommands commands, final Hello hello) throws InterruptedException {
        final UUID logId = UUID.randomUUID();
        final Code code = VenueSeeder.answer(
                        "the log's identity",
                        commands.openLog(logId, config.venue().rolloverSecondOfDay()))
                .code();
        if (code != Code.NONE) {
            throw new StartFailure(ExitCode.LOG, "the log cannot be opened: " + code);
        }
        return new Hello(
                hello.clientId(),
                hello.epoch(),
                hello.sequence(),
                hello.trimmedSequence(),
                hello.durablePosition(),
                logId,
                hello.behaviourVersion());
    }

    private void tell(final List<String> differences) {
        if (!differences.isEmpty()) {
            say.accept("venue.conf differs from the log, which counts: " + String.join(", ", differences));
        }
    }

    private static StartFailure silent() {
        return new StartFailure(ExitCode.FAILED, "the engine has not told its state within " + ANSWER_SECONDS + " s");
    }

    private FixAcceptor startFix(final FixSettings settings, final EngineClients clients, final PastTrades history) {
        try {
            final FixAcceptor gateway = FixAcceptor.start(settings, clients::gateway, history);
            lifecycle.started(StopStage.FIX, "FIX gateway", gateway::close);
            return gateway;
        } catch (final IllegalArgumentException e) {
            throw new StartFailure(ExitCode.USAGE, e.getMessage(), e);
        }
    }

    @Override
    public Doors doors() {
        return doors;
    }

    @Override
    public Map<String, Object> status() {
        final Map<String, Object> status = new LinkedHashMap<>();
        status.put("health", health.get().status());
        status.put("store", health.get().store());
        status.put("leader", node.isLeader());
        status.put("eventSequence", node.sequence());
        status.put("projectedSequence", projection.projector().sequence());
        status.put("projectorLagMillis", projection.projector().lagMillis());
        status.put("outboxEvents", node.sequence() - node.trimmedSequence());
        status.put("logPosition", node.logPosition());
        return status;
    }

    @Override
    public long snapshot() throws InterruptedException {
        try {
            return node.snapshot().get(SNAPSHOT_SECONDS, TimeUnit.SECONDS);
        } catch (final ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (final TimeoutException e) {
            throw new IllegalStateException("no snapshot within " + SNAPSHOT_SECONDS + " s", e);
        }
    }
}
