package io.vexchange.fix;

import io.vexchange.fix.journal.SessionJournal;
import java.util.ArrayList;
import java.util.List;

/**
 * Serves a ResendRequest out of the journal: the same body with 43=Y and 122, administrative messages and what is no longer kept as gap
 * fills. It reads in pieces and waits for the network, so a large request costs no memory. On the session's thread.
 */
final class Resender {
    private static final int PIECE = 2_000;
    private static final String ADMINISTRATIVE = "012345A";

    private final SessionJournal journal;
    private final String ours;
    private final String theirs;
    private final Connection connection;
    private final boolean microseconds;
    private int gapFrom;

    private record Sent(int number, String message) {}

    Resender(
            final SessionJournal journal,
            final String ours,
            final String theirs,
            final Connection connection,
            final boolean microseconds) {
        this.journal = journal;
        this.ours = ours;
        this.theirs = theirs;
        this.connection = connection;
        this.microseconds = microseconds;
    }

    /**
     * @param first number asked for
     * @param last number, inclusive; already sent
     * @return false when the connection did not take it all
     */
    boolean serve(final int first, final int last) {
        gapFrom = 0;
        for (int from = first; from <= last; from += PIECE) {
            final int to = Math.min(last, from + PIECE - 1);
            final List<Sent> piece = new ArrayList<>();
            journal.read(from, to, (number, message) -> piece.add(new Sent(number, message)));
            int expected = from;
            for (final Sent each : piece) {
                if (each.number > expected) {
                    gap(expected);
                }
                expected = each.number + 1;
                if (!resend(each)) {
                    return false;
                }
            }
            if (expected <= to) {
                gap(expected);
            }
        }
        return endGap(last + 1);
    }

    private void gap(final int from) {
        if (gapFrom == 0) {
            gapFrom = from;
        }
    }

    private boolean resend(final Sent sent) {
        final String type = FixText.type(sent.message);
        if (type.length() == 1 && ADMINISTRATIVE.contains(type)) {
            gap(sent.number);
            return true;
        }
        return endGap(sent.number) && write(FixText.frame(again(sent.message)));
    }

    private boolean endGap(final int next) {
        if (gapFrom == 0) {
            return true;
        }
        final String now = now();
        final StringBuilder fields = new StringBuilder(120);
        FixText.field(fields, 35, "4");
        FixText.field(fields, 34, gapFrom);
        FixText.field(fields, 43, "Y");
        FixText.field(fields, 49, ours);
        FixText.field(fields, 52, now);
        FixText.field(fields, 56, theirs);
        FixText.field(fields, 122, now);
        FixText.field(fields, 123, "Y");
        FixText.field(fields, 36, next);
        gapFrom = 0;
        return write(FixText.frame(fields));
    }

    /** The fields of a message as they were, with the marks of a repetition. */
    private CharSequence again(final String message) {
        final StringBuilder fields = new StringBuilder(message.length() + 40);
        int from = message.indexOf("\00135=") + 1;
        final int end = message.lastIndexOf("\00110=") + 1;
        while (from < end) {
            final int to = message.indexOf(FixText.SOH, from) + 1;
            if (message.startsWith("52=", from)) {
                FixText.field(fields, 52, now());
                FixText.field(fields, 122, message.substring(from + 3, to - 1));
            } else {
                fields.append(message, from, to);
                if (message.startsWith("34=", from)) {
                    FixText.field(fields, 43, "Y");
                }
            }
            from = to;
            if (message.startsWith("56=", from)) {
                fields.append(message, from, end);
                break;
            }
        }
        return fields;
    }

    private String now() {
        final StringBuilder time = new StringBuilder(27);
        FixText.time(time, OutboundMessage.nowMicros(), microseconds);
        return time.toString();
    }

    private boolean write(final String message) {
        return connection.awaitRoom() && connection.send(message);
    }
}
