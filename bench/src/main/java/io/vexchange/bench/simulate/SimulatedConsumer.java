package io.vexchange.bench.simulate;

import io.vexchange.engine.cluster.StateMachine;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/** A durable consumer: stores every event once, in order, and says how far it has come. Its store is on the same disk. */
final class SimulatedConsumer {
    private final SimulatedLog store;
    private final Witness witness;
    private final Faults faults;
    private final UnsafeBuffer eight = new UnsafeBuffer(new byte[8]);
    private long stored;
    private long durable;

    SimulatedConsumer(final FakeDisk disk, final Witness witness, final Faults faults) {
        store = new SimulatedLog(disk, "projection", true);
        this.witness = witness;
        this.faults = faults;
    }

    /** Reads what is stored. */
    void restart() {
        final List<SimulatedLog.Entry> events = store.recover();
        stored = events.size();
        durable = stored;
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).value() != i + 1) {
                throw new IllegalStateException("event " + events.get(i).value() + " is stored as number " + (i + 1));
            }
            witness.event(i + 1, new UnsafeBuffer(events.get(i).bytes()).getLong(0));
        }
    }

    /** Takes what is new. */
    void poll(final StateMachine machine) {
        if (machine.trimmedSequence() > stored) {
            throw new IllegalStateException("events up to " + machine.trimmedSequence() + " are cut, stored " + stored);
        }
        machine.forEachEventAfter(stored, (buffer, offset, length, sequence) -> {
            if (sequence != stored + 1) {
                throw new IllegalStateException("event " + sequence + " after " + stored);
            }
            final Digest digest = new Digest();
            digest.add(buffer, offset, length);
            witness.event(sequence, digest.value());
            eight.putLong(0, digest.value());
            store.append(sequence, eight, 0, 8);
            stored = sequence;
        });
    }

    void sync() {
        store.sync();
        durable = stored;
    }

    /** What it says it has. */
    long position() {
        return faults == Faults.CONSUMED_BEFORE_SYNC ? stored : durable;
    }
}
