package io.vexchange.web.live;

import io.vexchange.engine.client.Outcome;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import java.nio.ByteOrder;
import org.agrona.concurrent.UnsafeBuffer;

/** Refusals of the engine as problems. */
final class Refusals {
    private static final int BUSY_SECONDS = 5;

    private Refusals() {}

    /**
     * @param outcome of a command
     * @param detail the values behind a refusal
     * @throws ProblemException when it was not taken
     */
    static void check(final Outcome outcome, final String detail) {
        if (outcome.code() != Code.NONE && outcome.code() != Code.ALREADY_APPLIED) {
            throw of(outcome.code(), detail, null);
        }
    }

    static ProblemException of(final Code code, final String detail, final Object order) {
        if (code.httpStatus() == 503 || code.httpStatus() == 429) {
            return ProblemException.ofRetry(
                    Problems.ofRefusal(code), detail, code.httpStatus() == 429 ? 1 : BUSY_SECONDS);
        }
        return ProblemException.ofOrder(Problems.ofRefusal(code), detail, order);
    }

    /** @return the template of an item of an outcome */
    static int template(final byte[] item) {
        return new UnsafeBuffer(item).getShort(MessageHeaderDecoder.templateIdEncodingOffset(), ByteOrder.LITTLE_ENDIAN)
                & 0xFFFF;
    }
}
