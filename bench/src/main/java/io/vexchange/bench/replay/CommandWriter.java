package io.vexchange.bench.replay;

import io.vexchange.engine.Engine;
import io.vexchange.engine.EventSink;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.OriginEncoder;
import org.agrona.concurrent.UnsafeBuffer;

/** Numbers commands as a client does and hands them to an engine. One thread. */
final class CommandWriter {
    static final int CLIENT = 1;

    final UnsafeBuffer buffer = new UnsafeBuffer(new byte[1 << 16]);
    final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final OriginEncoder origin = new OriginEncoder();
    private final Engine engine;
    private final EventSink sink;
    private long number;

    CommandWriter(final Engine engine, final EventSink sink) {
        this.engine = engine;
        this.sink = sink;
    }

    /** The command is in the buffer from 0, its origin left out; header not counted in the length. */
    void send(final int encodedLength) {
        origin.wrap(buffer, MessageHeaderEncoder.ENCODED_LENGTH)
                .clientId(CLIENT)
                .epoch(1)
                .number(++number);
        greet(encodedLength);
    }

    /** A command that is complete: Hello has no origin of its own yet. */
    void greet(final int encodedLength) {
        engine.apply(1, buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + encodedLength, sink);
    }
}
