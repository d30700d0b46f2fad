package io.vexchange.bench.simulate;

import io.vexchange.engine.protocol.HelloEncoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import java.util.ArrayDeque;
import java.util.Deque;
import org.agrona.concurrent.UnsafeBuffer;

/** A named client: numbers its commands, and after a new Hello sends again what the engine does not know of. */
final class SimulatedClient {
    private static final int CLIENT_ID_OFFSET = MessageHeaderEncoder.ENCODED_LENGTH;
    private static final int EPOCH_OFFSET = CLIENT_ID_OFFSET + 4;
    private static final int NUMBER_OFFSET = EPOCH_OFFSET + 4;

    private static final class Sent {
        final long number;
        final byte[] command;

        Sent(final long number, final byte[] command) {
            this.number = number;
            this.command = command;
        }
    }

    private final String name;
    private final int flags;
    private final Deque<Sent> waiting = new ArrayDeque<>();
    private final Deque<Sent> unanswered = new ArrayDeque<>();
    private int clientId;
    private int epoch;
    private long lastNumber;
    private long lastAnswered;

    SimulatedClient(final String name, final int flags) {
        this.name = name;
        this.flags = flags;
    }

    byte[] hello(final long afterSequence) {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[256]);
        final HelloEncoder hello = new HelloEncoder();
        hello.wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        hello.origin().clientId(0).epoch(0).number(0);
        hello.flags(flags).afterSequence(afterSequence);
        VarData.put(hello::putName, name);
        final byte[] bytes = new byte[MessageHeaderEncoder.ENCODED_LENGTH + hello.encodedLength()];
        buffer.getBytes(0, bytes);
        return bytes;
    }

    boolean isOwn(final int id) {
        return id == clientId;
    }

    boolean isNamed(final String other) {
        return name.equals(other);
    }

    /** Answered: what the engine has is done, the rest goes again. */
    void welcome(final int id, final int newEpoch, final long last) {
        if (last < lastAnswered) {
            throw new IllegalStateException(name + " was answered " + lastAnswered + ", the engine knows " + last);
        }
        clientId = id;
        epoch = newEpoch;
        while (!unanswered.isEmpty()) {
            final Sent sent = unanswered.removeLast();
            if (sent.number > last) {
                waiting.addFirst(sent);
            }
        }
        lastAnswered = Math.max(last, lastAnswered);
    }

    void send(final byte[] command) {
        waiting.add(new Sent(++lastNumber, command));
    }

    /** The next command for the log, or null. */
    byte[] next() {
        final Sent sent = waiting.poll();
        if (sent == null) {
            return null;
        }
        unanswered.add(sent);
        final UnsafeBuffer bytes = new UnsafeBuffer(sent.command.clone());
        bytes.putInt(CLIENT_ID_OFFSET, clientId);
        bytes.putInt(EPOCH_OFFSET, epoch);
        bytes.putLong(NUMBER_OFFSET, sent.number);
        return bytes.byteArray();
    }

    void answered(final long number) {
        final Sent first = unanswered.poll();
        if (first == null || first.number != number) {
            throw new IllegalStateException(
                    name + " is answered " + number + ", expected " + (first == null ? "nothing" : first.number));
        }
        lastAnswered = number;
    }
}
