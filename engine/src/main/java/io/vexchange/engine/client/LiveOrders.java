package io.vexchange.engine.client;

import io.vexchange.engine.protocol.ExecutionReportDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.collections.Hashing;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.collections.Long2ObjectHashMap;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Open orders by id and by account. Each is kept as its last report's bytes, which are never changed, so that a reader decodes them
 * outside the lock.
 */
final class LiveOrders {
    /** An order's last report, and where the book has put it since. */
    static final class Stored {
        final long orderId;
        final int accountId;
        private final byte[] report;
        private final long workingPriceTicks;
        private final long visibleLots;
        private final long entryId;

        Stored(
                final long orderId,
                final int accountId,
                final byte[] report,
                final long workingPriceTicks,
                final long visibleLots,
                final long entryId) {
            this.orderId = orderId;
            this.accountId = accountId;
            this.report = report;
            this.workingPriceTicks = workingPriceTicks;
            this.visibleLots = visibleLots;
            this.entryId = entryId;
        }

        OrderReport decode() {
            final ExecutionReportDecoder decoder = new ExecutionReportDecoder();
            decoder.wrapAndApplyHeader(new UnsafeBuffer(report), 0, new MessageHeaderDecoder());
            return OrderReport.decode(decoder, workingPriceTicks, visibleLots);
        }
    }

    private static final int CAPACITY = 8;

    private final Long2ObjectHashMap<Stored> byId = map();
    private final Int2ObjectHashMap<Long2ObjectHashMap<Stored>> byAccount = new Int2ObjectHashMap<>();

    /** Many read at once: an iterator that the map keeps for the next caller would be shared by them. */
    private static Long2ObjectHashMap<Stored> map() {
        return new Long2ObjectHashMap<>(CAPACITY, Hashing.DEFAULT_LOAD_FACTOR, false);
    }

    void put(final ExecutionReportDecoder it, final DirectBuffer buffer, final int offset, final int length) {
        final byte[] report = new byte[length];
        buffer.getBytes(offset, report);
        final Stored before = byId.get(it.orderId());
        put(new Stored(
                it.orderId(),
                it.accountId(),
                report,
                it.workingPriceTicks(),
                it.visibleLots(),
                before == null ? 0 : before.entryId));
    }

    private void put(final Stored order) {
        byId.put(order.orderId, order);
        byAccount.computeIfAbsent(order.accountId, id -> map()).put(order.orderId, order);
    }

    void remove(final long orderId) {
        final Stored order = byId.remove(orderId);
        if (order != null) {
            final Long2ObjectHashMap<Stored> ofAccount = byAccount.get(order.accountId);
            ofAccount.remove(orderId);
            if (ofAccount.isEmpty()) {
                byAccount.remove(order.accountId);
            }
        }
    }

    /** Pegs move and icebergs refill without a report: the book tells it. */
    void onShown(final long orderId, final long entryId, final long priceTicks, final long lots) {
        final Stored order = byId.get(orderId);
        if (order != null
                && (order.workingPriceTicks != priceTicks || order.visibleLots != lots || order.entryId != entryId)) {
            put(new Stored(orderId, order.accountId, order.report, priceTicks, lots, entryId));
        }
    }

    void onHidden(final long orderId, final long entryId) {
        final Stored order = byId.get(orderId);
        if (order != null && order.entryId == entryId) {
            put(new Stored(orderId, order.accountId, order.report, Decimals.ABSENT, 0, 0));
        }
    }

    Stored get(final long orderId) {
        return byId.get(orderId);
    }

    int size() {
        return byId.size();
    }

    List<Stored> all() {
        return sorted(new ArrayList<>(byId.values()));
    }

    List<Stored> ofAccount(final int accountId) {
        final Long2ObjectHashMap<Stored> orders = byAccount.get(accountId);
        return orders == null ? List.of() : sorted(new ArrayList<>(orders.values()));
    }

    private static List<Stored> sorted(final List<Stored> orders) {
        orders.sort(Comparator.comparingLong(each -> each.orderId));
        return orders;
    }
}
