package io.vexchange.fix;

import io.vexchange.engine.model.Code;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Commands that have been sent and not yet been applied, for the few the engine turns away without an event. The sender registers after
 * the engine may have answered already; whoever comes second of the two settles it.
 */
final class Inflight {
    private static final int MOST_REFUSED = 10_000;
    private static final int MOST_WAITING = 100_000;

    private final Map<Long, Consumer<Code>> waiting = new ConcurrentHashMap<>();
    private final Map<Long, Code> refused = new ConcurrentHashMap<>();
    private volatile long applied;

    /** The sender: this command is on its way. */
    void sent(final long number, final Consumer<Code> whenRefused) {
        waiting.put(number, whenRefused);
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
        final Consumer<Code> sender = waiting.remove(number);
        if (sender != null) {
            final Code code = refused.remove(number);
            if (code != null) {
                sender.accept(code);
            }
        }
    }
}
