package io.vexchange.bench.simulate;

import io.vexchange.engine.cluster.StateMachine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.agrona.concurrent.UnsafeBuffer;

/** Has seen every entry since the first and never stopped: what a node that did must be like. */
final class Witness {
    private final StateMachine machine = SimulatedNode.newMachine();
    /** A hash of each entry, and of each event. */
    private final List<Long> entries = new ArrayList<>();

    private final List<Long> events = new ArrayList<>();
    private final Set<Long> appended = new HashSet<>();

    /** An entry that somebody sent. */
    void appended(final SimulatedLog.Entry entry) {
        appended.add(hash(entry));
    }

    private static long hash(final SimulatedLog.Entry entry) {
        final Digest digest = new Digest();
        digest.add(entry.value());
        digest.add(new UnsafeBuffer(entry.bytes()), 0, entry.bytes().length);
        return digest.value();
    }

    /** An entry that is applied; one it knows must be the same. */
    void entry(final long index, final SimulatedLog.Entry entry) {
        final long hash = hash(entry);
        if (!appended.contains(hash)) {
            throw new IllegalStateException("nobody sent entry " + index + " of the log");
        }
        if (index < entries.size()) {
            if (entries.get((int) index) != hash) {
                throw new IllegalStateException("entry " + index + " of the log is another one now");
            }
            return;
        }
        entries.add(hash);
        SimulatedNode.apply(machine, entry);
        machine.forEachItemOfEntry((buffer, offset, length, sequence) -> {
            if (sequence != 0) {
                final Digest event = new Digest();
                event.add(buffer, offset, length);
                events.add(event.value());
            }
        });
        machine.trim();
    }

    /** After a restart: nothing that was applied is gone, and the state is the one of before. */
    void restarted(final List<SimulatedLog.Entry> log, final StateMachine restarted) {
        if (log.size() < entries.size()) {
            throw new IllegalStateException("of " + entries.size() + " applied entries " + log.size() + " are left");
        }
        for (int index = 0; index < log.size(); index++) {
            entry(index, log.get(index));
        }
        compare(restarted);
    }

    void compare(final StateMachine other) {
        final long own = hash(machine);
        final long others = hash(other);
        if (own != others) {
            throw new IllegalStateException("after " + entries.size() + " entries the state hash is "
                    + Long.toHexString(others) + ", expected " + Long.toHexString(own));
        }
    }

    static long hash(final StateMachine machine) {
        final Digest digest = new Digest();
        machine.writeSnapshot(digest::add);
        return digest.value();
    }

    void event(final long sequence, final long hash) {
        if (sequence > events.size() || events.get((int) sequence - 1) != hash) {
            throw new IllegalStateException("event " + sequence + " is another one now");
        }
    }
}
