package io.vexchange.fix.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;

/**
 * The journal of one FIX session: what was sent under which number, which events wait without a number, the number expected from the
 * client, and whether a connection is open that cancels orders when it ends. Appending is a copy into mapped memory, so everything
 * survives the end of the process at once; {@link #force()} makes it survive the machine's. Thread-safe.
 */
public final class SessionJournal implements AutoCloseable {
    private static final byte HEAD = 'H';
    private static final byte OUT = 'O';
    private static final byte TARGET = 'T';
    private static final byte SENDER = 'S';
    private static final byte RESET = 'R';
    private static final byte PENDING = 'P';
    private static final byte CONNECTED = 'C';
    private static final byte SETTLED = 'D';

    private static final int HEAD_LENGTH = 1 + 4 + 4 + 8 + 8 + 8 + 4 + 3;
    private static final int LARGEST_RECORD = 1 << 17;

    /** Takes messages that were sent. */
    public interface OutVisitor {
        /**
         * @param number its MsgSeqNum
         * @param message as it was sent
         * @return false to stop
         */
        boolean message(int number, String message);
    }

    /** Takes an event that waits. */
    public interface PendingVisitor {
        /**
         * @param eventSequence of the event
         * @param event the SBE message with its header, a copy
         */
        void event(long eventSequence, byte[] event);
    }

    private final Path folder;
    private final JournalLimits limits;
    private final LongSupplier clockMillis;
    private final Deque<Segment> segments = new ArrayDeque<>();
    private final List<Segment> discarded = new ArrayList<>();
    private final ByteBuffer scratch = ByteBuffer.allocateDirect(LARGEST_RECORD);

    private int nextSender = 1;
    private int nextTarget = 1;
    private long greatestEvent;
    private long deliveredEvent;
    private long createdMillis;
    private ConnectionRecord connection = ConnectionRecord.NONE;
    private boolean settled = true;
    private int pending;
    private Segment pendingSegment;
    private int pendingPosition;
    private long droppedPending;
    private boolean closed;

    private SessionJournal(final Path folder, final JournalLimits limits, final LongSupplier clockMillis) {
        this.folder = folder;
        this.limits = limits;
        this.clockMillis = clockMillis;
    }

    /**
     * Opens or begins the journal in a folder, and cuts what a crash has torn.
     *
     * @param folder of this session alone
     * @param limits of what is kept
     * @param clockMillis milliseconds since the epoch
     * @return the journal
     * @throws UncheckedIOException when the folder cannot be used
     */
    public static SessionJournal open(final Path folder, final JournalLimits limits, final LongSupplier clockMillis) {
        final SessionJournal journal = new SessionJournal(folder, limits, clockMillis);
        journal.load();
        return journal;
    }

