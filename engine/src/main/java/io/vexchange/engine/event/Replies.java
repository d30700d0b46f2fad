package io.vexchange.engine.event;

import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.AppliedEncoder;
import io.vexchange.engine.protocol.HelloReplyEncoder;

/** Answers to clients: what ended, and who they are. No events. */
public final class Replies {
    private final EventLog log;
    private final AppliedEncoder applied = new AppliedEncoder();
    private final HelloReplyEncoder hello = new HelloReplyEncoder();

    public Replies(final EventLog log) {
        this.log = log;
    }

    /** The end of an entry; client 0: nobody's. */
    public void applied(final int clientId, final int epoch, final long number, final Code code, final long resultId) {
        final int offset = log.claim(AppliedEncoder.BLOCK_LENGTH);
        applied.wrapAndApplyHeader(log.buffer(), offset, log.header())
                .clientId(clientId)
                .epoch(epoch)
                .number(number)
                .code(code.number())
                .resultId(resultId)
                .sequence(log.sequence())
                .timeMicros(log.timeMicros);
        log.commitReply(applied.encodedLength());
    }

    /** The answer to a Hello. */
    public void hello(
            final int clientId,
            final int epoch,
            final long lastNumber,
            final Code code,
            final long durablePosition,
            final LogIdentity identity,
            final byte[] name) {
        final int offset = log.claim(HelloReplyEncoder.BLOCK_LENGTH + Short.BYTES + name.length);
        hello.wrapAndApplyHeader(log.buffer(), offset, log.header())
                .clientId(clientId)
                .epoch(epoch)
                .lastNumber(lastNumber)
                .code(code.number())
                .sequence(log.sequence())
                .trimmedSequence(log.trimmedSequence())
                .durablePosition(durablePosition)
                .logIdHigh(identity.high)
                .logIdLow(identity.low)
                .behaviourVersion(identity.behaviourVersion)
                .putName(name, 0, name.length);
        log.commitReply(hello.encodedLength());
    }
}
