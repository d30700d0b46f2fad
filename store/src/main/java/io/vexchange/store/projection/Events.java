package io.vexchange.store.projection;

import io.vexchange.engine.protocol.ExecutionReportDecoder;
import io.vexchange.engine.protocol.KillSwitchChangedDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/** Which messages are numbered events (or, with sequence 0, records and answers): the protocol keeps their ids together. */
final class Events {
    private Events() {}

    static boolean isEvent(final int templateId) {
        return templateId >= ExecutionReportDecoder.TEMPLATE_ID && templateId < 200;
    }

    static int templateId(final DirectBuffer buffer, final int offset) {
        return buffer.getShort(offset + MessageHeaderDecoder.templateIdEncodingOffset(), ByteOrder.LITTLE_ENDIAN)
                & 0xFFFF;
    }

    static {
        if (!isEvent(KillSwitchChangedDecoder.TEMPLATE_ID)) {
            throw new IllegalStateException("events have other ids");
        }
    }
}
