package io.vexchange.fix;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.Log;

/** The newest messages of a session in memory, their rates, and on request all in the log. Passwords are masked. Thread-safe. */
final class SessionLog implements Log {
    private static final Logger LOG = LoggerFactory.getLogger("io.vexchange.fix.messages");
    private static final int KEPT = 1_000;

    private record Line(boolean in, long atMicros, String message) {
        FixMessage shown() {
            return new FixMessage(in, atMicros, FixText.masked(message));
        }
    }

    private final String name;
    private final boolean logsMessages;
    private final LongSupplier clockMicros;
    private final Deque<Line> newest = new ArrayDeque<>();
    private final MessageRate rateIn = new MessageRate();
    private final MessageRate rateOut = new MessageRate();
    private Line lastIn;
    private Line lastOut;

    SessionLog(final String name, final boolean logsMessages, final LongSupplier clockMicros) {
        this.name = name;
        this.logsMessages = logsMessages;
        this.clockMicros = clockMicros;
    }

    @Override
    public void onIncoming(final String message) {
        keep(new Line(true, clockMicros.getAsLong(), message));
    }

    @Override
    public void onOutgoing(final String message) {
        keep(new Line(false, clockMicros.getAsLong(), message));
    }

    private void keep(final Line line) {
        synchronized (newest) {
            if (newest.size() == KEPT) {
                newest.poll();
            }
            newest.add(line);
            if (line.in) {
                lastIn = line;
                rateIn.count(line.atMicros);
            } else {
                lastOut = line;
                rateOut.count(line.atMicros);
            }
        }
        if (logsMessages) {
            LOG.info("{} {} {}", name, line.in ? "in" : "out", FixText.masked(line.message));
        }
    }

    /** @return so many of the newest messages, oldest first */
    List<FixMessage> newest(final int limit) {
        final List<Line> lines;
        synchronized (newest) {
            final List<Line> all = new ArrayList<>(newest);
            lines = all.subList(Math.max(0, all.size() - limit), all.size());
        }
        final List<FixMessage> shown = new ArrayList<>(lines.size());
        lines.forEach(each -> shown.add(each.shown()));
        return shown;
    }

    /** @return the newest of the client, null when there was none */
    FixMessage lastIn() {
        final Line line;
        synchronized (newest) {
            line = lastIn;
        }
        return line == null ? null : line.shown();
    }

    /** @return the newest of ours, null when there was none */
    FixMessage lastOut() {
        final Line line;
        synchronized (newest) {
            line = lastOut;
        }
        return line == null ? null : line.shown();
    }

    int inPerSecond() {
        synchronized (newest) {
            return rateIn.perSecond(clockMicros.getAsLong());
        }
    }

    int outPerSecond() {
        synchronized (newest) {
            return rateOut.perSecond(clockMicros.getAsLong());
        }
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
