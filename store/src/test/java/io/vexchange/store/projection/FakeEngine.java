package io.vexchange.store.projection;

import io.vexchange.engine.client.EngineClient;
import io.vexchange.engine.client.EngineListener;
import io.vexchange.engine.client.Hello;
import io.vexchange.engine.client.Outcome;
import io.vexchange.engine.protocol.AppliedDecoder;
import io.vexchange.engine.protocol.AppliedEncoder;
import io.vexchange.engine.protocol.ImageEndDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import java.nio.ByteOrder;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Gives events as an engine's outbox does: those after what was consumed, each entry of so many events with its end. */
final class FakeEngine {
    static final UUID LOG = new UUID(7, 11);

    private final List<byte[]> events;
    private final int eventsAnEntry;
    UUID logId = LOG;
    volatile long consumed;

    FakeEngine(final List<byte[]> events, final int eventsAnEntry) {
        this.events = events;
        this.eventsAnEntry = eventsAnEntry;
    }

    EngineClient connect(final EngineListener listener) {
        final Client client = new Client(listener);
        client.thread.start();
        return client;
    }

    private final class Client implements EngineClient {
        private final Thread thread;
        private volatile boolean isClosed;

        Client(final EngineListener listener) {
            final long after = consumed;
            thread = new Thread(() -> feed(listener, after), "fake-engine");
        }

        private void feed(final EngineListener listener, final long after) {
            listener.onConnected(new Hello(1, 1, events.size(), after, after, logId, 1));
            final UnsafeBuffer applied = new UnsafeBuffer(new byte[64]);
            new AppliedEncoder().wrapAndApplyHeader(applied, 0, new MessageHeaderEncoder());
            // an image would tell the directory; events consumed before do the same here
            for (int i = 0; i < events.size() && !isClosed; i++) {
                if (i == after) {
                    listener.onItem(ImageEndDecoder.TEMPLATE_ID, applied, 0, applied.capacity());
                }
                while (!listener.ready() && !isClosed) {
                    LockSupport.parkNanos(100_000);
                }
                final UnsafeBuffer event = new UnsafeBuffer(events.get(i));
                final int templateId =
                        event.getShort(MessageHeaderDecoder.templateIdEncodingOffset(), ByteOrder.LITTLE_ENDIAN);
                listener.onItem(templateId, event, 0, event.capacity());
                if ((i + 1) % eventsAnEntry == 0) {
                    listener.onItem(AppliedDecoder.TEMPLATE_ID, applied, 0, applied.capacity());
                }
            }
        }

        @Override
        public String name() {
            return "projector";
        }

        @Override
        public boolean isConnected() {
            return true;
        }

        @Override
        public long send(final MutableDirectBuffer command, final int offset, final int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<Outcome> ask(final MutableDirectBuffer command, final int offset, final int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void consumed(final long sequence) {
            consumed = sequence;
        }

        @Override
        public void close() {
            isClosed = true;
            try {
                thread.join();
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
