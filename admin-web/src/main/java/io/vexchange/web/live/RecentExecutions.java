package io.vexchange.web.live;

import io.vexchange.engine.client.OrderReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The newest reports of all orders, so that what has just happened is readable without PostgreSQL. Bounded; kept as bytes and decoded when
 * asked for. Threads: any.
 */
final class RecentExecutions {
    static final int KEPT = 20_000;

    private final ArrayDeque<Report> reports = new ArrayDeque<>();
    private final Map<Long, List<Report>> byOrder = new HashMap<>();

    /** A report as bytes. */
    static final class Report {
        final long sequence;
        final long orderId;
        final int accountId;
        private final byte[] bytes;

        Report(final long sequence, final long orderId, final int accountId, final byte[] bytes) {
            this.sequence = sequence;
            this.orderId = orderId;
            this.accountId = accountId;
            this.bytes = bytes;
        }

        OrderReport decode() {
            return OrderReport.decode(new UnsafeBuffer(bytes), 0);
        }
    }

    synchronized Report add(
            final long sequence,
            final long orderId,
            final int accountId,
            final DirectBuffer buffer,
            final int offset,
            final int length) {
        final byte[] bytes = new byte[length];
        buffer.getBytes(offset, bytes);
        final Report report = new Report(sequence, orderId, accountId, bytes);
        reports.add(report);
        byOrder.computeIfAbsent(orderId, id -> new ArrayList<>(2)).add(report);
        if (reports.size() > KEPT) {
            final Report oldest = reports.remove();
            final List<Report> same = byOrder.get(oldest.orderId);
            same.remove(0);
            if (same.isEmpty()) {
                byOrder.remove(oldest.orderId);
            }
        }
        return report;
    }

    /** After an image what was kept may have a gap. */
    synchronized void clear() {
        reports.clear();
        byOrder.clear();
    }

    /** @return the order's reports that are kept, oldest first */
    synchronized List<Report> ofOrder(final long orderId) {
        return List.copyOf(byOrder.getOrDefault(orderId, List.of()));
    }

    /** @return all reports after the sequence, oldest first; null when some of them are not kept */
    synchronized List<Report> after(final long sequence, final long beganAfter) {
        final Report oldest = reports.peek();
        final boolean isWhole = reports.size() < KEPT ? sequence >= beganAfter : sequence >= oldest.sequence - 1;
        if (!isWhole) {
            return null;
        }
        final List<Report> found = new ArrayList<>();
        for (final Report report : reports) {
            if (report.sequence > sequence) {
                found.add(report);
            }
        }
        return found;
    }
}
