package io.vexchange.fix;

import io.vexchange.engine.model.Code;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Commands that have been sent and not yet been applied, for the few the engine turns away without an event. The sender registers after
 * the engine may have answered already; whoever comes second of the two settles it.
 */
final class Inflight {
    private static final int MOST_REFUSED = 10_000;
    private static final int MOST_WAITING = 100_000;

    /** Who waits, and since when. */
    private record Sender(Consumer<Code> whenRefused, long sentNanos) {}

    private final Map<Long, Sender> waiting = new ConcurrentHashMap<>();
    private final Map<Long, Code> refused = new ConcurrentHashMap<>();
    private volatile long applied;
    private volatile LongConsumer times = nanos -> {};

    /** From now on `nanos` is told how long each command took, from its sending until its reports have been handed to the sessions. */
    void timing(final LongConsumer nanos) {
        times = nanos;
    }

    /** A command whose answer was waited for elsewhere has been answered. */
    void took(final long nanos) {
        times.accept(nanos);
    }

    /** The sender: this command is on its way. */
    void sent(final long number, final long sentNanos, final Consumer<Code> whenRefused) {
        waiting.put(number, new Sender(whenRefused, sentNanos));
        if (applied >= number) {
            settle(number);
        }
    }

    /** The engine client's thread: this command has been applied or turned away. */
    void applied(final long number, final Code code) {
        if (code != Code.NONE && code != Code.ALREADY_APPLIED) {
            if (refused.size() >= MOST_REFUSED) {
                refused.clear(); // of commands nobody waits for
            }
            refused.put(number, code);
        }
        applied = number;
        settle(number);
        if (waiting.size() > MOST_WAITING) {
            waiting.keySet().removeIf(each -> each < number); // answered while the engine could not be heard
        }
    }

    private void settle(final long number) {
        final Sender sender = waiting.remove(number);
        if (sender != null) {
            times.accept(System.nanoTime() - sender.sentNanos);
            final Code code = refused.remove(number);
            if (code != null) {
                sender.whenRefused.accept(code);
            }
        }
    }
}
