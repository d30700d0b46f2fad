package io.vexchange.fixclient.load;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;

/** The one thread that reads all sessions. In a closed loop it also sends: an answer makes room for the next request. */
final class Reader implements Runnable {
    private static final long TICK_MILLIS = 200;

    private final Selector selector;
    private final List<LoadSession> sessions;
    private final int window;
    private volatile boolean sending;
    private volatile boolean stopped;
    private volatile String failure = "";

    /** @param window requests each session may have unanswered in a closed loop; 0 when somebody else sends */
    Reader(final Selector selector, final List<LoadSession> sessions, final int window) {
        this.selector = selector;
        this.sessions = sessions;
        this.window = window;
    }

    /** Begins to fill the windows. */
    void start() {
        sending = window > 0;
        selector.wakeup();
    }

    /** Fills them no longer. */
    void pause() {
        sending = false;
    }

    void stop() {
        stopped = true;
        selector.wakeup();
    }

    /** Why it ended by itself, empty when it did not. */
    String failure() {
        return failure;
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                selector.select(this::serve, TICK_MILLIS);
                final long now = System.nanoTime();
                for (final LoadSession session : sessions) {
                    if (sending) {
                        fill(session);
                    }
                    session.tick(now);
                }
            }
        } catch (IOException e) {
            failure = String.valueOf(e.getMessage());
            sessions.forEach(session -> session.end(failure));
        }
    }

    private void serve(final SelectionKey key) {
        final LoadSession session = (LoadSession) key.attachment();
        if (key.isValid() && key.isWritable()) {
            session.flush();
        }
        if (key.isValid() && key.isReadable()) {
            session.readable();
        }
    }

    private void fill(final LoadSession session) {
        boolean more = session.unansweredCount() < window;
        if (more) {
            while (more && session.unansweredCount() < window) {
                more = session.offer(System.nanoTime());
            }
            session.flush();
        }
    }
}
