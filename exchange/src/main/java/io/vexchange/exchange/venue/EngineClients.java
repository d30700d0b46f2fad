package io.vexchange.exchange.venue;

import io.vexchange.engine.client.EngineListener;
import io.vexchange.engine.cluster.ClientSettings;
import io.vexchange.engine.cluster.ClusterEngineClient;
import io.vexchange.engine.cluster.EngineNode;
import io.vexchange.exchange.ExitCode;
import io.vexchange.exchange.StartFailure;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The clients of the engine in this process, by their durable names. */
final class EngineClients {
    static final String GATEWAY = "fix-1";
    static final String PROJECTOR = "projector";

    private static final String WEB = "web-1";
    private static final String VENUE = "venue";
    private static final String SCHEDULER = "scheduler";
    private static final long CONNECT_SECONDS = 60;

    private final EngineNode node;
    private final Consumer<String> fatal;

    /**
     * @param node to connect to
     * @param fatal when a client that the venue cannot do without can never go on
     */
    EngineClients(final EngineNode node, final Consumer<String> fatal) {
        this.node = node;
        this.fatal = fatal;
    }

    private ClientSettings settings(final String name, final EngineListener listener) {
        return ClientSettings.inProcess(node, name, listener).withImage();
    }

    /** The seeder's, which is there for the start only. */
    ClusterEngineClient venue(final EngineListener listener) throws InterruptedException {
        return connected(ClusterEngineClient.connect(settings(VENUE, listener).withOnFatal(fatal)));
    }

    ClusterEngineClient web(final EngineListener listener) throws InterruptedException {
        return connected(ClusterEngineClient.connect(settings(WEB, listener).withOnFatal(fatal)));
    }

    ClusterEngineClient scheduler(final EngineListener listener) throws InterruptedException {
        return connected(
                ClusterEngineClient.connect(settings(SCHEDULER, listener).withOnFatal(fatal)));
    }

    ClusterEngineClient gateway(final EngineListener listener) {
        return ClusterEngineClient.connect(
                settings(GATEWAY, listener).withDurable().withOnFatal(fatal));
    }

    /** Trading goes on without the projection, for as long as the outbox has room. */
    ClusterEngineClient projector(final EngineListener listener, final Consumer<String> incident) {
        return ClusterEngineClient.connect(
                settings(PROJECTOR, listener).withDurable().withOnFatal(incident));
    }

    /** From now on the engine keeps for this reader what it has not consumed. */
    void register(final String name) throws InterruptedException {
        final EngineListener nothing = (templateId, buffer, offset, length) -> {};
        connected(ClusterEngineClient.connect(ClientSettings.inProcess(node, name, nothing)
                        .withDurable()
                        .withOnFatal(fatal)))
                .close();
    }

    private static ClusterEngineClient connected(final ClusterEngineClient client) throws InterruptedException {
        if (!client.awaitConnected(CONNECT_SECONDS, TimeUnit.SECONDS)) {
            client.close();
            throw new StartFailure(
                    ExitCode.FAILED,
                    "the engine has not answered " + client.name() + " within " + CONNECT_SECONDS + " s");
        }
        return client;
    }
}
