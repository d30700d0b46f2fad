package io.vexchange.web.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vexchange.store.query.AuditQuery;
import io.vexchange.store.query.AuditRow;
import io.vexchange.store.query.CandleRow;
import io.vexchange.store.query.ExecutionQuery;
import io.vexchange.store.query.ExecutionRow;
import io.vexchange.store.query.IncidentQuery;
import io.vexchange.store.query.LedgerQuery;
import io.vexchange.store.query.LedgerRow;
import io.vexchange.store.query.OrderQuery;
import io.vexchange.store.query.OrderRow;
import io.vexchange.store.query.Queries;
import io.vexchange.store.query.QueryFailedException;
import io.vexchange.store.query.TradeQuery;
import io.vexchange.store.query.TradeRow;
import io.vexchange.web.json.Times;
import io.vexchange.web.shape.AuditShape;
import io.vexchange.web.shape.CandleShape;
import io.vexchange.web.shape.ExecutionShape;
import io.vexchange.web.shape.IncidentShape;
import io.vexchange.web.shape.LedgerShape;
import io.vexchange.web.shape.OrderShape;
import io.vexchange.web.shape.PositionShape;
import io.vexchange.web.shape.TradeShape;
import java.util.List;
import java.util.function.Supplier;

/** The history on the store's queries. */
public final class StoreHistory implements History {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Queries queries;

    /** @param queries of the store, by connections that only read */
    public StoreHistory(final Queries queries) {
        this.queries = queries;
    }

    private static <T> T guarded(final Supplier<T> query) {
        try {
            return query.get();
        } catch (final QueryFailedException e) {
            throw new HistoryUnavailableException(e.isTimeout(), e);
        }
    }

    @Override
    public long position() {
        return guarded(queries::position);
    }

    @Override
    public List<OrderShape> orders(final OrderFilter it, final long beforeId, final int limit) {
        final OrderQuery query = new OrderQuery(
                it.accounts(),
                it.symbols(),
                it.sides(),
                it.statuses(),
                it.clientOrderId(),
                it.enteredBy(),
                it.fromMicros(),
                it.toMicros());
        return guarded(() -> queries.orders(query, beforeId, limit)).stream()
                .map(StoreHistory::shape)
                .toList();
    }

    @Override
    public OrderShape order(final long id) {
        final OrderRow row = guarded(() -> queries.order(id));
        return row == null ? null : shape(row);
    }

    private static OrderShape shape(final OrderRow it) {
        return new OrderShape(
                it.id(),
                it.clientOrderId(),
                it.account(),
                it.participant(),
                it.symbol(),
                it.side(),
                it.orderType(),
                it.timeInForce(),
                it.price(),
                it.stopPrice(),
                it.workingPrice(),
                it.quantity(),
                it.filledQuantity(),
                it.leavesQuantity(),
                it.canceledQuantity(),
                it.avgPrice(),
                it.displayQuantity(),
                it.minQuantity(),
                it.postOnly(),
                it.pegReference(),
                it.selfTradePrevention(),
                it.expireTime(),
                it.triggered(),
                it.status(),
                it.code(),
                it.text(),
                it.enteredBy(),
                it.createdAt(),
                it.updatedAt(),
                it.eventSequence());
    }

    private static ExecutionQuery query(final ExecutionFilter it) {
        return new ExecutionQuery(
                it.accounts(),
                it.orderId(),
                it.clientOrderId(),
                it.symbols(),
                it.execTypes(),
                it.fromMicros(),
                it.toMicros());
    }

    @Override
    public List<ExecutionShape> executions(final ExecutionFilter filter, final long beforeSequence, final int limit) {
        return guarded(() -> queries.executions(query(filter), beforeSequence, limit)).stream()
                .map(StoreHistory::shape)
                .toList();
    }

    @Override
    public List<ExecutionShape> executionsAfter(
            final ExecutionFilter filter, final long afterSequence, final int limit) {
        return guarded(() -> queries.executionsAfter(query(filter), afterSequence, limit)).stream()
                .map(StoreHistory::shape)
                .toList();
    }

    private static ExecutionShape shape(final ExecutionRow it) {
        return new ExecutionShape(
                it.id(),
                it.eventSequence(),
                it.orderId(),
                it.clientOrderId(),
                it.origClientOrderId(),
                it.account(),
                it.symbol(),
                it.side(),
                it.execType(),
                it.orderStatus(),
                it.quantity(),
                it.price(),
                it.lastPrice(),
                it.lastQuantity(),
                it.leavesQuantity(),
                it.filledQuantity(),
                it.avgPrice(),
                it.tradeId(),
                it.liquidity(),
                it.fee(),
                it.feeAsset(),
                it.refExecutionId(),
                it.code(),
                it.text(),
                it.seq(),
                it.at());
    }

