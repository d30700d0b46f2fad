package io.vexchange.bench.simulate;

import io.vexchange.engine.EngineLimits;
import io.vexchange.engine.cluster.StateMachine;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A member with a log of its own on the fake disk. A command is appended, synced, and only then applied; a snapshot is written to a file of
 * its own and counts when the catalogue, a log too, names it.
 */
final class SimulatedNode {
    private static final byte[] TIMER = {1};
    private static final int OUTBOX_EVENTS = 20_000;
    private static final int ENDED_IDS = 500;
    private static final int LIVE_ORDERS = 2_000;
    private static final int GTC_DAYS = 3;

    /** Is told of every entry. */
    interface Observer {
        /** @param entry that is on its way to the disk */
        void onAppended(SimulatedLog.Entry entry);

        /**
         * For the first time since the start; what it caused is in {@link #machine}.
         *
         * @param index of the entry in the log, from 0
         * @param entry the entry
         */
        void onApplied(long index, SimulatedLog.Entry entry);
    }

    private final FakeDisk disk;
    private final Faults faults;
    private final Observer observer;
    private final SimulatedLog log;
    private final SimulatedLog catalogue;
    private final Queue<SimulatedLog.Entry> appended = new ArrayDeque<>();
    private final UnsafeBuffer bytes = new UnsafeBuffer(new byte[0]);
    private final UnsafeBuffer frame = new UnsafeBuffer(new byte[1 << 18]);
    private StateMachine machine = newMachine();
    private long entries;
    private int snapshots;

    SimulatedNode(final FakeDisk disk, final Faults faults, final Observer observer) {
        this.disk = disk;
        this.faults = faults;
        this.observer = observer;
        log = new SimulatedLog(disk, "log", faults != Faults.TORN_ENTRY_TAKEN);
        catalogue = new SimulatedLog(disk, "snapshots", true);
    }

    static StateMachine newMachine() {
        return new StateMachine(new EngineLimits(OUTBOX_EVENTS, ENDED_IDS, LIVE_ORDERS, GTC_DAYS));
    }

    StateMachine machine() {
        return machine;
    }

    /** Entries of the log that are applied. */
    long entries() {
        return entries;
    }

    /** From the newest snapshot and what the log holds after it. */
    void start(final List<SimulatedLog.Entry> recovered) {
        appended.clear();
        machine = newMachine();
        entries = 0;
        final List<SimulatedLog.Entry> known = catalogue.recover();
        snapshots = known.size();
        if (snapshots > 0) {
            final SimulatedLog.Entry newest = known.get(snapshots - 1);
            read(snapshotName(snapshots), new UnsafeBuffer(newest.bytes()).getInt(0));
            entries = newest.value();
        }
        while (entries < recovered.size()) {
            apply(machine, recovered.get((int) entries));
            machine.trim();
            entries++;
        }
        machine.checkInvariants();
    }

    List<SimulatedLog.Entry> recoverLog() {
        return log.recover();
    }

    /** @param command null: a timer */
    void append(final long timeMicros, final byte[] command) {
        final byte[] entry = command == null ? TIMER : command;
        bytes.wrap(entry);
        final SimulatedLog.Entry next = new SimulatedLog.Entry(timeMicros, entry);
        observer.onAppended(next);
        log.append(timeMicros, bytes, 0, entry.length);
        appended.add(next);
    }

    /** What has been appended becomes durable, then it is applied. */
    void commit() {
        if (faults == Faults.APPLIED_BEFORE_SYNC) {
            applyAppended();
            log.sync();
        } else {
            log.sync();
            applyAppended();
        }
    }

    private void applyAppended() {
        while (!appended.isEmpty()) {
            final SimulatedLog.Entry entry = appended.remove();
            apply(machine, entry);
            observer.onApplied(entries, entry);
            entries++;
        }
        machine.trim();
    }

    /** Applies an entry of a log. */
    static void apply(final StateMachine machine, final SimulatedLog.Entry entry) {
        if (entry.bytes().length == TIMER.length) {
            machine.onTime(entry.value());
        } else {
            machine.apply(1, entry.value(), new UnsafeBuffer(entry.bytes()), 0, entry.bytes().length);
        }
    }

    /** Everything up to the last applied entry. */
    void snapshot() {
        final String name = snapshotName(snapshots + 1);
        disk.cut(name, 0);
        machine.writeSnapshot((buffer, offset, length) -> {
            frame.putInt(0, length);
            frame.putBytes(4, buffer, offset, length);
            disk.write(name, disk.length(name), frame, 0, 4 + length);
        });
        if (faults != Faults.SNAPSHOT_NOT_SYNCED) {
            disk.sync(name);
        }
        frame.putInt(0, disk.length(name));
        catalogue.append(entries, frame, 0, 4);
        catalogue.sync();
        snapshots++;
    }

    private void read(final String name, final int length) {
        final DirectBuffer file = new UnsafeBuffer(disk.read(name));
        boolean isComplete = false;
        int at = 0;
        while (!isComplete && at < Math.min(length, file.capacity())) {
            isComplete = machine.readSnapshot(file, at + 4, file.getInt(at));
            at += 4 + file.getInt(at);
        }
        if (!isComplete) {
            throw new IllegalStateException(name + " is in the catalogue and not whole");
        }
    }

    private static String snapshotName(final int number) {
        return "snapshot-" + number;
    }
}
