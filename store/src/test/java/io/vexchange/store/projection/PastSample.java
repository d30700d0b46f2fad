package io.vexchange.store.projection;

import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/** Sample events as a log makes them again; none: there is no log. */
record PastSample(List<byte[]> events) implements EventHistory {
    @Override
    public String reasonAgainst(final long afterSequence) {
        return events.isEmpty() ? "there is no log" : null;
    }

    @Override
    public void read(final long afterSequence, final long toSequence, final Events to) {
        for (long sequence = afterSequence + 1; sequence <= Math.min(toSequence, events.size()); sequence++) {
            final UnsafeBuffer event = new UnsafeBuffer(events.get((int) sequence - 1));
            to.onEvent(sequence, event, 0, event.capacity());
        }
    }
}
