package io.vexchange.fixclient.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One session of a load on a socket that never blocks. Any thread may send; one thread reads. */
final class LoadSession {
    private static final int OUT_BYTES = 256 * 1_024;
    private static final int READS_A_TURN = 4;
    private static final long HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(25);

    private final String name;
    private final RequestWriter writer;
    private final ReportBook book;
    private final Mix mix;
    private final FixFrames frames = new FixFrames();
    private final ByteBuffer out = ByteBuffer.allocateDirect(OUT_BYTES);
    private final CountDownLatch massCanceled = new CountDownLatch(2); // one before, one after
    private final CountDownLatch gone = new CountDownLatch(1);
    private final CountDownLatch loggedOn = new CountDownLatch(1);
    private SocketChannel channel;
    private SelectionKey key;
    private long lastSentNanos;
    private long expectedSequence = 1;
    private long readNanos;
    private boolean leaving;
    private volatile boolean loggedOut;
    private volatile long sentCount;
    private volatile String farewell = "";

    LoadSession(final String name, final RequestWriter writer, final ReportBook book, final Mix mix) {
        this.name = name;
        this.writer = writer;
        this.book = book;
        this.mix = mix;
    }

    String name() {
        return name;
    }

    ReportBook book() {
        return book;
    }

    long sentCount() {
        return sentCount;
    }

    long unansweredCount() {
        return sentCount - book.answeredCount();
    }

    boolean isGone() {
        return gone.getCount() == 0;
    }

    /** Why it is gone. */
    String farewell() {
        return farewell;
    }

    /** Connects and sends the Logon; what comes back is read by the selector's thread. */
    void open(final InetSocketAddress venue, final Selector selector, final int timeoutMillis) throws IOException {
        channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.socket().connect(venue, timeoutMillis);
        channel.configureBlocking(false);
        synchronized (this) {
            key = channel.register(selector, SelectionKey.OP_READ, this);
            writer.logon(out);
            flush();
        }
        selector.wakeup();
    }

    boolean awaitLogon(final long seconds) throws InterruptedException {
        final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() - deadline < 0 && !isGone()) {
            if (loggedOn.await(20, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return loggedOn.getCount() == 0;
    }

    /** Puts the next request into the buffer; false when that is impossible now. {@link #flush} sends it. */
    synchronized boolean offer(final long dueNanos) {
        if (out.remaining() < RequestWriter.LONGEST_MESSAGE || unansweredCount() >= book.capacity() || isGone()) {
            return false;
        }
        final long number = sentCount + 1;
        final RequestKind kind = mix.at(sentCount);
        final long about = writer.quoted();
        final int start = out.position();
        final long sequence = writer.request(out, kind, number);
        assert out.position() - start <= RequestWriter.LONGEST_MESSAGE;
        book.sending(kind, number, about, sequence, dueNanos);
        sentCount = number;
        return true;
    }

    /** Sends what the socket takes; the rest goes when it takes more. */
    synchronized void flush() {
        if (out.position() == 0 || isGone()) {
            return;
        }
        try {
            out.flip();
            channel.write(out);
            out.compact();
            lastSentNanos = System.nanoTime();
            awaitWritable(out.position() > 0);
        } catch (IOException e) {
            end(e.getMessage());
        }
    }

    private void awaitWritable(final boolean wanted) {
        final int ops = wanted ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
        if (key.isValid() && key.interestOps() != ops) {
            key.interestOps(ops);
            key.selector().wakeup();
        }
    }

    synchronized void massCancel(final String id) {
        writer.massCancel(out, id);
        flush();
    }

    /** True when this many mass cancels have been answered; false when it takes too long or the session is gone. */
    boolean awaitMassCancels(final int count, final long seconds) throws InterruptedException {
        final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (massCanceled.getCount() > 2 - count && System.nanoTime() - deadline < 0 && !isGone()) {
            massCanceled.await(5, TimeUnit.MILLISECONDS);
        }
        return massCanceled.getCount() <= 2 - count;
    }

    synchronized void logout() {
        leaving = true;
        writer.logout(out);
        flush();
    }

    synchronized boolean isLeaving() {
        return leaving;
    }

    /** True when the venue has answered our Logout. */
    boolean hasLoggedOut() {
        return loggedOut;
    }

    boolean awaitGone(final long seconds) throws InterruptedException {
        return gone.await(seconds, TimeUnit.SECONDS);
    }

    /** Keeps the session alive when nothing else is sent. */
    synchronized void tick(final long nowNanos) {
        if (!isGone() && loggedOn.getCount() == 0 && nowNanos - lastSentNanos > HEARTBEAT_NANOS) {
            writer.heartbeat(out, null);
            flush();
        }
    }

    /** Reads what is there. By the reader. */
    void readable() {
        try {
            for (int i = 0; i < READS_A_TURN && !isGone(); i++) {
                final int read = frames.read(channel, this::message);
                if (read < 0) {
                    end("the venue closed the connection");
                    return;
                }
                if (read <= 0) {
                    return;
                }
            }
        } catch (IOException e) {
            end(e.getMessage());
        }
    }

    private void message(final FixView message) {
        if (isGone()) {
            return;
        }
        readNanos = System.nanoTime();
        if (!isNext(message)) {
            return;
        }
        final byte type = message.isOneCharacter(35) ? message.first(35) : 0;
        switch (type) {
            case '8' -> book.executionReport(message, readNanos);
            case '9' -> book.cancelReject(message, readNanos);
            case '3', 'j' -> book.reject(message, readNanos);
            case 'r' -> massCanceled.countDown();
            case 'A' -> loggedOn.countDown();
            case '0' -> {}
            case '1' -> answerTest(message.text(112));
            case '2' -> answerResend(message.number(7));
            case '5' -> loggedOut(message.text(58));
            default -> {}
        }
    }

    /** The numbers began at 1, so there is no gap unless something is wrong. */
    private boolean isNext(final FixView message) {
        final long sequence = message.number(34);
        if (message.first(35) == '4') {
            expectedSequence = Math.max(expectedSequence, message.number(36));
            return false;
        }
        if (sequence < expectedSequence && message.first(43) == 'Y') {
            return false;
        }
        if (sequence != expectedSequence) {
            end("MsgSeqNum " + sequence + " where " + expectedSequence + " was due: " + message);
            return false;
        }
        expectedSequence++;
        return true;
    }

    private synchronized void answerTest(final String id) {
        writer.heartbeat(out, id);
        flush();
    }

    private synchronized void answerResend(final long from) {
        writer.gapFill(out, Math.max(1, from));
        flush();
    }

    private synchronized void loggedOut(final String text) {
        if (leaving) {
            loggedOut = true;
        } else {
            writer.logout(out);
            flush();
        }
        end(text == null ? "Logout" : text);
    }

    /** Ends the connection. */
    void end(final String why) {
        synchronized (this) {
            if (isGone()) {
                return;
            }
            farewell = why == null ? "connection lost" : why;
            gone.countDown();
        }
        try {
            channel.close();
        } catch (IOException e) {
            farewell = farewell + ", " + e.getMessage();
        }
    }
}