    private synchronized void load() {
        createdMillis = clockMillis.getAsLong();
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(Segment::isSegment).sorted().map(Segment::open).forEach(segments::add);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot open folder=" + folder, e);
        }
        for (final Segment each : List.copyOf(segments)) {
            if (each.position() == 0) {
                segments.remove(each);
                each.delete();
                continue;
            }
            each.visit(0, (position, payload) -> {
                replay(each, position, payload);
                return true;
            });
        }
        locatePending();
    }

    private void replay(final Segment segment, final int position, final ByteBuffer payload) {
        switch (payload.get()) {
            case HEAD -> {
                nextSender = payload.getInt();
                nextTarget = payload.getInt();
                greatestEvent = payload.getLong();
                deliveredEvent = payload.getLong();
                createdMillis = payload.getLong();
                connection = ConnectionRecord.read(payload);
                settled = payload.get() != 0;
            }
            case OUT -> {
                segment.lastNumber = payload.getInt();
                segment.messages++;
                nextSender = segment.lastNumber + 1;
                deliver(payload.getLong());
            }
            case TARGET -> nextTarget = payload.getInt();
            case SENDER -> nextSender = payload.getInt();
            case RESET -> {
                greatestEvent = payload.getLong();
                createdMillis = payload.getLong();
                deliveredEvent = greatestEvent;
                nextSender = 1;
                nextTarget = 1;
                forgetBefore(segment, position);
            }
            case PENDING -> {
                segment.messages++;
                greatestEvent = Math.max(greatestEvent, payload.getLong());
            }
            case CONNECTED -> {
                connection = ConnectionRecord.read(payload);
                settled = false;
            }
            case SETTLED -> settled = true;
            default -> throw new IllegalStateException("journal of a later build: folder=" + folder);
        }
    }

    private void deliver(final long eventSequence) {
        if (eventSequence > 0) {
            greatestEvent = Math.max(greatestEvent, eventSequence);
            deliveredEvent = Math.max(deliveredEvent, eventSequence);
        }
    }

    private void forgetBefore(final Segment segment, final int position) {
        segment.start = position;
        segment.messages = 0;
        segment.lastNumber = 0;
        while (segments.peekFirst() != segment) {
            discarded.add(segments.pollFirst());
        }
    }

    private void locatePending() {
        pending = 0;
        pendingSegment = null;
        if (greatestEvent <= deliveredEvent) {
            return;
        }
        for (final Segment each : segments) {
            each.visit(each.start, (position, payload) -> {
                if (payload.get() == PENDING && payload.getLong() > deliveredEvent) {
                    if (pending++ == 0) {
                        pendingSegment = each;
                        pendingPosition = position;
                    }
                }
                return true;
            });
        }
    }

    // -- what it knows --

    /** @return the number the next message will have */
    public synchronized int nextSender() {
        return nextSender;
    }

    /** @return the number expected from the client */
    public synchronized int nextTarget() {
        return nextTarget;
    }

    /** @return the greatest event sequence in here, also of what a reset has discarded; 0 = none */
    public synchronized long greatestEvent() {
        return greatestEvent;
    }

    /** @return events that wait for a number */
    public synchronized int pending() {
        return pending;
    }

    /** @return waiting events that were given up, because they were older or more than is kept */
    public synchronized long droppedPending() {
        return droppedPending;
    }

    /** @return when the numbers were 1, milliseconds since the epoch */
    public synchronized long createdMillis() {
        return createdMillis;
    }

    /** @return the newest connection, {@link ConnectionRecord#NONE} before the first */
    public synchronized ConnectionRecord connection() {
        return connection;
    }

    /** @return false while the end of {@link #connection()} has not been dealt with */
    public synchronized boolean isSettled() {
        return settled;
    }

    // -- what it is told --

    /**
     * A message goes out.
     *
     * @param number its MsgSeqNum
     * @param eventSequence of the event it tells, 0 = none
     * @param message ISO 8859-1
     */
    public synchronized void out(final int number, final long eventSequence, final String message) {
        final ByteBuffer record = record(OUT);
        record.putInt(number).putLong(eventSequence);
        putLatin(record, message);
        final Segment segment = append(record);
        segment.lastNumber = number;
        segment.messages++;
        nextSender = number + 1;
        if (eventSequence > 0 && eventSequence <= greatestEvent && pending > 0) {
            passPending(eventSequence);
        }
        deliver(eventSequence);
    }

    private static void putLatin(final ByteBuffer record, final String message) {
        record.put(message.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** An event is owed and the session is off. */
    public synchronized void pending(
            final long eventSequence, final DirectBuffer event, final int offset, final int length) {
        final ByteBuffer record = record(PENDING);
        record.putLong(eventSequence);
        event.getBytes(offset, record, length);
        final Segment segment = append(record);
        segment.messages++;
        greatestEvent = Math.max(greatestEvent, eventSequence);
        if (pending++ == 0) {
            pendingSegment = segment;
            pendingPosition = segment.position() - Segment.OVERHEAD - scratch.limit();
        }
    }

    /** @param number expected from the client next */
    public synchronized void nextTarget(final int number) {
        final ByteBuffer record = record(TARGET);
        record.putInt(number);
        append(record);
        nextTarget = number;
    }

    /** @param number the next message will have */
    public synchronized void nextSender(final int number) {
        final ByteBuffer record = record(SENDER);
        record.putInt(number);
        append(record);
        nextSender = number;
    }

    /** The client has waived everything: both numbers are 1 again, what was stored or waiting is gone. */
    public synchronized void reset() {
        final ByteBuffer record = record(RESET);
        createdMillis = clockMillis.getAsLong();
        record.putLong(greatestEvent).putLong(createdMillis);
        final Segment segment = append(record);
        forgetBefore(segment, segment.position() - Segment.OVERHEAD - scratch.limit());
        nextSender = 1;
        nextTarget = 1;
        deliveredEvent = greatestEvent;
        pending = 0;
        pendingSegment = null;
    }

    /** A connection is logged on; its end must be dealt with, see {@link #settled()}. */
    public synchronized void connected(final ConnectionRecord opened) {
        final ByteBuffer record = record(CONNECTED);
        opened.write(record);
        append(record);
        connection = opened;
        settled = false;
    }

    /** The end of the newest connection has been dealt with. */
    public synchronized void settled() {
        if (!settled) {
            append(record(SETTLED));
            settled = true;
        }
    }

    // -- reading --

    /**
     * Reads messages by number, ascending; numbers that are no longer kept are left out.
     *
     * @param first number
     * @param last number, inclusive
     * @param visitor takes each, under the journal's lock
     */
    public synchronized void read(final int first, final int last, final OutVisitor visitor) {
        for (final Segment each : segments) {
            if (each.lastNumber < first) {
                continue;
            }
            final boolean[] goesOn = {true};
            each.visit(each.start, (position, payload) -> {
                if (payload.get() == OUT) {
                    final int number = payload.getInt();
                    if (number > last) {
                        goesOn[0] = false;
                    } else if (number >= first) {
                        payload.getLong();
                        goesOn[0] = visitor.message(number, latin(payload));
                    }
                }
                return goesOn[0];
            });
            if (!goesOn[0]) {
                return;
            }
        }
    }

    private static String latin(final ByteBuffer payload) {
        final byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /**
     * Shows the first event that waits; it goes on waiting until {@link #out} tells its sequence.
     *
     * @param visitor takes it
     * @return false when none waits
     */
    public synchronized boolean firstPending(final PendingVisitor visitor) {
        if (pending == 0) {
            return false;
        }
        final ByteBuffer payload = pendingSegment.payloadAt(pendingPosition);
        payload.get();
        final long eventSequence = payload.getLong();
        final byte[] event = new byte[payload.remaining()];
        payload.get(event);
        visitor.event(eventSequence, event);
        return true;
    }

    private void passPending(final long eventSequence) {
        pending--;
        if (pending > 0) {
            seekPending(eventSequence);
        } else {
            pendingSegment = null;
        }
    }

    private void seekPending(final long behind) {
        boolean seen = false;
        for (final Segment each : segments) {
            seen |= each == pendingSegment;
            if (!seen) {
                continue;
            }
            int at = each == pendingSegment ? pendingPosition : each.start;
            for (ByteBuffer payload = each.payloadAt(at); payload != null; payload = each.payloadAt(at)) {
                final int length = payload.remaining();
                if (payload.get() == PENDING && payload.getLong() > behind) {
                    pendingSegment = each;
                    pendingPosition = at;
                    return;
                }
                at += Segment.OVERHEAD + length;
            }
        }
        throw new IllegalStateException("events wait but none is found, pending=" + pending);
    }

    // -- keeping --

    private ByteBuffer record(final byte type) {
        scratch.clear();
        return scratch.put(type);
    }

    private Segment append(final ByteBuffer record) {
        if (closed) {
            throw new IllegalStateException("journal is closed: folder=" + folder);
        }
        record.flip();
        Segment segment = segments.peekLast();
        if (segment == null || !segment.hasRoom(record.remaining())) {
            segment = roll(segment, record.get(0) == PENDING);
        }
        segment.append(record, clockMillis.getAsLong());
        return segment;
    }

    private Segment roll(final Segment full, final boolean forPending) {
        final Segment next = Segment.create(folder, full == null ? 1 : full.index + 1, limits.segmentBytes());
        final ByteBuffer head = ByteBuffer.allocate(HEAD_LENGTH + ConnectionRecord.LENGTH);
        head.put(HEAD)
                .putInt(nextSender)
                .putInt(nextTarget)
                .putLong(greatestEvent)
                .putLong(deliveredEvent)
                .putLong(createdMillis);
        connection.write(head);
        head.put((byte) (settled ? 1 : 0)).flip();
        next.append(head, clockMillis.getAsLong());
        segments.addLast(next);
        prune(forPending);
        return next;
    }

    /**
     * Gives up whole files: older than is kept, or with as many newer messages as are kept. Events that wait are outnumbered by others that
     * wait only, not by their own sending.
     */
    private void prune(final boolean forPending) {
        final long oldest = clockMillis.getAsLong() - limits.keptMillis();
        long newer = 0;
        for (final Segment each : segments) {
            newer += each.messages;
        }
        while (segments.size() > 1) {
            final Segment first = segments.peekFirst();
            newer -= first.messages;
            final boolean outnumbered = newer >= limits.keptMessages() && (forPending || first != pendingSegment);
            if (first.lastWriteMillis >= oldest && !outnumbered) {
                return;
            }
            discarded.add(segments.pollFirst());
            if (first == pendingSegment) {
                final int before = pending;
                deliveredEvent = Math.max(deliveredEvent, lastPendingIn(first));
                locatePending();
                droppedPending += before - pending;
            }
        }
    }

    private static long lastPendingIn(final Segment segment) {
        final long[] last = {0};
        segment.visit(segment.start, (position, payload) -> {
            if (payload.get() == PENDING) {
                last[0] = payload.getLong();
            }
            return true;
        });
        return last[0];
    }

    /** Brings everything to the disk; appending goes on meanwhile. One caller at a time. */
    public void force() {
        final List<Segment> dirty = new ArrayList<>();
        final List<int[]> ranges = new ArrayList<>();
        final List<Segment> gone;
        synchronized (this) {
            for (final Segment each : segments) {
                if (each.isDirty()) {
                    dirty.add(each);
                    ranges.add(new int[] {each.takeDirty(), each.position()});
                }
            }
            gone = new ArrayList<>(discarded);
            discarded.clear();
        }
        for (int i = 0; i < dirty.size(); i++) {
            dirty.get(i).force(ranges.get(i)[0], ranges.get(i)[1]);
        }
        gone.forEach(Segment::delete);
    }

    @Override
    public void close() {
        force();
        synchronized (this) {
            if (!closed) {
                closed = true;
                segments.forEach(Segment::close);
                segments.clear();
            }
        }
    }
}
