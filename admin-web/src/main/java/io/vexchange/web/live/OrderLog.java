package io.vexchange.web.live;

import io.vexchange.web.shape.ExecutionShape;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line a report, with the ids that belong together: from the client's own id, by FIX or REST, to the order, the trade and the event.
 * Off unless logger {@code io.vexchange.orders} is at DEBUG.
 */
final class OrderLog {
    private static final Logger LOG = LoggerFactory.getLogger("io.vexchange.orders");

    private OrderLog() {}

    static boolean isOn() {
        return LOG.isDebugEnabled();
    }

    static void write(final ExecutionShape report, final String enteredBy) {
        LOG.atDebug()
                .addKeyValue("eventSequence", report.eventSequence())
                .addKeyValue("orderId", report.orderId())
                .addKeyValue("clOrdId", report.clientOrderId())
                .addKeyValue("enteredBy", enteredBy)
                .addKeyValue("account", report.account())
                .addKeyValue("symbol", report.symbol())
                .addKeyValue("execType", report.execType())
                .addKeyValue("tradeId", report.tradeId())
                .addKeyValue("code", report.code())
                .log("report");
    }
}