    @Override
    public List<TradeShape> trades(final TradeFilter it, final long beforeId, final int limit) {
        final TradeQuery query = new TradeQuery(
                it.accounts(), it.orderId(), it.symbols(), it.statuses(), it.fromMicros(), it.toMicros());
        return guarded(() -> queries.trades(query, beforeId, limit)).stream()
                .map(StoreHistory::shape)
                .toList();
    }

    @Override
    public TradeShape trade(final long id) {
        final TradeRow row = guarded(() -> queries.trade(id));
        return row == null ? null : shape(row);
    }

    private static TradeShape shape(final TradeRow it) {
        return new TradeShape(
                it.id(),
                it.symbol(),
                it.price(),
                it.quantity(),
                it.value(),
                it.aggressorSide(),
                it.status(),
                it.buyOrderId(),
                it.sellOrderId(),
                it.buyAccount(),
                it.sellAccount(),
                it.buyFee(),
                it.sellFee(),
                it.feeAsset(),
                it.originalPrice(),
                it.originalQuantity(),
                it.reason(),
                it.seq(),
                it.eventSequence(),
                it.executedAt(),
                it.updatedAt());
    }

    @Override
    public List<LedgerShape> ledger(
            final LedgerFilter it, final long beforeSequence, final int beforeLine, final int limit) {
        final LedgerQuery query =
                new LedgerQuery(it.account(), it.assets(), it.types(), it.fromMicros(), it.toMicros());
        return guarded(() -> queries.ledger(query, beforeSequence, beforeLine, limit)).stream()
                .map(StoreHistory::shape)
                .toList();
    }

    private static LedgerShape shape(final LedgerRow it) {
        return new LedgerShape(
                it.id(),
                it.eventSequence(),
                it.account(),
                it.asset(),
                it.type(),
                it.change(),
                it.balanceAfter(),
                it.counterAccount(),
                it.orderId(),
                it.tradeId(),
                it.reference(),
                it.reason(),
                it.actor(),
                it.at());
    }

    @Override
    public List<CandleShape> candles(
            final String symbol,
            final int intervalSeconds,
            final Long fromMicros,
            final Long toMicros,
            final int limit) {
        return guarded(() -> queries.candles(symbol, intervalSeconds, fromMicros, toMicros, limit, Times.nowMicros()))
                .stream()
                .map(StoreHistory::shape)
                .toList();
    }

    private static CandleShape shape(final CandleRow it) {
        return new CandleShape(
                it.start(),
                it.open(),
                it.high(),
                it.low(),
                it.close(),
                it.volume(),
                it.value(),
                it.trades(),
                it.closed());
    }

    @Override
    public List<PositionShape> positions(final String account) {
        return guarded(() -> queries.positions(account)).stream()
                .map(it -> new PositionShape(
                        it.account(),
                        it.symbol(),
                        it.netQuantity(),
                        it.boughtQuantity(),
                        it.soldQuantity(),
                        it.averagePrice(),
                        null,
                        null))
                .toList();
    }

    @Override
    public List<AuditShape> audit(final AuditFilter it, final long beforeId, final int limit) {
        final AuditQuery query =
                new AuditQuery(it.actors(), it.actions(), it.target(), it.results(), it.fromMicros(), it.toMicros());
        return guarded(() -> queries.audit(query, beforeId, limit)).stream()
                .map(StoreHistory::shape)
                .toList();
    }

    private static AuditShape shape(final AuditRow it) {
        return new AuditShape(
                it.id(),
                it.at(),
                it.actor(),
                it.role(),
                it.source(),
                it.channel(),
                it.action(),
                it.target(),
                json(it.request()),
                it.result(),
                it.code(),
                it.reason(),
                it.requestId());
    }

    private static Object json(final String text) {
        try {
            return text == null ? null : JSON.readTree(text);
        } catch (final JsonProcessingException e) {
            return text;
        }
    }

    @Override
    public List<IncidentShape> incidents(final IncidentFilter it, final long beforeId, final int limit) {
        final IncidentQuery query = new IncidentQuery(it.severities(), it.codes(), it.fromMicros(), it.toMicros());
        return guarded(() -> queries.incidents(query, beforeId, limit)).stream()
                .map(row -> new IncidentShape(row.id(), row.at(), row.severity(), row.code(), row.text(), row.member()))
                .toList();
    }
}
