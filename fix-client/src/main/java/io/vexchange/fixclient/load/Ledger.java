package io.vexchange.fixclient.load;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** Every order of a session and what it was told. The sender adds, the reader looks up. */
final class Ledger {
    private final String session;
    private final String prefix;
    private final ConcurrentHashMap<Long, LedgerOrder> byNumber = new ConcurrentHashMap<>();
    private final List<LedgerOrder> orders = new ArrayList<>();

    Ledger(final String session, final String prefix) {
        this.session = session;
        this.prefix = prefix;
    }

    /** Takes note of a request before it is sent. */
    void sending(final RequestKind kind, final long number, final long about) {
        final String id = prefix + String.format("%0" + RequestWriter.NUMBER_DIGITS + "d", number);
        LedgerOrder order = byNumber.get(about);
        if (kind.isOrder() || order == null) {
            order = new LedgerOrder(kind, id);
            orders.add(order);
        } else {
            order.requested(kind, id);
        }
        byNumber.put(number, order);
    }

    /** Takes an ExecutionReport down under the number its ClOrdID has. */
    void told(final long number, final FixView report) {
        final LedgerOrder order = byNumber.get(number);
        if (order != null) {
            order.told(report);
            order.answered(report.text(11), "8");
        }
    }

    /** Takes a refused replace or cancel down. */
    void refused(final long number, final FixView message) {
        final LedgerOrder order = byNumber.get(number);
        final String id = message.text(11);
        if (order != null && id != null) {
            order.answered(id, message.text(35));
        }
    }

    /** All orders; to be read when nothing is sent or received any more. */
    List<LedgerOrder> orders() {
        return orders;
    }

    /** One JSON object a line. */
    void write(final Writer out) throws IOException {
        for (final LedgerOrder order : orders) {
            out.write(order.json(session));
            out.write('\n');
        }
    }
}
