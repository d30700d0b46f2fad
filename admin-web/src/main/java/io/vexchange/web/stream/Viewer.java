package io.vexchange.web.stream;

import io.vexchange.web.access.Principal;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * One socket: who it is, what it has subscribed to, and what waits for it. One frame is in flight; answers and trades queue up to a limit,
 * conflated streams wait in slots. The hub's thread only, but for {@link #left()}.
 */
final class Viewer {
    static final int MAX_QUEUED_FRAMES = 1_000;
    static final int MAX_QUEUED_CHARS = 1 << 20;
    static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** A frame and how much of it counts against the bound. */
    private record Queued(String frame, int counted) {}

    private final Connection connection;
    private final Executor hub;
    private final ArrayDeque<Queued> queue = new ArrayDeque<>();
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final Map<String, Slot> unannounced = new LinkedHashMap<>();
    private final MessageAllowance allowance;
    private Principal principal;
    private int queuedChars;
    private boolean inFlight;
    private boolean slotTurn;
    private boolean closed;
    private boolean spoken;
    private final long bornNanos;
    private final LongSupplier clock;
    private long sentNanos;
    private long pingNanos;
    private long heardNanos;

    Viewer(
            final Connection connection,
            final Executor hub,
            final LongSupplier clock,
            final Principal principal,
            final long nowNanos) {
        this.connection = connection;
        this.hub = hub;
        this.clock = clock;
        this.principal = principal;
        this.bornNanos = nowNanos;
        this.sentNanos = nowNanos;
        this.pingNanos = nowNanos;
        this.heardNanos = nowNanos;
        this.allowance = new MessageAllowance(nowNanos);
    }

    Principal principal() {
        return principal;
    }

    void principal(final Principal now) {
        principal = now;
    }

    boolean isClosed() {
        return closed;
    }

    MessageAllowance allowance() {
        return allowance;
    }

    Map<String, Slot> slots() {
        return slots;
    }

    /** Something came from the client, be it a pong. */
    void heard(final long now, final boolean isMessage) {
        heardNanos = now;
        spoken |= isMessage;
    }

    /** @return nanoseconds since the socket was opened */
    long ageNanos(final long now) {
        return now - bornNanos;
    }

    boolean hasSpoken() {
        return spoken;
    }

    /**
     * Subscribes to a conflated stream. Its first frame follows what is queued now, the answer to the request.
     *
     * @param key of the subscription; one before under the same key ends
     * @param slot where its frames wait
     */
    void subscribe(final String key, final Slot slot) {
        unsubscribe(key);
        if (queue.isEmpty()) {
            slots.put(key, slot);
        } else {
            unannounced.put(key, slot);
        }
    }

    /** @return true when there was such a subscription */
    boolean unsubscribe(final String key) {
        final Slot waiting = unannounced.remove(key);
        final Slot slot = waiting != null ? waiting : slots.remove(key);
        if (slot == null) {
            return false;
        }
        slot.end();
        return true;
    }

    int subscriptions() {
        return slots.size() + unannounced.size();
    }

    /** @return the slot under that key, or null */
    Slot slot(final String key) {
        final Slot slot = slots.get(key);
        return slot != null ? slot : unannounced.get(key);
    }

    /** Queues a frame that must not be left out. */
    void enqueue(final String frame) {
        enqueue(frame, frame.length());
    }

    /** Queues what a subscription begins with: it was asked for, so its length is no sign that the viewer is slow. */
    void enqueueSnapshot(final String frame) {
        enqueue(frame, 0);
    }

    private void enqueue(final String frame, final int counted) {
        if (closed) {
            return;
        }
        if (queue.size() >= MAX_QUEUED_FRAMES || queuedChars + counted > MAX_QUEUED_CHARS) {
            close(CloseCodes.TRY_AGAIN, "too slow: frames=" + queue.size());
            return;
        }
        queue.add(new Queued(frame, counted));
        queuedChars += counted;
        pump();
    }

    /** Sends the next frame if none is in flight. */
    void pump() {
        if (closed || inFlight) {
            return;
        }
        final String frame = next();
        if (frame != null) {
            inFlight = true;
            sentNanos = clock.getAsLong();
            connection.send(frame, this::left);
        }
    }

    private String next() {
        final String frame = slotTurn ? fromSlots() : fromQueue();
        if (frame != null) {
            slotTurn = !slotTurn;
            return frame;
        }
        return slotTurn ? fromQueue() : fromSlots();
    }

    private String fromQueue() {
        final Queued next = queue.poll();
        if (next == null) {
            return null;
        }
        queuedChars -= next.counted;
        if (queue.isEmpty() && !unannounced.isEmpty()) {
            slots.putAll(unannounced);
            unannounced.clear();
        }
        return next.frame;
    }

    private String fromSlots() {
        for (final Map.Entry<String, Slot> each : slots.entrySet()) {
            if (each.getValue().isWaiting()) {
                final Slot slot = each.getValue();
                slots.remove(each.getKey()); // to the end, so that each gets its turn
                slots.put(each.getKey(), slot);
                return slot.take();
            }
        }
        return null;
    }

    /** The frame in flight has left. Any thread. */
    private void left() {
        hub.execute(() -> {
            inFlight = false;
            pump();
        });
    }

    /**
     * Looks after the socket.
     *
     * @param now monotonic nanoseconds
     * @param heartbeat frame to send after 10 s without any
     */
    void tend(final long now, final String heartbeat) {
        if (closed) {
            return;
        }
        if (inFlight && now - sentNanos > STUCK_NANOS) {
            close(CloseCodes.TRY_AGAIN, "not ready for 5 s");
        } else if (now - heardNanos > TimeUnit.SECONDS.toNanos(60)) {
            close(CloseCodes.GOING_AWAY, "no answer to a ping");
        } else {
            if (now - pingNanos >= TimeUnit.SECONDS.toNanos(20)) {
                pingNanos = now;
                connection.ping();
            }
            if (spoken && !inFlight && now - sentNanos >= TimeUnit.SECONDS.toNanos(10)) {
                enqueue(heartbeat);
            }
        }
    }

    void close(final int code, final String reason) {
        if (!closed) {
            connection.close(code, reason);
            ended();
        }
    }

    /** The socket is gone. */
    void ended() {
        closed = true;
        slots.values().forEach(Slot::end);
        unannounced.values().forEach(Slot::end);
        slots.clear();
        unannounced.clear();
        queue.clear();
    }
}
