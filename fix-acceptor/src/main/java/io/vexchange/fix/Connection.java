package io.vexchange.fix;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.session.IoSession;
import quickfix.Responder;

/**
 * One TCP connection. Writes gather while one is under way, so a burst of reports is one system call; what is unsent is counted, and a
 * peer that does not read is cut off at once, because nothing behind a full queue would reach it. Thread-safe.
 */
final class Connection implements Responder {
    static final int MOST_UNSENT_MESSAGES = 10_000;
    static final long MOST_UNSENT_BYTES = 16L << 20;
    static final long MOST_UNSENT_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final int WRITE_BYTES = 128 << 10;
    private static final int LOW_MESSAGES = 2_000;
    private static final long LOW_BYTES = 4L << 20;

    /** Who wants to know. */
    interface Owner {
        /** QuickFIX/J has ended the connection; it is closed when all is written. */
        void released(Connection connection);

        /** It was cut off because its peer does not read. */
        void tooSlow(Connection connection, int messages, long bytes);
    }

    private final IoSession io;
    private final InetAddress source;
    private final long openedNanos;
    private final Deque<byte[]> unsent = new ArrayDeque<>();
    private final List<String> earlier = new ArrayList<>();

    private Owner owner;
    private int unsentMessages;
    private long unsentBytes;
    private int writing;
    private long writingSinceNanos;
    private boolean ending;
    private boolean cut;
    private Runnable whenLow;

    /** Bytes read and not yet decoded; the I/O thread's. */
    long undecodedBytes;
    /** A Logon has been seen; the I/O thread's. */
    boolean logonSeen;

    private volatile TradingSession session;
    private volatile TradingSession acceptedBy;
    private volatile long lastReceivedNanos;

    Connection(final IoSession io, final long nowNanos) {
        this.io = io;
        this.source = ((InetSocketAddress) io.getRemoteAddress()).getAddress();
        this.openedNanos = nowNanos;
        this.lastReceivedNanos = nowNanos;
    }

    /** @return the name in the client's certificate, null when it has shown none */
    String certificateName() {
        return ClientCertificate.name(io);
    }

    InetAddress source() {
        return source;
    }

    long openedNanos() {
        return openedNanos;
    }

    long lastReceivedNanos() {
        return lastReceivedNanos;
    }

    void received(final long nowNanos) {
        lastReceivedNanos = nowNanos;
    }

    /** @return the session it is logged on to, or null */
    TradingSession session() {
        return session;
    }

    /** @return the session that waits to log it on, or has; null before */
    TradingSession acceptedBy() {
        return acceptedBy;
    }

    void acceptedBy(final TradingSession accepting) {
        acceptedBy = accepting;
    }

    /** Keeps a message that came before its Logon was judged. @return false when there is a session that takes it */
    synchronized boolean keepEarly(final String message) {
        if (session != null) {
            return false;
        }
        earlier.add(message);
        return true;
    }

    /** From now on messages are the session's. @return those that came earlier */
    synchronized List<String> bind(final TradingSession to, final Owner listener) {
        session = to;
        owner = listener;
        final List<String> early = new ArrayList<>(earlier);
        earlier.clear();
        return early;
    }

    synchronized int unsentMessages() {
        return unsentMessages;
    }

    synchronized long unsentBytes() {
        return unsentBytes;
    }

    @Override
    public boolean send(final String message) {
        final byte[] bytes = message.getBytes(StandardCharsets.ISO_8859_1);
        final Owner told;
        final int messages;
        final long size;
        synchronized (this) {
            if (cut || ending) {
                return false;
            }
            if (unsentMessages == 0 // a snapshot of a large book is longer than all that may wait
                    || (unsentMessages < MOST_UNSENT_MESSAGES && unsentBytes + bytes.length <= MOST_UNSENT_BYTES)) {
                unsent.add(bytes);
                unsentMessages++;
                unsentBytes += bytes.length;
                if (writing == 0) {
                    writeMore();
                }
                return true;
            }
            cut = true;
            told = owner;
            messages = unsentMessages;
            size = unsentBytes;
        }
        io.closeNow();
        if (told != null) {
            told.tooSlow(this, messages, size);
        }
        return false;
    }

    private void writeMore() {
        final IoBuffer buffer =
                IoBuffer.allocate(Math.toIntExact(Math.min(unsentBytes, WRITE_BYTES + MOST_MESSAGE_BYTES)));
        buffer.setAutoExpand(true);
        int messages = 0;
        while (!unsent.isEmpty() && buffer.position() < WRITE_BYTES) {
            buffer.put(unsent.poll());
            messages++;
        }
        final int written = messages;
        final int bytes = buffer.position();
        writing = messages;
        writingSinceNanos = System.nanoTime();
        io.write(buffer.flip()).addListener(future -> written(written, bytes));
    }

    private static final int MOST_MESSAGE_BYTES = 4096;

    private void written(final int messages, final long bytes) {
        Runnable low = null;
        boolean close = false;
        synchronized (this) {
            writing = 0;
            unsentMessages -= messages;
            unsentBytes -= bytes;
            if (!unsent.isEmpty() && !cut) {
                writeMore();
            } else if (ending) {
                close = true;
            }
            if (whenLow != null && (isLow() || cut)) {
                low = whenLow;
                whenLow = null;
            }
            notifyAll();
        }
        if (low != null) {
            low.run();
        }
        if (close) {
            io.closeOnFlush();
        }
    }

    private boolean isLow() {
        return unsentMessages <= LOW_MESSAGES && unsentBytes <= LOW_BYTES;
    }

    /**
     * For who sends much of its own accord.
     *
     * @param task runs once, when there is room, perhaps on an I/O thread
     * @return true when there is room now; the task is forgotten
     */
    synchronized boolean hasRoom(final Runnable task) {
        if (isLow() || cut) {
            return true;
        }
        whenLow = task;
        return false;
    }

    /** Waits until there is room. @return false when the peer does not read, or the connection is gone */
    synchronized boolean awaitRoom() {
        final long deadline = System.nanoTime() + MOST_UNSENT_NANOS;
        while (!isLow() && !cut && io.isConnected()) {
            final long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            try {
                wait(left);
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return !cut && io.isConnected();
    }

    /** @return true when the peer has taken nothing for too long */
    synchronized boolean isStuck(final long nowNanos) {
        return writing > 0 && nowNanos - writingSinceNanos > MOST_UNSENT_NANOS;
    }

    /** QuickFIX/J ends the connection: what is written goes out first. */
    @Override
    public void disconnect() {
        final Owner told;
        final boolean now;
        synchronized (this) {
            if (ending) {
                return;
            }
            ending = true;
            now = unsent.isEmpty();
            told = owner;
        }
        if (now) {
            io.closeOnFlush();
        }
        if (told != null) {
            told.released(this);
        }
    }

    /** Closes without writing what waits. */
    void closeNow() {
        synchronized (this) {
            cut = true;
            notifyAll();
        }
        io.closeNow();
    }

    boolean isEnding() {
        synchronized (this) {
            return ending || cut;
        }
    }

    void suspendRead() {
        io.suspendRead();
    }

    void resumeRead() {
        io.resumeRead();
    }

    @Override
    public String getRemoteAddress() {
        return String.valueOf(io.getRemoteAddress());
    }
}
