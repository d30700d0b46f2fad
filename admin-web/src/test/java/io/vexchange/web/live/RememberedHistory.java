package io.vexchange.web.live;

import io.vexchange.web.history.AuditFilter;
import io.vexchange.web.history.ExecutionFilter;
import io.vexchange.web.history.History;
import io.vexchange.web.history.HistoryUnavailableException;
import io.vexchange.web.history.IncidentFilter;
import io.vexchange.web.history.LedgerFilter;
import io.vexchange.web.history.OrderFilter;
import io.vexchange.web.history.TradeFilter;
import io.vexchange.web.history.TradedBefore;
import io.vexchange.web.shape.AuditShape;
import io.vexchange.web.shape.CandleShape;
import io.vexchange.web.shape.ExecutionShape;
import io.vexchange.web.shape.IncidentShape;
import io.vexchange.web.shape.LedgerShape;
import io.vexchange.web.shape.OrderShape;
import io.vexchange.web.shape.PositionShape;
import io.vexchange.web.shape.TradeShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A history of orders and executions in memory, fed by the live venue; may be told to be away. */
final class RememberedHistory implements History, AccountListener {
    private final NavigableMap<Long, OrderShape> orders = new ConcurrentSkipListMap<>();
    private final NavigableMap<Long, ExecutionShape> executions = new ConcurrentSkipListMap<>();
    volatile boolean isAway;

    @Override
    public void onReport(final long sequence, final int accountId, final LazyReport report) {
        executions.put(sequence, report.execution());
        final OrderShape order = report.order();
        if (order != null) {
            orders.put(Long.valueOf(order.id()), order);
        }
    }

    @Override
    public void onBalance(final int accountId) {
        // not remembered
    }

    @Override
    public void onGap() {
        // there is none in memory
    }

    private void check() {
        if (isAway) {
            throw new HistoryUnavailableException(false, new IllegalStateException("away"));
        }
    }

    @Override
    public long position() {
        check();
        return executions.isEmpty() ? 0 : executions.lastKey();
    }

    @Override
    public List<OrderShape> orders(final OrderFilter filter, final long beforeId, final int limit) {
        check();
        return orders.headMap(beforeId, false).descendingMap().values().stream()
                .filter(each -> filter.accounts() == null || filter.accounts().contains(each.account()))
                .filter(each -> filter.statuses().isEmpty() || filter.statuses().contains(each.status()))
                .filter(each ->
                        filter.clientOrderId() == null || filter.clientOrderId().equals(each.clientOrderId()))
                .limit(limit)
                .toList();
    }

    @Override
    public OrderShape order(final long id) {
        check();
        return orders.get(id);
    }

    private List<ExecutionShape> matching(final ExecutionFilter filter) {
        check();
        return executions.values().stream()
                .filter(each -> filter.accounts() == null || filter.accounts().contains(each.account()))
                .filter(each ->
                        filter.orderId() == null || filter.orderId().toString().equals(each.orderId()))
                .toList();
    }

    @Override
    public List<ExecutionShape> executions(final ExecutionFilter filter, final long beforeSequence, final int limit) {
        final List<ExecutionShape> found = new ArrayList<>(matching(filter));
        found.sort(Comparator.comparingLong(ExecutionShape::eventSequence).reversed());
        return found.stream()
                .filter(each -> each.eventSequence() < beforeSequence)
                .limit(limit)
                .toList();
    }

    @Override
    public List<ExecutionShape> executionsAfter(final ExecutionFilter filter, final long after, final int limit) {
        return matching(filter).stream()
                .filter(each -> each.eventSequence() > after)
                .limit(limit)
                .toList();
    }

    @Override
    public List<TradeShape> trades(final TradeFilter filter, final long beforeId, final int limit) {
        check();
        return executions.descendingMap().values().stream()
                .filter(each -> each.execType().equals("TRADE") && each.side().equals("BUY"))
                .map(this::trade)
                .limit(limit)
                .toList();
    }

    /** From the reports of both sides. */
    private TradeShape trade(final ExecutionShape buy) {
        final ExecutionShape sell = executions.values().stream()
                .filter(each -> buy.tradeId().equals(each.tradeId())
                        && each.execType().equals("TRADE")
                        && each.side().equals("SELL"))
                .findFirst()
                .orElseThrow();
        final boolean isBusted = executions.values().stream()
                .anyMatch(each ->
                        buy.tradeId().equals(each.tradeId()) && each.execType().equals("TRADE_CANCEL"));
        return new TradeShape(
                buy.tradeId(),
                buy.symbol(),
                buy.lastPrice(),
                buy.lastQuantity(),
                "0.000000",
                "BUY",
                isBusted ? "BUSTED" : "EXECUTED",
                buy.orderId(),
                sell.orderId(),
                buy.account(),
                sell.account(),
                buy.fee(),
                sell.fee(),
                buy.feeAsset(),
                null,
                null,
                null,
                buy.seq(),
                buy.eventSequence(),
                buy.at(),
                buy.at());
    }

    @Override
    public TradeShape trade(final long id) {
        check();
        return null;
    }

    @Override
    public List<LedgerShape> ledger(final LedgerFilter filter, final long sequence, final int line, final int limit) {
        check();
        return List.of();
    }

    @Override
    public List<CandleShape> candles(
            final String symbol, final int seconds, final Long from, final Long to, final int limit) {
        check();
        return List.of();
    }

    @Override
    public List<PositionShape> positions(final String account) {
        check();
        return List.of();
    }

    @Override
    public List<TradedBefore> tradedUpTo(final long sequence) {
        check();
        return List.of();
    }

    @Override
    public List<AuditShape> audit(final AuditFilter filter, final long beforeId, final int limit) {
        check();
        return List.of();
    }

    @Override
    public List<IncidentShape> incidents(final IncidentFilter filter, final long beforeId, final int limit) {
        check();
        return List.of();
    }
}
