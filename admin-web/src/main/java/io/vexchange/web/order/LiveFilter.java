package io.vexchange.web.order;

import io.vexchange.web.history.OrderFilter;
import io.vexchange.web.json.Times;
import io.vexchange.web.shape.OrderShape;
import java.util.List;

/** The filters of the order list, applied to live orders. */
final class LiveFilter {
    private static final List<String> ENDED = List.of("FILLED", "CANCELED", "REJECTED", "EXPIRED");

    private LiveFilter() {}

    static boolean takes(final OrderFilter filter, final OrderShape order) {
        return (filter.symbols().isEmpty() || filter.symbols().contains(order.symbol()))
                && (filter.sides().isEmpty() || filter.sides().contains(order.side()))
                && (filter.statuses().isEmpty() || filter.statuses().contains(order.status()))
                && (filter.clientOrderId() == null || filter.clientOrderId().equals(order.clientOrderId()))
                && (filter.enteredBy() == null || filter.enteredBy().equals(order.enteredBy()))
                && (filter.fromMicros() == null || Times.micros(order.createdAt()) >= filter.fromMicros())
                && (filter.toMicros() == null || Times.micros(order.createdAt()) < filter.toMicros());
    }

    /** @return the filter, for ended orders only */
    static OrderFilter ended(final OrderFilter filter) {
        return new OrderFilter(
                filter.accounts(),
                filter.symbols(),
                filter.sides(),
                ENDED,
                filter.clientOrderId(),
                filter.enteredBy(),
                filter.fromMicros(),
                filter.toMicros());
    }
}
