package io.vexchange.engine.cluster;

import io.vexchange.engine.client.EngineListener;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * How a client of the engine connects. Immutable; the {@code with} methods give changed copies.
 *
 * <p>With an image only a durable client gets events older than the image, those it has not consumed; they come behind the image, and
 * readers of state skip them by their sequence.
 */
public final class ClientSettings {
    private static final int DEFAULT_IN_FLIGHT = 65_536;
    private static final long DEFAULT_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long DURABLE_POSITION = -1;

    final String name;
    final EngineListener listener;
    final Path aeronDirectory;
    final WakeUps member;
    final WakeUps clients;
    String ingressEndpoints;
    String egressChannel = "aeron:ipc?term-length=1m";
    boolean events;
    boolean image;
    boolean durable;
    long afterSequence = DURABLE_POSITION;
    IdleProfile idleProfile;
    int maximumInFlight = DEFAULT_IN_FLIGHT;
    long patienceNanos = DEFAULT_PATIENCE_NANOS;
    Consumer<String> onFatal = cause -> {};

    private ClientSettings(
            final String name,
            final EngineListener listener,
            final Path aeronDirectory,
            final IdleProfile idleProfile,
            final WakeUps member,
            final WakeUps clients) {
        this.name = name;
        this.listener = listener;
        this.aeronDirectory = aeronDirectory;
        this.idleProfile = idleProfile;
        this.member = member;
        this.clients = clients;
    }

    /**
     * A client in the member's own process.
     *
     * @param node the member
     * @param name durable, such as {@code fix-1}
     * @param listener is called by the client's thread
     * @return settings of a client that only sends commands
     */
    public static ClientSettings inProcess(final EngineNode node, final String name, final EngineListener listener) {
        return new ClientSettings(
                name,
                listener,
                node.aeronDirectory(),
                node.settings().idleProfile(),
                node.memberWakeUps(),
                node.clientWakeUps());
    }

    /**
     * A client in another process.
     *
     * @param aeronDirectory of a media driver of this machine
     * @param ingressEndpoints {@code 0=host:port,1=host:port,…} of the members
     * @param egressHost an address of this machine that the members reach
     * @param name durable, such as {@code fix-1}
     * @param listener is called by the client's thread
     * @return settings of a client that only sends commands
     */
    public static ClientSettings remote(
            final Path aeronDirectory,
            final String ingressEndpoints,
            final String egressHost,
            final String name,
            final EngineListener listener) {
        final ClientSettings settings =
                new ClientSettings(name, listener, aeronDirectory, IdleProfile.BALANCED, new WakeUps(), new WakeUps());
        settings.ingressEndpoints = ingressEndpoints;
        settings.egressChannel = "aeron:udp?term-length=1m|endpoint=" + egressHost + ":0";
        return settings;
    }

    private ClientSettings copy() {
        final ClientSettings copy = new ClientSettings(name, listener, aeronDirectory, idleProfile, member, clients);
        copy.ingressEndpoints = ingressEndpoints;
        copy.egressChannel = egressChannel;
        copy.events = events;
        copy.image = image;
        copy.durable = durable;
        copy.afterSequence = afterSequence;
        copy.maximumInFlight = maximumInFlight;
        copy.patienceNanos = patienceNanos;
        copy.onFatal = onFatal;
        return copy;
    }

    /** @return a copy that follows all events, from now on or after {@link #withAfterSequence} */
    public ClientSettings withEvents() {
        final ClientSettings copy = copy();
        copy.events = true;
        return copy;
    }

    /** @return a copy that takes a state image first, then follows all events */
    public ClientSettings withImage() {
        final ClientSettings copy = withEvents();
        copy.image = true;
        return copy;
    }

    /** @return a copy that follows all events, which the engine keeps until they are consumed */
    public ClientSettings withDurable() {
        final ClientSettings copy = withEvents();
        copy.durable = true;
        return copy;
    }

    /** @param sequence events after this one are wanted; -1: after the durable position @return a copy */
    public ClientSettings withAfterSequence(final long sequence) {
        final ClientSettings copy = copy();
        copy.afterSequence = sequence;
        return copy;
    }

    /** @param profile of the client's thread @return a copy */
    public ClientSettings withIdleProfile(final IdleProfile profile) {
        final ClientSettings copy = copy();
        copy.idleProfile = profile;
        return copy;
    }

    /** @param commands that wait for their answer at most; more are refused @return a copy */
    public ClientSettings withMaximumInFlight(final int commands) {
        final ClientSettings copy = copy();
        copy.maximumInFlight = commands;
        return copy;
    }

    /** @param nanos commands are taken this long after the connection was lost, later ones are refused @return a copy */
    public ClientSettings withPatienceNanos(final long nanos) {
        final ClientSettings copy = copy();
        copy.patienceNanos = nanos;
        return copy;
    }

    /** @param told once when the client can never go on: another process took its name, or its events are gone @return a copy */
    public ClientSettings withOnFatal(final Consumer<String> told) {
        final ClientSettings copy = copy();
        copy.onFatal = told;
        return copy;
    }
}
