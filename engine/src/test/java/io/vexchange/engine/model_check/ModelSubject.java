package io.vexchange.engine.model_check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.agrona.concurrent.UnsafeBuffer;

/** The model in the place of the engine, so that the auditor itself can be tried: told honestly, or bent on the way. */
final class ModelSubject implements Subject {
    /** {@code command} null: a timer. */
    private record Entry(long timeMicros, Item command) {}

    private final Wire wire = new Wire();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[1 << 16]);
    private final long outboxBound;
    private final UnaryOperator<List<Item>> bend;
    private final NaiveVenue model;
    private final List<Entry> log = new ArrayList<>();

    ModelSubject(final long outboxBound, final UnaryOperator<List<Item>> bend) {
        this.outboxBound = outboxBound;
        this.bend = bend;
        model = new NaiveVenue(outboxBound);
    }

    @Override
    public List<byte[]> apply(final long timeMicros, final byte[] command) {
        return apply(timeMicros, wire.read(new UnsafeBuffer(command), 0));
    }

    private List<byte[]> apply(final long timeMicros, final Item command) {
        log.add(new Entry(timeMicros, command));
        return bytes(bend.apply(model.apply(timeMicros, command)));
    }

    @Override
    public List<byte[]> onTime(final long timeMicros) {
        log.add(new Entry(timeMicros, null));
        return bytes(bend.apply(model.onTime(timeMicros)));
    }

    private List<byte[]> bytes(final List<Item> items) {
        final List<byte[]> told = new ArrayList<>();
        for (final Item item : items) {
            final Item positive = item.has("entryId") && item.value("entryId") < 0
                    ? item.copy().with("entryId", 1_000_000 - item.value("entryId"))
                    : item;
            final byte[] bytes = new byte[wire.write(positive, buffer, 0)];
            buffer.getBytes(0, bytes);
            told.add(bytes);
        }
        return told;
    }

    @Override
    public long sequence() {
        return model.reports.sequence;
    }

    @Override
    public long trimmedSequence() {
        return model.clients.trimmed();
    }

    @Override
    public long nextDueMicros() {
        return model.nextDueMicros();
    }

    @Override
    public List<byte[]> image() {
        return bytes(new ImageCheck(model).image());
    }

    @Override
    public List<byte[]> snapshot() {
        return List.of();
    }

    @Override
    public Subject restored(final List<byte[]> records) {
        final ModelSubject restored = new ModelSubject(outboxBound, bend);
        for (final Entry entry : log) {
            if (entry.command == null) {
                restored.onTime(entry.timeMicros);
            } else {
                restored.apply(entry.timeMicros, entry.command);
            }
        }
        return restored;
    }

    @Override
    public void checkInvariants() {
        // the model has no others than the auditor's
    }
}
