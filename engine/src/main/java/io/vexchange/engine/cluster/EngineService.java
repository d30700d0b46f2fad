package io.vexchange.engine.cluster;

import io.aeron.ExclusivePublication;
import io.aeron.Image;
import io.aeron.cluster.codecs.CloseReason;
import io.aeron.cluster.service.ClientSession;
import io.aeron.cluster.service.Cluster;
import io.aeron.cluster.service.ClusteredService;
import io.aeron.logbuffer.Header;
import io.vexchange.engine.protocol.HelloDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import java.nio.ByteOrder;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.AgentTerminationException;

/**
 * The engine in the log: applies each entry, keeps what comes of it in the outbox, and serves it to those who said Hello, between entries
 * and without ever waiting for them. While the log is replayed nobody is served.
 */
final class EngineService implements ClusteredService {
    private static final long TIMER_ID = 1;
    private static final long NOT_SCHEDULED = Long.MAX_VALUE;
    private static final int TIMER_ATTEMPTS = 3;
    private static final int FLAG_EVENTS = 1;
    private static final int FLAG_IMAGE = 2;
    private static final int FLAG_DURABLE = 4;

    private final Supplier<Replica> newReplica;
    private final Subscribers subscribers;
    private final MemberState state;
    private final HelloDecoder hello = new HelloDecoder();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();

    private Cluster cluster;
    private StateMachine machine;
    private long scheduledMicros = NOT_SCHEDULED;
    private boolean isLeader;
    private boolean isPoisoned;

    EngineService(final Supplier<Replica> newReplica, final MemberState state, final WakeUps clients) {
        this.newReplica = newReplica;
        this.state = state;
        this.subscribers = new Subscribers(clients);
    }

    @Override
    public void onStart(final Cluster member, final Image snapshotImage) {
        cluster = member;
        machine = new StateMachine(newReplica.get());
        if (snapshotImage != null) {
            try {
                SnapshotTransfer.read(machine, snapshotImage, member.idleStrategy());
            } catch (final RuntimeException e) {
                poison("the snapshot can not be read", e);
            }
        }
        publishState();
    }

    @Override
    public void onSessionOpen(final ClientSession session, final long timestamp) {
        // a connection is known by its Hello
    }

    @Override
    public void onSessionClose(final ClientSession session, final long timestamp, final CloseReason closeReason) {
        subscribers.remove(session.id());
    }

    @Override
    public void onSessionMessage(
            final ClientSession session,
            final long timestamp,
            final DirectBuffer buffer,
            final int offset,
            final int length,
            final Header logHeader) {
        final boolean isHello = isLeader && isHello(buffer, offset, length);
        final Subscriber subscriber =
                isHello ? subscribers.open(cluster.aeron(), session) : subscribers.get(session.id());
        try {
            apply(subscriber == null ? 0 : subscriber.tag, timestamp, buffer, offset, length);
            afterEntry();
            if (isHello) {
                hello.wrapAndApplyHeader(buffer, offset, header);
                subscribe(subscriber, hello.flags(), hello.afterSequence());
            }
        } catch (final RuntimeException | Error e) {
            poison("the entry before log position " + logHeader.position() + " can not be applied", e);
        }
        publishState();
    }

    /** The clock is looked at here only, outside of the core: what it shows changes nothing that is decided. */
    private void apply(
            final int tag, final long timestamp, final DirectBuffer buffer, final int offset, final int length) {
        final LongConsumer nanos = state.timing();
        if (nanos == null) {
            machine.apply(tag, timestamp, buffer, offset, length);
        } else {
            final long began = System.nanoTime();
            machine.apply(tag, timestamp, buffer, offset, length);
            nanos.accept(System.nanoTime() - began);
        }
    }

    private static boolean isHello(final DirectBuffer buffer, final int offset, final int length) {
        return length >= MessageHeaderDecoder.ENCODED_LENGTH + HelloDecoder.BLOCK_LENGTH
                && HelloDecoder.TEMPLATE_ID
                        == (buffer.getShort(
                                        offset + MessageHeaderDecoder.templateIdEncodingOffset(),
                                        ByteOrder.LITTLE_ENDIAN)
                                & 0xFFFF);
    }

    private void subscribe(final Subscriber subscriber, final int flags, final long afterSequence) {
        subscriber.wantsEvents = (flags & FLAG_EVENTS) != 0;
        subscriber.wantsImage = (flags & FLAG_IMAGE) != 0;
        subscriber.isDurable = (flags & FLAG_DURABLE) != 0;
        subscribers.subscribe(subscriber, machine.replica(), machine.outbox(), afterSequence);
    }

    @Override
    public void onTimerEvent(final long correlationId, final long timestamp) {
        scheduledMicros = NOT_SCHEDULED;
        try {
            machine.onTime(timestamp);
            afterEntry();
        } catch (final RuntimeException | Error e) {
            poison("the timer before log position " + cluster.logPosition() + " can not be applied", e);
        }
        publishState();
    }

    @Override
    public void onNewLeadershipTermEvent(
            final long leadershipTermId,
            final long logPosition,
            final long timestamp,
            final long termBaseLogPosition,
            final int leaderMemberId,
            final int logSessionId,
            final TimeUnit timeUnit,
            final int appVersion) {
        subscribers.leadershipTermId(leadershipTermId);
        schedule();
    }

    private void afterEntry() {
        machine.trim(subscribers.leastCursor(machine.outbox()));
        subscribers.closeLapsed(cluster);
        schedule();
    }

    /** A refused timer is tried again at the next entry. */
    private void schedule() {
        final long dueMicros = machine.nextDueMicros();
        if (dueMicros < scheduledMicros) {
            for (int attempt = 0; attempt < TIMER_ATTEMPTS; attempt++) {
                if (cluster.scheduleTimer(TIMER_ID, dueMicros)) {
                    scheduledMicros = dueMicros;
                    return;
                }
                cluster.idleStrategy().idle();
            }
        }
    }

    @Override
    public void onTakeSnapshot(final ExclusivePublication snapshotPublication) {
        try {
            SnapshotTransfer.write(machine, snapshotPublication, cluster.idleStrategy());
            state.onSnapshotWritten(cluster.logPosition(), machine.sequence());
            publishState();
        } catch (final IllegalStateException e) {
            poison("the snapshot can not be written", e);
        }
    }

    @Override
    public void onRoleChange(final Cluster.Role newRole) {
        isLeader = newRole == Cluster.Role.LEADER;
        state.isLeader(isLeader);
        if (!isLeader) {
            subscribers.clear();
        }
    }

    @Override
    public int doBackgroundWork(final long nowNs) {
        if (isPoisoned) {
            return 0;
        }
        try {
            return subscribers.serve(machine.replica(), machine.outbox()) + state.snapshotWork(nowNs);
        } catch (final IllegalStateException | IndexOutOfBoundsException e) {
            poison("the clients can not be served", e);
            return 0;
        }
    }

    @Override
    public void onTerminate(final Cluster member) {
        subscribers.clear();
    }

    private void publishState() {
        state.publish(machine.sequence(), machine.trimmedSequence(), cluster.logPosition());
    }

    /** Nothing of a poisoned entry may leave the member: it ends before anybody is served again. */
    private void poison(final String what, final Throwable cause) {
        isPoisoned = true;
        subscribers.clear();
        state.fatal(what + ": " + cause, cause);
        throw new AgentTerminationException(cause);
    }
}
