package io.vexchange.engine.cluster;

import io.vexchange.engine.EventSink;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.AppliedEncoder;
import io.vexchange.engine.protocol.AuditNoteDecoder;
import io.vexchange.engine.protocol.AuditRecordedEncoder;
import io.vexchange.engine.protocol.ConsumerPositionDecoder;
import io.vexchange.engine.protocol.HelloDecoder;
import io.vexchange.engine.protocol.HelloReplyEncoder;
import io.vexchange.engine.protocol.ImageBeginEncoder;
import io.vexchange.engine.protocol.ImageEndEncoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.DirectBuffer;

/**
 * A state machine with the client protocol of the engine and no market: each audit note makes as many events as its code says, with its
 * text. Kinds 254 and 255 break it.
 */
final class CountingReplica implements Replica {
    static final int POISON = 255;
    static final int FAILED_ASSERTION = 254;

    private static final class Client {
        int id;
        int epoch;
        long lastNumber;
        boolean isDurable;
        long position;
    }

    private final Map<String, Client> clients = new TreeMap<>();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final MessageHeaderEncoder headerOut = new MessageHeaderEncoder();
    private final HelloDecoder hello = new HelloDecoder();
    private final AuditNoteDecoder note = new AuditNoteDecoder();
    private final ConsumerPositionDecoder position = new ConsumerPositionDecoder();
    private long sequence;

    @Override
    public void apply(
            final long timeMicros,
            final DirectBuffer buffer,
            final int offset,
            final int length,
            final EventSink sink) {
        header.wrap(buffer, offset);
        if (header.templateId() == HelloDecoder.TEMPLATE_ID) {
            onHello(timeMicros, buffer, offset, sink);
            return;
        }
        final int clientId = buffer.getInt(offset + 8);
        final int epoch = buffer.getInt(offset + 12);
        final long number = buffer.getLong(offset + 16);
        final Client client = clients.values().stream()
                .filter(each -> each.id == clientId)
                .findFirst()
                .orElseThrow();
        if (epoch < client.epoch) {
            applied(sink, client.id, epoch, number, Code.FENCED, 0, timeMicros);
        } else if (number <= client.lastNumber) {
            applied(sink, client.id, epoch, number, Code.ALREADY_APPLIED, 0, timeMicros);
        } else if (number > client.lastNumber + 1) {
            applied(sink, client.id, epoch, number, Code.NUMBER_EXPECTED, client.lastNumber + 1, timeMicros);
        } else {
            client.lastNumber = number;
            if (header.templateId() == AuditNoteDecoder.TEMPLATE_ID) {
                onNote(timeMicros, buffer, offset, sink);
            } else {
                position.wrapAndApplyHeader(buffer, offset, header);
                client.position = Math.max(client.position, position.sequence());
            }
            applied(sink, client.id, epoch, number, Code.NONE, sequence, timeMicros);
        }
    }

    private void onHello(final long timeMicros, final DirectBuffer buffer, final int offset, final EventSink sink) {
        hello.wrapAndApplyHeader(buffer, offset, header);
        final byte[] name = new byte[hello.nameLength()];
        hello.getName(name, 0, name.length);
        final Client client = clients.computeIfAbsent(new String(name, StandardCharsets.UTF_8), key -> new Client());
        if (client.id == 0) {
            client.id = clients.size();
        }
        client.epoch++;
        client.isDurable |= (hello.flags() & 4) != 0;
        final long after = hello.afterSequence() < 0 ? client.position : hello.afterSequence();
        final HelloReplyEncoder reply = new HelloReplyEncoder();
        final int at = sink.claim(256);
        reply.wrapAndApplyHeader(sink.buffer(), at, headerOut)
                .clientId(client.id)
                .epoch(client.epoch)
                .lastNumber(client.lastNumber)
                .code(after < trimmedSequence() ? Code.SEQUENCE_TRIMMED.number() : 0)
                .sequence(sequence)
                .trimmedSequence(trimmedSequence())
                .durablePosition(client.position)
                .logIdHigh(1)
                .logIdLow(2)
                .behaviourVersion(1)
                .putName(name, 0, name.length);
        sink.commit(MessageHeaderEncoder.ENCODED_LENGTH + reply.encodedLength(), 0);
        applied(sink, client.id, client.epoch, 0, Code.NONE, 0, timeMicros);
    }

