package io.vexchange.engine.cluster;

import io.vexchange.engine.Engine;
import io.vexchange.engine.EngineLimits;
import io.vexchange.engine.EventSink;
import org.agrona.DirectBuffer;

/** The engine itself. */
final class CoreReplica implements Replica {
    private final Engine engine;

    CoreReplica(final EngineLimits limits) {
        engine = new Engine(limits);
    }

    @Override
    public void apply(
            final long timeMicros,
            final DirectBuffer buffer,
            final int offset,
            final int length,
            final EventSink sink) {
        engine.apply(timeMicros, buffer, offset, length, sink);
    }

    @Override
    public void onTime(final long timeMicros, final EventSink sink) {
        engine.onTime(timeMicros, sink);
    }

    @Override
    public long nextDueMicros() {
        return engine.nextDueMicros();
    }

    @Override
    public long sequence() {
        return engine.sequence();
    }

    @Override
    public long trimmedSequence() {
        return engine.trimmedSequence();
    }

    long logIdHigh() {
        return engine.logIdHigh();
    }

    long logIdLow() {
        return engine.logIdLow();
    }

    @Override
    public void writeImage(final EventSink sink) {
        engine.writeImage(sink);
    }

    @Override
    public void writeSnapshot(final EventSink sink) {
        engine.writeSnapshot(sink);
    }

    @Override
    public void readSnapshot(final DirectBuffer buffer, final int offset, final int length) {
        engine.readSnapshot(buffer, offset, length);
    }

    @Override
    public void checkInvariants() {
        engine.checkInvariants();
    }
}
