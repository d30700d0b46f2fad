package io.vexchange.engine.cluster;

import io.vexchange.engine.client.EngineListener;
import io.vexchange.engine.client.Hello;
import io.vexchange.engine.protocol.AuditRecordedDecoder;
import io.vexchange.engine.protocol.ImageBeginDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;

/** Remembers what it is told, and checks that events are gapless. */
final class RecordingListener implements EngineListener {
    final List<Hello> hellos = new CopyOnWriteArrayList<>();
    final AtomicInteger disconnections = new AtomicInteger();
    final AtomicInteger images = new AtomicInteger();
    final AtomicLong firstSequence = new AtomicLong();
    final AtomicLong lastSequence = new AtomicLong();
    final AtomicLong gaps = new AtomicLong();
    volatile boolean isReady = true;

    @Override
    public boolean ready() {
        return isReady;
    }

    @Override
    public void onConnected(final Hello hello) {
        hellos.add(hello);
    }

    @Override
    public void onItem(final int templateId, final DirectBuffer buffer, final int offset, final int length) {
        if (templateId == ImageBeginDecoder.TEMPLATE_ID) {
            images.incrementAndGet();
            lastSequence.set(buffer.getLong(offset + MessageHeaderDecoder.ENCODED_LENGTH));
        } else if (templateId == AuditRecordedDecoder.TEMPLATE_ID) {
            final long sequence = buffer.getLong(offset + MessageHeaderDecoder.ENCODED_LENGTH);
            if (firstSequence.compareAndSet(0, sequence)) {
                lastSequence.compareAndSet(0, sequence - 1);
            }
            if (sequence != lastSequence.get() + 1) {
                gaps.incrementAndGet();
            }
            lastSequence.set(sequence);
        }
    }

    @Override
    public void onDisconnected() {
        disconnections.incrementAndGet();
    }
}