    private void onNote(final long timeMicros, final DirectBuffer buffer, final int offset, final EventSink sink) {
        note.wrapAndApplyHeader(buffer, offset, header);
        final byte[] text = new byte[note.auditLength()];
        note.getAudit(text, 0, text.length);
        for (int i = 0; i < note.code(); i++) {
            final AuditRecordedEncoder event = new AuditRecordedEncoder();
            final int at = sink.claim(64 + text.length);
            event.wrapAndApplyHeader(sink.buffer(), at, headerOut)
                    .sequence(++sequence)
                    .timeMicros(timeMicros)
                    .kind((short) 0)
                    .action((short) 0)
                    .code(0)
                    .targetId(i)
                    .putAudit(text, 0, text.length);
            sink.commit(MessageHeaderEncoder.ENCODED_LENGTH + event.encodedLength(), sequence);
        }
        if (note.kind() == POISON) {
            throw new IllegalStateException("poisoned");
        }
        if (note.kind() == FAILED_ASSERTION) {
            throw new AssertionError("poisoned");
        }
    }

    private void applied(
            final EventSink sink,
            final int clientId,
            final int epoch,
            final long number,
            final Code code,
            final long resultId,
            final long timeMicros) {
        final AppliedEncoder applied = new AppliedEncoder();
        final int at = sink.claim(MessageHeaderEncoder.ENCODED_LENGTH + AppliedEncoder.BLOCK_LENGTH);
        applied.wrapAndApplyHeader(sink.buffer(), at, headerOut)
                .clientId(clientId)
                .epoch(epoch)
                .number(number)
                .code(code.number())
                .resultId(resultId)
                .sequence(sequence)
                .timeMicros(timeMicros);
        sink.commit(MessageHeaderEncoder.ENCODED_LENGTH + applied.encodedLength(), 0);
    }

    @Override
    public void onTime(final long timeMicros, final EventSink sink) {
        // nothing is ever due
    }

    @Override
    public long nextDueMicros() {
        return Long.MAX_VALUE;
    }

    @Override
    public long sequence() {
        return sequence;
    }

    @Override
    public long trimmedSequence() {
        return clients.values().stream()
                .filter(each -> each.isDurable)
                .mapToLong(each -> each.position)
                .min()
                .orElse(0);
    }

    @Override
    public void writeImage(final EventSink sink) {
        int at = sink.claim(64);
        new ImageBeginEncoder()
                .wrapAndApplyHeader(sink.buffer(), at, headerOut)
                .sequence(sequence)
                .timeMicros(0)
                .tradeDay(0);
        sink.commit(MessageHeaderEncoder.ENCODED_LENGTH + ImageBeginEncoder.BLOCK_LENGTH, 0);
        at = sink.claim(64);
        new ImageEndEncoder().wrapAndApplyHeader(sink.buffer(), at, headerOut).sequence(sequence);
        sink.commit(MessageHeaderEncoder.ENCODED_LENGTH + ImageEndEncoder.BLOCK_LENGTH, 0);
    }

    @Override
    public void writeSnapshot(final EventSink sink) {
        int at = sink.claim(8);
        sink.buffer().putLong(at, sequence);
        sink.commit(8, 0);
        for (final Map.Entry<String, Client> each : clients.entrySet()) {
            final Client client = each.getValue();
            at = sink.claim(256);
            sink.buffer().putInt(at, client.id);
            sink.buffer().putInt(at + 4, client.epoch);
            sink.buffer().putLong(at + 8, client.lastNumber);
            sink.buffer().putInt(at + 16, client.isDurable ? 1 : 0);
            sink.buffer().putLong(at + 20, client.position);
            final int nameLength = sink.buffer().putStringAscii(at + 28, each.getKey());
            sink.commit(28 + nameLength, 0);
        }
    }

    @Override
    public void readSnapshot(final DirectBuffer buffer, final int offset, final int length) {
        if (length == 8) {
            sequence = buffer.getLong(offset);
            return;
        }
        final Client client = new Client();
        client.id = buffer.getInt(offset);
        client.epoch = buffer.getInt(offset + 4);
        client.lastNumber = buffer.getLong(offset + 8);
        client.isDurable = buffer.getInt(offset + 16) != 0;
        client.position = buffer.getLong(offset + 20);
        clients.put(buffer.getStringAscii(offset + 28), client);
    }

    @Override
    public void checkInvariants() {
        if (trimmedSequence() > sequence) {
            throw new IllegalStateException("trimmedSequence=" + trimmedSequence() + " sequence=" + sequence);
        }
    }
}
