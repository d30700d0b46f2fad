package io.vexchange.exchange.venue;

import io.vexchange.engine.client.Directory;
import io.vexchange.engine.client.Hello;
import io.vexchange.engine.client.Outcome;
import io.vexchange.engine.cluster.ClusterEngineClient;
import io.vexchange.engine.cluster.Durability;
import io.vexchange.engine.cluster.EngineNode;
import io.vexchange.engine.cluster.IdleProfile;
import io.vexchange.engine.cluster.NodeSettings;
import io.vexchange.exchange.config.VenueSeed;
import io.vexchange.exchange.folder.AeronFolder;
import io.vexchange.fix.FixAcceptor;
import io.vexchange.fix.FixSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.agrona.MutableDirectBuffer;

/** The engine, seeded, and the FIX gateway in this process: all of a venue that a FIX client can see, without database and web server. */
public final class CoreVenue implements AutoCloseable {
    private static final long ANSWER_SECONDS = 60;
    private static final Path QUICKFIX = Path.of("..", "config", "fix-acceptor.cfg");
    private static final UUID LOG = new UUID(1, 2);

    private final Path data;
    private final EngineNode node;
    private final SeedView view = new SeedView();
    private final ClusterEngineClient operator;
    private final FixAcceptor gateway;

    private CoreVenue(
            final Path data,
            final VenueSeed seed,
            final int rolloverSecondOfDay,
            final UnaryOperator<FixSettings> change)
            throws InterruptedException {
        this.data = data;
        node = EngineNode.start(NodeSettings.of(data, AeronFolder.choose(data), CoreVenue::fail)
                .withDurability(Durability.OS)
                .withIdleProfile(IdleProfile.BALANCED));
        final EngineClients clients = new EngineClients(node, CoreVenue::fail);
        operator = clients.venue(view);
        if (!view.await(ANSWER_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the engine is silent");
        }
        final Hello hello = view.hello();
        final SeedCommands commands = new SeedCommands(operator);
        try (PasswordHashes hashes = new PasswordHashes()) {
            if (hello.logId().getMostSignificantBits() == 0) {
                hashes.begin(seed);
                VenueSeeder.answer("the log's identity", commands.openLog(LOG, rolloverSecondOfDay));
            }
            clients.register(EngineClients.GATEWAY);
            new VenueSeeder(view, commands, seed, hashes).seed();
        }
        gateway = FixAcceptor.start(
                change.apply(new FixSettings(
                        "127.0.0.1", 0, "VEX", data.resolve("fix"), FixSettings.readDefaults(QUICKFIX), false)),
                clients::gateway);
    }

    private static void fail(final String why) {
        throw new IllegalStateException(why);
    }

    /**
     * @param data an empty folder, or one that a venue before has used
     * @param seed what is in the directory
     * @return the venue, taking logons
     */
    public static CoreVenue start(final Path data, final VenueSeed seed) throws InterruptedException {
        return start(data, seed, 0, each -> each);
    }

    /**
     * @param data an empty folder, or one that a venue before has used
     * @param seed what is in the directory
     * @param rolloverSecondOfDay when its trading day turns
     * @param change of the gateway's settings
     * @return the venue, taking logons
     */
    public static CoreVenue start(
            final Path data,
            final VenueSeed seed,
            final int rolloverSecondOfDay,
            final UnaryOperator<FixSettings> change)
            throws InterruptedException {
        return new CoreVenue(data, seed, rolloverSecondOfDay, change);
    }

    public int port() {
        return gateway.port();
    }

    public FixAcceptor gateway() {
        return gateway;
    }

    public Directory directory() {
        return view.directory();
    }

    /** An act of the operator; when this returns it is done, or refused. */
    public Outcome act(final MutableDirectBuffer command, final int length) throws InterruptedException {
        return VenueSeeder.answer("an act of the operator", operator.ask(command, 0, length));
    }

    /** Adds sessions with a hash that is there already: making one takes long. */
    public void define(final VenueSeed.Session session, final String participant, final String passwordHash)
            throws InterruptedException {
        final Directory known = directory();
        VenueSeeder.answer(
                session.id(),
                new SeedCommands(operator)
                        .define(
                                session,
                                known.participant(participant).id(),
                                known.account(session.defaultAccount()).id(),
                                session.accounts().stream()
                                        .map(each -> known.account(each).id())
                                        .toList(),
                                passwordHash));
    }

    /** The hash that the directory has of a session's password. */
    public String passwordHash(final String session) {
        final String properties = directory().session(session).properties();
        final int from = properties.indexOf("\"passwordHash\":\"") + 16;
        return properties.substring(from, properties.indexOf('"', from));
    }

    @Override
    public void close() {
        gateway.close();
        operator.close();
        node.close();
        try {
            AeronFolder.remove(data);
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
