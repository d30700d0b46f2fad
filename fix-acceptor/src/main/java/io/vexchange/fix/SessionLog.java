package io.vexchange.fix;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.Log;

/** The newest messages of a session in memory, passwords masked, and on request in the log. Thread-safe. */
final class SessionLog implements Log {
    private static final Logger LOG = LoggerFactory.getLogger("io.vexchange.fix.messages");
    private static final int KEPT = 1_000;

    private record Line(boolean in, String message) {}

    private final String name;
    private final boolean logsMessages;
    private final Deque<Line> newest = new ArrayDeque<>();

    SessionLog(final String name, final boolean logsMessages) {
        this.name = name;
        this.logsMessages = logsMessages;
    }

    @Override
    public void onIncoming(final String message) {
        keep(new Line(true, message));
    }

    @Override
    public void onOutgoing(final String message) {
        keep(new Line(false, message));
    }

    private void keep(final Line line) {
        synchronized (newest) {
            if (newest.size() == KEPT) {
                newest.poll();
            }
            newest.add(line);
        }
        if (logsMessages) {
            LOG.info("{} {} {}", name, line.in ? "in" : "out", FixText.masked(line.message));
        }
    }

    /** @return so many of the newest messages, oldest first, passwords masked */
    List<String> newest(final int limit) {
        final List<Line> lines;
        synchronized (newest) {
            final List<Line> all = new ArrayList<>(newest);
            lines = all.subList(Math.max(0, all.size() - limit), all.size());
        }
        final List<String> text = new ArrayList<>(lines.size());
        for (final Line each : lines) {
            text.add((each.in ? "in " : "out ") + FixText.masked(each.message));
        }
        return text;
    }

    @Override
    public void onEvent(final String text) {
        LOG.debug("{} {}", name, text);
    }

    @Override
    public void onErrorEvent(final String text) {
        LOG.debug("{} {}", name, text);
    }

    @Override
    public void clear() {}
}
