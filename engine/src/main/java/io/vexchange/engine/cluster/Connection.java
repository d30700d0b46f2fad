package io.vexchange.engine.cluster;

import io.aeron.Aeron;
import io.aeron.cluster.client.AeronCluster;
import io.aeron.cluster.client.ControlledEgressListener;
import io.aeron.logbuffer.ControlledFragmentHandler.Action;
import io.aeron.logbuffer.Header;
import io.vexchange.engine.protocol.HelloEncoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client's connection to the cluster: made, kept alive, given up when it is silent for too long, and made again. Says Hello on each new
 * one. Runs on the client's thread and never waits.
 */
final class Connection implements ControlledEgressListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final long KEEP_ALIVE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long CONNECT_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long NEW_LEADER_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long SILENCE_IN_PROCESS_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int FLAG_EVENTS = 1;
    private static final int FLAG_IMAGE = 2;
    private static final int FLAG_DURABLE = 4;

    private final ClientSettings settings;
    private final ClusterEngineClient client;
    private final byte[] name;
    private final long silenceNanos;
    private Aeron aeron;
    private AeronCluster.AsyncConnect connecting;
    private AeronCluster cluster;
    private boolean mustSayHello;
    private boolean isAnswered;
    private long retryAtNanos = System.nanoTime();
    private long aliveAtNanos;
    private long heardNanos;
    private long checkedNanos;
    private boolean wasAnswered;

    Connection(final ClientSettings settings, final ClusterEngineClient client) {
        this.settings = settings;
        this.client = client;
        this.name = settings.name.getBytes(StandardCharsets.UTF_8);
        this.silenceNanos = settings.ingressEndpoints == null ? SILENCE_IN_PROCESS_NANOS : SILENCE_NANOS;
    }

    Link link() {
        return new Link(cluster);
    }

    int work(final long now) {
        try {
            if (aeron != null && aeron.isClosed()) {
                lose(now, "the media driver is gone");
                CloseHelper.quietClose(aeron);
                aeron = null;
            }
            if (cluster != null) {
                aeron.conductorAgentInvoker().invoke();
                return follow(now);
            }
            return connecting != null ? connect(now) : begin(now);
        } catch (final io.aeron.exceptions.AeronException e) {
            lose(now, String.valueOf(e.getMessage()));
            return 0;
        }
    }

    private int begin(final long now) {
        if (now - retryAtNanos < 0) {
            return 0;
        }
        if (aeron == null) {
            aeron = Aeron.connect(new Aeron.Context()
                    .aeronDirectoryName(settings.aeronDirectory.toString())
                    .useConductorAgentInvoker(true)
                    .errorHandler(error -> LOG.warn("client {}: {}", settings.name, error.toString())));
        }
        connecting = AeronCluster.asyncConnect(new AeronCluster.Context()
                .aeron(aeron)
                .ownsAeronClient(false)
                .isIngressExclusive(false) // any thread may send
                .messageTimeoutNs(CONNECT_NANOS)
                .newLeaderTimeoutNs(NEW_LEADER_NANOS)
                .ingressEndpoints(settings.ingressEndpoints)
                .ingressChannel(
                        settings.ingressEndpoints == null ? "aeron:ipc?term-length=1m" : "aeron:udp?term-length=1m")
                .egressChannel(settings.egressChannel)
                .egressStreamId(1_000 + ThreadLocalRandom.current().nextInt(1_000_000_000))
                .controlledEgressListener(this)
                .errorHandler(error -> LOG.warn("client {}: {}", settings.name, error.toString())));
        return 1;
    }

    private int connect(final long now) {
        cluster = connecting.poll();
        if (cluster == null) {
            return 0;
        }
        connecting = null;
        mustSayHello = true;
        isAnswered = false;
        heardNanos = now;
        aliveAtNanos = now;
        return 1;
    }

    private int follow(final long now) {
        int count = 0;
        if (mustSayHello && cluster.ingressPublication().isConnected()) {
            mustSayHello = !sayHello();
            count++;
        }
        if (client.isReady()) {
            count += cluster.controlledPollEgress();
        } else {
            heardNanos = now;
            cluster.pollStateChanges();
        }
        if (now - checkedNanos >= RETRY_NANOS) {
            checkedNanos = now;
            if (isAnswered && !client.isWaiting()) {
                heardNanos = now;
            }
        }
        if (client.takeDrop()) {
            lose(now, "dropped");
        } else if (cluster.isClosed()) {
            lose(now, "the cluster has closed the session");
        } else if (now - heardNanos > silenceNanos) {
            lose(now, "no answer");
        } else if (now - aliveAtNanos >= KEEP_ALIVE_NANOS) {
            aliveAtNanos = now;
            cluster.sendKeepAlive();
        }
        return count;
    }

    private boolean sayHello() {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(256);
        final HelloEncoder hello = new HelloEncoder();
        hello.wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        hello.origin().clientId(0).epoch(0).number(0);
        hello.flags((settings.events ? FLAG_EVENTS : 0)
                | (settings.image ? FLAG_IMAGE : 0)
                | (settings.durable ? FLAG_DURABLE : 0));
        hello.afterSequence(client.resumeAfter());
        hello.putName(name, 0, name.length);
        final boolean isSaid =
                cluster.offer(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + hello.encodedLength()) > 0;
        if (isSaid) {
            settings.member.signal();
        }
        return isSaid;
    }

    @Override
    public Action onMessage(
            final long clusterSessionId,
            final long timestamp,
            final DirectBuffer buffer,
            final int offset,
            final int length,
            final Header header) {
        if (!client.isReady()) {
            return Action.ABORT;
        }
        heardNanos = System.nanoTime();
        isAnswered = true;
        wasAnswered = true;
        int at = offset;
        while (at < offset + length) {
            final int itemLength = buffer.getInt(at);
            client.onItem(buffer, at + EgressFeed.ITEM_PREFIX_LENGTH, itemLength);
            at += EgressFeed.ITEM_PREFIX_LENGTH + ((itemLength + 7) & ~7);
        }
        return Action.CONTINUE;
    }

    @Override
    public void onNewLeader(
            final long clusterSessionId,
            final long leadershipTermId,
            final int leaderMemberId,
            final String ingressEndpoints) {
        client.disconnected();
        mustSayHello = true;
        isAnswered = false;
    }

    private void lose(final long now, final String cause) {
        if (wasAnswered) {
            LOG.warn("client {} has lost the engine: {}", settings.name, cause);
        } else {
            LOG.debug("client {} is not connected yet: {}", settings.name, cause);
        }
        wasAnswered = false;
        client.disconnected();
        CloseHelper.quietClose(connecting);
        CloseHelper.quietClose(cluster);
        connecting = null;
        cluster = null;
        retryAtNanos = now + RETRY_NANOS;
    }

    @Override
    public void close() {
        CloseHelper.quietClose(connecting);
        CloseHelper.quietClose(cluster);
        CloseHelper.quietClose(aeron);
    }
}
