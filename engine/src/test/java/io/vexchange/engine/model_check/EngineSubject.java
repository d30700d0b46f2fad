package io.vexchange.engine.model_check;

import io.vexchange.engine.Engine;
import io.vexchange.engine.EngineLimits;
import io.vexchange.engine.EventSink;
import java.util.ArrayList;
import java.util.List;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** The engine itself, in production dress, behind its facade. */
final class EngineSubject implements Subject {
    private final EngineLimits limits;
    private final Engine engine;
    private final Sink sink = new Sink();

    /** Keeps what is told, in order. */
    private static final class Sink implements EventSink {
        private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[MAX_ITEM_LENGTH]);
        private List<byte[]> told = new ArrayList<>();

        @Override
        public int claim(final int maxLength) {
            if (maxLength > MAX_ITEM_LENGTH) {
                throw new IllegalArgumentException("maxLength=" + maxLength);
            }
            buffer.setMemory(0, buffer.capacity(), (byte) 0x5a);
            return 0;
        }

        @Override
        public MutableDirectBuffer buffer() {
            return buffer;
        }

        @Override
        public void commit(final int length, final long sequence) {
            final byte[] bytes = new byte[length];
            buffer.getBytes(0, bytes);
            told.add(bytes);
        }

        List<byte[]> take() {
            final List<byte[]> taken = told;
            told = new ArrayList<>();
            return taken;
        }
    }

    EngineSubject(final EngineLimits limits) {
        this.limits = limits;
        engine = new Engine(limits);
    }

    @Override
    public List<byte[]> apply(final long timeMicros, final byte[] command) {
        engine.apply(timeMicros, new UnsafeBuffer(command), 0, command.length, sink);
        return sink.take();
    }

    @Override
    public List<byte[]> onTime(final long timeMicros) {
        engine.onTime(timeMicros, sink);
        return sink.take();
    }

    @Override
    public long sequence() {
        return engine.sequence();
    }

    @Override
    public long trimmedSequence() {
        return engine.trimmedSequence();
    }

    @Override
    public long nextDueMicros() {
        return engine.nextDueMicros();
    }

    @Override
    public List<byte[]> image() {
        engine.writeImage(sink);
        return sink.take();
    }

    @Override
    public List<byte[]> snapshot() {
        engine.writeSnapshot(sink);
        return sink.take();
    }

    @Override
    public Subject restored(final List<byte[]> records) {
        final EngineSubject restored = new EngineSubject(limits);
        for (final byte[] each : records) {
            restored.engine.readSnapshot(new UnsafeBuffer(each), 0, each.length);
        }
        return restored;
    }

    @Override
    public void checkInvariants() {
        engine.checkInvariants();
    }
}
