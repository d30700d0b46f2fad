package io.vexchange.engine.cluster;

import io.vexchange.engine.client.EngineClient;
import io.vexchange.engine.client.EngineListener;
import io.vexchange.engine.client.EngineUnavailableException;
import io.vexchange.engine.client.Hello;
import io.vexchange.engine.client.Outcome;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.AppliedDecoder;
import io.vexchange.engine.protocol.ConsumerPositionEncoder;
import io.vexchange.engine.protocol.HelloReplyDecoder;
import io.vexchange.engine.protocol.ImageBeginDecoder;
import io.vexchange.engine.protocol.ImageEndDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client of the engine over Aeron Cluster. One thread follows the engine and calls the listener; commands are offered to the log by the
 * thread that sends them, under a short lock. A lost connection is made again, Hello said again, and what may be lost is sent again.
 */
public final class ClusterEngineClient implements EngineClient {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterEngineClient.class);
    private static final long CONSUMED_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long CONSUMED_EVENTS = 10_000;
    private static final long CLOSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ClientSettings settings;
    private final EngineListener listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final InFlight inFlight;
    private final EntryItems entryItems = new EntryItems();
    private final CountDownLatch firstConnected = new CountDownLatch(1);
    private final Connection connection;
    private final WakingIdleStrategy idleStrategy;
    private final Thread thread;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final AppliedDecoder applied = new AppliedDecoder();
    private final HelloReplyDecoder helloReply = new HelloReplyDecoder();
    private final UnsafeBuffer position =
            new UnsafeBuffer(new byte[MessageHeaderEncoder.ENCODED_LENGTH + ConsumerPositionEncoder.BLOCK_LENGTH]);
    private final List<InFlight.Command> missed = new ArrayList<>();

    private volatile boolean isRunning = true;
    private volatile boolean isConnected;
    private volatile boolean hasAnswers;
    private volatile long consumedSequence = Long.MIN_VALUE;
    private volatile String failure;
    private volatile boolean mustDrop;

    // guarded by the lock
    private Link link;
    private int clientId;
    private int epoch;
    private long disconnectedNanos = System.nanoTime();

    // of the client's thread
    private long deliveredSequence;
    private boolean isInImage;
    private long sentConsumed = Long.MIN_VALUE;
    private long sentConsumedNanos;

    private ClusterEngineClient(final ClientSettings settings) {
        this.settings = settings;
        this.listener = settings.listener;
        this.inFlight = new InFlight(settings.maximumInFlight);
        this.deliveredSequence = settings.afterSequence;
        this.connection = new Connection(settings, this);
        this.idleStrategy = new WakingIdleStrategy(settings.idleProfile, settings.clients, null);
        this.thread = new Thread(this::run, "engine-client-" + settings.name);
        this.thread.setDaemon(true);
    }

    /**
     * Starts a client; it connects by itself.
     *
     * @param settings how
     * @return the client, not connected yet
     */
    public static ClusterEngineClient connect(final ClientSettings settings) {
        final ClusterEngineClient client = new ClusterEngineClient(settings);
        client.thread.start();
        return client;
    }

    /**
     * Waits for the first answer to Hello.
     *
     * @param timeout how long
     * @param unit of it
     * @return false when it has not come
     * @throws InterruptedException when interrupted
     */
    public boolean awaitConnected(final long timeout, final TimeUnit unit) throws InterruptedException {
        return firstConnected.await(timeout, unit);
    }

    @Override
    public String name() {
        return settings.name;
    }

    @Override
    public boolean isConnected() {
        return isConnected;
    }

    @Override
    public long send(final MutableDirectBuffer command, final int offset, final int length) {
        return submit(new InFlight.Command(command, offset, length, null));
    }

    @Override
    public CompletableFuture<Outcome> ask(final MutableDirectBuffer command, final int offset, final int length) {
        final CompletableFuture<Outcome> answer = new CompletableFuture<>();
        submit(new InFlight.Command(command, offset, length, answer));
        return answer;
    }

    private long submit(final InFlight.Command command) {
        final long number;
        lock.lock();
        try {
            if (failure != null || !isRunning) {
                throw new EngineUnavailableException(failure == null ? "closed" : failure);
            }
            if (link == null && System.nanoTime() - disconnectedNanos > settings.patienceNanos) {
                throw new EngineUnavailableException("not connected");
            }
            number = inFlight.add(command);
            hasAnswers = inFlight.answers() > 0;
            flush();
        } finally {
            lock.unlock();
        }
        settings.member.signal();
        return number;
    }

    /** Offers what was not offered yet, in order; the lock is held. */
    private int flush() {
        int count = 0;
        while (link != null && inFlight.firstUnsent() != null) {
            final InFlight.Command command = inFlight.firstUnsent();
            command.origin(clientId, epoch);
            if (!link.offer(command.bytes)) {
                break;
            }
            inFlight.onSent();
            count++;
        }
        return count;
    }

    @Override
    public void consumed(final long sequence) {
        consumedSequence = sequence;
    }

    @Override
    public void close() {
        isRunning = false;
        settings.clients.signal();
        if (Thread.currentThread() != thread) {
            boolean interrupted = false;
            try {
                thread.join(TimeUnit.NANOSECONDS.toMillis(3 * CLOSE_NANOS));
            } catch (final InterruptedException e) {
                interrupted = true;
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        try {
            while (isRunning && failure == null) {
                idleStrategy.idle(work());
            }
            finish();
        } catch (final RuntimeException | Error e) {
            LOG.error("client {} has failed", settings.name, e);
            fatal("client " + settings.name + " has failed: " + e);
        } finally {
            disconnected();
            connection.close();
            idleStrategy.close();
            abandon();
        }
    }

    private int work() {
        final long now = System.nanoTime();
        int count = connection.work(now);
        if (isConnected) {
            sendConsumed(now);
            lock.lock();
            try {
                final int flushed = flush();
                if (flushed > 0) {
                    settings.member.signal();
                }
                count += flushed;
            } finally {
                lock.unlock();
            }
        }
        return count;
    }

    private void sendConsumed(final long now) {
        final long sequence = consumedSequence;
        if (sequence > sentConsumed
                && (now - sentConsumedNanos >= CONSUMED_INTERVAL_NANOS || sequence - sentConsumed >= CONSUMED_EVENTS)) {
            new ConsumerPositionEncoder()
                    .wrapAndApplyHeader(position, 0, new MessageHeaderEncoder())
                    .sequence(sequence);
            try {
                send(position, 0, position.capacity());
                sentConsumed = sequence;
                sentConsumedNanos = now;
            } catch (final EngineUnavailableException e) {
                sentConsumedNanos = now;
            }
        }
    }

    /** The last position is told before the end, and what is on its way gets a moment to be answered. */
    private void finish() {
        if (!isConnected || failure != null) {
            return;
        }
        final long deadline = System.nanoTime() + CLOSE_NANOS;
        sentConsumedNanos = System.nanoTime() - CONSUMED_INTERVAL_NANOS;
        lock.lock();
        try {
            final long sequence = consumedSequence;
            if (sequence > sentConsumed) {
                new ConsumerPositionEncoder()
                        .wrapAndApplyHeader(position, 0, new MessageHeaderEncoder())
                        .sequence(sequence);
                inFlight.add(new InFlight.Command(position, 0, position.capacity(), null));
            }
            flush();
        } finally {
            lock.unlock();
        }
        settings.member.signal();
        while (isConnected && failure == null && pending() > 0 && System.nanoTime() - deadline < 0) {
            idleStrategy.idle(connection.work(System.nanoTime()));
        }
    }

    /** Whether everything sent is answered. */
    boolean isSettled() {
        return pending() == 0;
    }

    private int pending() {
        lock.lock();
        try {
            return inFlight.size();
        } finally {
            lock.unlock();
        }
    }

    private void abandon() {
        final List<InFlight.Command> left;
        lock.lock();
        try {
            isRunning = false;
            left = inFlight.drain();
        } finally {
            lock.unlock();
        }
        for (final InFlight.Command command : left) {
            if (command.answer != null) {
                command.answer.completeExceptionally(
                        new EngineUnavailableException(failure == null ? "closed" : failure));
            }
        }
    }

    /** Ends the connection as a network would, for tests. */
    void dropConnection() {
        mustDrop = true;
    }

    boolean takeDrop() {
        final boolean drop = mustDrop;
        mustDrop = false;
        return drop;
    }

    // ---- called by the connection, on the client's thread

    boolean isReady() {
        return listener.ready();
    }

    long resumeAfter() {
        return deliveredSequence;
    }

    boolean isWaiting() {
        lock.lock();
        try {
            return inFlight.hasSent();
        } finally {
            lock.unlock();
        }
    }

    void disconnected() {
        lock.lock();
        try {
            if (link != null) {
                disconnectedNanos = System.nanoTime();
            }
            link = null;
        } finally {
            lock.unlock();
        }
        entryItems.clear();
        isInImage = false;
        if (isConnected) {
            isConnected = false;
            listener.onDisconnected();
        }
    }

    void onItem(final DirectBuffer buffer, final int offset, final int length) {
        final int templateId =
                buffer.getShort(offset + MessageHeaderDecoder.templateIdEncodingOffset(), ByteOrder.LITTLE_ENDIAN)
                        & 0xFFFF;
        switch (templateId) {
            case HelloReplyDecoder.TEMPLATE_ID -> onHelloReply(buffer, offset);
            case AppliedDecoder.TEMPLATE_ID -> {
                listener.onItem(templateId, buffer, offset, length);
                onApplied(buffer, offset);
            }
            default -> onEventOrRecord(templateId, buffer, offset, length);
        }
    }

    private void onEventOrRecord(final int templateId, final DirectBuffer buffer, final int offset, final int length) {
        if (templateId == ImageBeginDecoder.TEMPLATE_ID) {
            isInImage = true;
        } else if (templateId == ImageEndDecoder.TEMPLATE_ID) {
            isInImage = false;
            if (!settings.durable) {
                deliveredSequence = sequenceOf(buffer, offset);
            }
        } else if (!isInImage) {
            final long sequence = sequenceOf(buffer, offset);
            if (sequence != 0 && settings.events && !isNext(sequence)) {
                return;
            }
            deliveredSequence = Math.max(deliveredSequence, sequence);
            if (hasAnswers) {
                entryItems.add(buffer, offset, length);
            }
        }
        listener.onItem(templateId, buffer, offset, length);
    }

    /** Whatever the connection does, a listener sees each event once and none is missing. */
    private boolean isNext(final long sequence) {
        if (sequence > deliveredSequence + 1) {
            throw new IllegalStateException("event sequence=" + sequence + " after " + deliveredSequence);
        }
        return sequence == deliveredSequence + 1;
    }

    /** The sequence is the first field of every event. */
    private static long sequenceOf(final DirectBuffer buffer, final int offset) {
        return buffer.getLong(offset + MessageHeaderDecoder.ENCODED_LENGTH, ByteOrder.LITTLE_ENDIAN);
    }

    private void onHelloReply(final DirectBuffer buffer, final int offset) {
        final HelloReplyDecoder it = helloReply.wrapAndApplyHeader(buffer, offset, header);
        final Hello hello = new Hello(
                it.clientId(),
                it.epoch(),
                it.sequence(),
                it.trimmedSequence(),
                it.durablePosition(),
                new UUID(it.logIdHigh(), it.logIdLow()),
                it.behaviourVersion());
        if (deliveredSequence < 0) {
            deliveredSequence = it.durablePosition();
        }
        lock.lock();
        try {
            clientId = hello.clientId();
            epoch = hello.epoch();
            inFlight.onHello(it.lastNumber());
            link = connection.link();
        } finally {
            lock.unlock();
        }
        isConnected = true;
        listener.onConnected(hello);
        firstConnected.countDown();
        if (it.code() == Code.SEQUENCE_TRIMMED.number() && settings.events && (settings.durable || !settings.image)) {
            settings.onFatal.accept("events after " + deliveredSequence + " are gone, the first kept is "
                    + (hello.trimmedSequence() + 1));
        }
    }

    private void onApplied(final DirectBuffer buffer, final int offset) {
        final AppliedDecoder it = applied.wrapAndApplyHeader(buffer, offset, header);
        if (it.clientId() == clientId && clientId != 0) {
            onOwnApplied(it);
        }
        entryItems.clear();
    }

    private void onOwnApplied(final AppliedDecoder it) {
        final Code code = Code.of(it.code());
        final boolean isOfThisConnection = it.epoch() == epoch;
        if (code == Code.FENCED) {
            if (isOfThisConnection) {
                fatal("another process is client " + settings.name);
            }
            return;
        }
        final InFlight.Command command;
        lock.lock();
        try {
            if (code == Code.NUMBER_EXPECTED) {
                if (isOfThisConnection) {
                    inFlight.onNumberExpected(it.resultId());
                }
                return;
            }
            command = it.number() == 0 ? null : inFlight.onApplied(it.number(), missed);
            if (it.number() == 0 && isOfThisConnection) {
                missed.addAll(inFlight.onHelloApplied());
            }
            hasAnswers = inFlight.answers() > 0;
        } finally {
            lock.unlock();
        }
        for (final InFlight.Command each : missed) {
            complete(each, Code.ALREADY_APPLIED, it, List.of());
        }
        missed.clear();
        if (command != null) {
            complete(command, code, it, command.answer == null ? List.of() : entryItems.take());
        }
    }

    private static void complete(
            final InFlight.Command command, final Code code, final AppliedDecoder it, final List<byte[]> items) {
        if (command.answer != null) {
            final boolean isOwnEnd = code != Code.ALREADY_APPLIED;
            command.answer.complete(
                    new Outcome(code, isOwnEnd ? it.resultId() : 0, it.sequence(), it.timeMicros(), items));
        }
    }

    void fatal(final String cause) {
        if (failure == null) {
            failure = cause;
            LOG.error("client {}: {}", settings.name, cause);
            settings.onFatal.accept(cause);
        }
    }
}
