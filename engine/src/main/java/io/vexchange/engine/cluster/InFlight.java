package io.vexchange.engine.cluster;

import io.aeron.cluster.client.AeronCluster;
import io.vexchange.engine.client.EngineUnavailableException;
import io.vexchange.engine.client.Outcome;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The commands of a client that wait: numbered without gaps, first those that were sent, then those that were not yet. What may be lost
 * is sent again from there on (go back N). Not thread-safe: the client holds its lock.
 */
final class InFlight {
    private static final int ORIGIN_OFFSET = AeronCluster.SESSION_HEADER_LENGTH + 8;

    /** A numbered command with room for the session header before it. */
    static final class Command {
        final UnsafeBuffer bytes;
        final CompletableFuture<Outcome> answer;
        long number;

        Command(
                final DirectBuffer source,
                final int offset,
                final int length,
                final CompletableFuture<Outcome> answer) {
            bytes = new UnsafeBuffer(new byte[AeronCluster.SESSION_HEADER_LENGTH + length]);
            bytes.putBytes(AeronCluster.SESSION_HEADER_LENGTH, source, offset, length);
            this.answer = answer;
        }

        void origin(final int clientId, final int epoch) {
            bytes.putInt(ORIGIN_OFFSET, clientId, ByteOrder.LITTLE_ENDIAN);
            bytes.putInt(ORIGIN_OFFSET + 4, epoch, ByteOrder.LITTLE_ENDIAN);
            bytes.putLong(ORIGIN_OFFSET + 8, number, ByteOrder.LITTLE_ENDIAN);
        }
    }

    private final ArrayDeque<Command> sent = new ArrayDeque<>();
    private final ArrayDeque<Command> unsent = new ArrayDeque<>();
    private final int maximum;
    private boolean isNumbered;
    private long lastNumber;
    private long appliedAtHello;
    private long wentBackTo;
    private int answers;

    InFlight(final int maximum) {
        this.maximum = maximum;
    }

    int size() {
        return sent.size() + unsent.size();
    }

    boolean hasSent() {
        return !sent.isEmpty();
    }

    /** How many commands have somebody waiting for what they cause. */
    int answers() {
        return answers;
    }

    long add(final Command command) {
        if (!isNumbered) {
            throw new EngineUnavailableException("not connected yet");
        }
        if (size() >= maximum) {
            throw new EngineUnavailableException("commands in flight=" + size());
        }
        command.number = ++lastNumber;
        unsent.add(command);
        if (command.answer != null) {
            answers++;
        }
        return command.number;
    }

    Command firstUnsent() {
        return unsent.peek();
    }

    void onSent() {
        sent.add(unsent.poll());
    }

    /**
     * The engine has answered a Hello.
     *
     * @param lastApplied the newest number it has applied; what is newer is sent again
     */
    void onHello(final long lastApplied) {
        if (!isNumbered) {
            isNumbered = true;
            lastNumber = lastApplied;
        }
        wentBackTo = 0;
        appliedAtHello = lastApplied;
        goBack(lastApplied + 1);
        while (!unsent.isEmpty() && unsent.peek().number <= lastApplied) {
            sent.add(unsent.poll());
        }
    }

    /** @return false when that was done already */
    boolean onNumberExpected(final long number) {
        if (number == wentBackTo) {
            return false;
        }
        wentBackTo = number;
        goBack(number);
        return true;
    }

    private void goBack(final long number) {
        while (!sent.isEmpty() && sent.peekLast().number >= number) {
            unsent.addFirst(sent.pollLast());
        }
    }

    /**
     * A command is applied.
     *
     * @param number its number
     * @param missed gets commands before it whose own end was not seen
     * @return the command, or null when it is not known any more
     */
    Command onApplied(final long number, final List<Command> missed) {
        while (!sent.isEmpty() && sent.peek().number < number) {
            missed.add(taken(sent.poll()));
        }
        if (!sent.isEmpty() && sent.peek().number == number) {
            return taken(sent.poll());
        }
        return null;
    }

    /** Everything that was applied before the Hello has passed by: who still waits will not see the end of his command. */
    List<Command> onHelloApplied() {
        final List<Command> missed = new ArrayList<>();
        while (!sent.isEmpty() && sent.peek().number <= appliedAtHello) {
            missed.add(taken(sent.poll()));
        }
        return missed;
    }

    private Command taken(final Command command) {
        if (command.answer != null) {
            answers--;
        }
        return command;
    }

    List<Command> drain() {
        final List<Command> all = new ArrayList<>(sent);
        for (final Iterator<Command> i = unsent.iterator(); i.hasNext(); ) {
            all.add(i.next());
        }
        sent.clear();
        unsent.clear();
        answers = 0;
        return all;
    }
}
