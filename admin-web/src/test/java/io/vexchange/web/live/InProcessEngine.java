package io.vexchange.web.live;

import io.vexchange.engine.Engine;
import io.vexchange.engine.EngineLimits;
import io.vexchange.engine.EventSink;
import io.vexchange.engine.client.EngineClient;
import io.vexchange.engine.client.EngineListener;
import io.vexchange.engine.client.EngineUnavailableException;
import io.vexchange.engine.client.Outcome;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.AppliedDecoder;
import io.vexchange.engine.protocol.HelloEncoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.OriginEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** The real engine core on one thread of the test, without a log: what a client sees is the same. */
final class InProcessEngine implements EngineClient, EventSink {
    private static final int NUMBER_OFFSET = MessageHeaderEncoder.ENCODED_LENGTH;

    private final Engine engine = new Engine(new EngineLimits(1_000_000, 10_000, 10_000, 90));
    private final EngineListener listener;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "engine"));
    private final ExpandableArrayBuffer out = new ExpandableArrayBuffer(1 << 16);
    private final List<byte[]> items = new ArrayList<>();
    private final int clientId;
    private final int epoch;
    private long number;
    private boolean isAway;
    private boolean isSilent;

    InProcessEngine(final EngineListener listener) {
        this.listener = listener;
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(64);
        final HelloEncoder hello = new HelloEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        final byte[] name = "web-1".getBytes(StandardCharsets.US_ASCII);
        hello.flags(3).afterSequence(-1).putName(name, 0, name.length);
        engine.apply(now(), buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + hello.encodedLength(), this);
        final AppliedDecoder applied = applied();
        clientId = applied.clientId();
        epoch = applied.epoch();
        items.clear();
        engine.writeImage(this);
        tell();
    }

    private static long now() {
        return System.currentTimeMillis() * 1000;
    }

    private AppliedDecoder applied() {
        return new AppliedDecoder()
                .wrapAndApplyHeader(new UnsafeBuffer(items.get(items.size() - 1)), 0, new MessageHeaderDecoder());
    }

    private void tell() {
        for (final byte[] item : items) {
            listener.onItem(Refusals.template(item), new UnsafeBuffer(item), 0, item.length);
        }
        items.clear();
    }

    /** From now on nothing is taken. */
    void away(final boolean away) {
        isAway = away;
    }

    /** From now on commands are applied and never answered. */
    void silent(final boolean silent) {
        isSilent = silent;
    }

    @Override
    public int claim(final int maxLength) {
        out.checkLimit(maxLength);
        return 0;
    }

    @Override
    public MutableDirectBuffer buffer() {
        return out;
    }

    @Override
    public void commit(final int length, final long sequence) {
        final byte[] item = new byte[length];
        out.getBytes(0, item);
        items.add(item);
    }

    @Override
    public String name() {
        return "web-1";
    }

    @Override
    public boolean isConnected() {
        return !isAway;
    }

    @Override
    public long send(final MutableDirectBuffer command, final int offset, final int length) {
        final byte[] copy = new byte[length];
        command.getBytes(offset, copy);
        thread.execute(() -> apply(copy, new CompletableFuture<>()));
        return number;
    }

    @Override
    public CompletableFuture<Outcome> ask(final MutableDirectBuffer command, final int offset, final int length) {
        if (isAway) {
            throw new EngineUnavailableException("not connected");
        }
        final byte[] copy = new byte[length];
        command.getBytes(offset, copy);
        final CompletableFuture<Outcome> answer = new CompletableFuture<>();
        thread.execute(() -> apply(copy, answer));
        return answer;
    }

    private void apply(final byte[] command, final CompletableFuture<Outcome> answer) {
        final UnsafeBuffer buffer = new UnsafeBuffer(command);
        new OriginEncoder()
                .wrap(buffer, NUMBER_OFFSET)
                .clientId(clientId)
                .epoch(epoch)
                .number(++number);
        engine.apply(now(), buffer, 0, command.length, this);
        engine.checkInvariants();
        final AppliedDecoder applied = applied();
        final Outcome outcome = new Outcome(
                Code.of(applied.code()),
                applied.resultId(),
                applied.sequence(),
                applied.timeMicros(),
                List.copyOf(items.subList(0, items.size() - 1)));
        tell();
        if (!isSilent) {
            answer.complete(outcome);
        }
    }

    @Override
    public void consumed(final long sequence) {
        // not durable
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
