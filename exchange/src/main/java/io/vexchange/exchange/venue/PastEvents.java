package io.vexchange.exchange.venue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vexchange.store.query.AuditQuery;
import io.vexchange.store.query.AuditRow;
import io.vexchange.store.query.CandleRow;
import io.vexchange.store.query.ExecutionQuery;
import io.vexchange.store.query.ExecutionRow;
import io.vexchange.store.query.IncidentQuery;
import io.vexchange.store.query.IncidentRow;
import io.vexchange.store.query.LedgerQuery;
import io.vexchange.store.query.LedgerRow;
import io.vexchange.store.query.OrderQuery;
import io.vexchange.store.query.OrderRow;
import io.vexchange.store.query.PositionRow;
import io.vexchange.store.query.Queries;
import io.vexchange.store.query.QueryFailedException;
import io.vexchange.store.query.TradeQuery;
import io.vexchange.store.query.TradeRow;
import io.vexchange.web.history.AuditFilter;
import io.vexchange.web.history.ExecutionFilter;
import io.vexchange.web.history.History;
import io.vexchange.web.history.HistoryUnavailableException;
import io.vexchange.web.history.IncidentFilter;
import io.vexchange.web.history.LedgerFilter;
import io.vexchange.web.history.OrderFilter;
import io.vexchange.web.history.TradeFilter;
import io.vexchange.web.history.TradedBefore;
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
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The tables, as the web server reads them. Threads: any. */
final class PastEvents implements History {
    private static final String NOTHING = "0";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Queries queries;

    PastEvents(final DataSource reader) {
        queries = new Queries(reader);
    }

    private static <T> T ask(final Supplier<T> question) {
        try {
            return question.get();
        } catch (final QueryFailedException e) {
            throw new HistoryUnavailableException(e.isTimeout(), e);
        }
    }

    private static <R, S> List<S> all(final Supplier<List<R>> question, final Function<R, S> shape) {
        return ask(question).stream().map(shape).toList();
    }

    private static <R, S> S one(final Supplier<R> question, final Function<R, S> shape) {
        final R row = ask(question);
        return row == null ? null : shape.apply(row);
    }

    @Override
    public long position() {
        return ask(queries::position);
    }

    @Override
    public List<OrderShape> orders(final OrderFilter filter, final long beforeId, final int limit) {
        final OrderQuery query = new OrderQuery(
                filter.accounts(),
                filter.symbols(),
                filter.sides(),
                filter.statuses(),
                filter.clientOrderId(),
                filter.enteredBy(),
                filter.fromMicros(),
                filter.toMicros());
        return all(() -> queries.orders(query, beforeId, limit), PastEvents::order);
    }

    @Override
    public OrderShape order(final long id) {
        return one(() -> queries.order(id), PastEvents::order);
    }

    @Override
    public List<ExecutionShape> executions(final ExecutionFilter filter, final long beforeSequence, final int limit) {
        return all(() -> queries.executions(query(filter), beforeSequence, limit), PastEvents::execution);
    }

    @Override
    public List<ExecutionShape> executionsAfter(
            final ExecutionFilter filter, final long afterSequence, final int limit) {
        return all(() -> queries.executionsAfter(query(filter), afterSequence, limit), PastEvents::execution);
    }

    private static ExecutionQuery query(final ExecutionFilter filter) {
        return new ExecutionQuery(
                filter.accounts(),
                filter.orderId(),
                filter.clientOrderId(),
                filter.symbols(),
                filter.execTypes(),
                filter.fromMicros(),
                filter.toMicros());
    }

    @Override
    public List<TradeShape> trades(final TradeFilter filter, final long beforeId, final int limit) {
        final TradeQuery query = new TradeQuery(
                filter.accounts(),
                filter.orderId(),
                filter.symbols(),
                filter.statuses(),
                filter.fromMicros(),
                filter.toMicros());
        return all(() -> queries.trades(query, beforeId, limit), PastEvents::trade);
    }

    @Override
    public TradeShape trade(final long id) {
        return one(() -> queries.trade(id), PastEvents::trade);
    }

    @Override
    public List<LedgerShape> ledger(
            final LedgerFilter filter, final long beforeSequence, final int beforeLine, final int limit) {
        final LedgerQuery query = new LedgerQuery(
                filter.account(), filter.assets(), filter.types(), filter.fromMicros(), filter.toMicros());
        return all(() -> queries.ledger(query, beforeSequence, beforeLine, limit), PastEvents::entry);
    }

    @Override
    public List<CandleShape> candles(
            final String symbol,
            final int intervalSeconds,
            final Long fromMicros,
            final Long toMicros,
            final int limit) {
        return all(
                () -> queries.candles(symbol, intervalSeconds, fromMicros, toMicros, limit, Times.nowMicros()),
                PastEvents::candle);
    }

    @Override
    public List<PositionShape> positions(final String account) {
        return all(() -> queries.positions(account), PastEvents::position);
    }

    @Override
    public List<TradedBefore> tradedUpTo(final long sequence) {
        return all(
                () -> queries.tradedUpTo(sequence),
                it -> new TradedBefore(it.account(), it.symbol(), it.bought(), it.sold(), it.paid(), it.received()));
    }

    @Override
    public List<AuditShape> audit(final AuditFilter filter, final long beforeId, final int limit) {
        final AuditQuery query = new AuditQuery(
                filter.actors(),
                filter.actions(),
                filter.target(),
                filter.results(),
                filter.fromMicros(),
                filter.toMicros());
        return all(() -> queries.audit(query, beforeId, limit), PastEvents::audit);
    }

    @Override
    public List<IncidentShape> incidents(final IncidentFilter filter, final long beforeId, final int limit) {
        final IncidentQuery query =
                new IncidentQuery(filter.severities(), filter.codes(), filter.fromMicros(), filter.toMicros());
        return all(() -> queries.incidents(query, beforeId, limit), PastEvents::incident);
    }

    private static JsonNode json(final String text) {
        try {
            return text == null ? null : JSON.readTree(text);
        } catch (final JsonProcessingException e) {
            throw new IllegalStateException("a jsonb column holds no JSON", e);
        }
    }

    private static OrderShape order(final OrderRow it) {
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

    private static ExecutionShape execution(final ExecutionRow it) {
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

    private static TradeShape trade(final TradeRow it) {
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

    private static LedgerShape entry(final LedgerRow it) {
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

    private static CandleShape candle(final CandleRow it) {
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

    private static PositionShape position(final PositionRow it) {
        return new PositionShape(
                it.account(),
                it.symbol(),
                it.netQuantity(),
                it.boughtQuantity(),
                it.soldQuantity(),
                it.averagePrice(),
                NOTHING,
                NOTHING);
    }

    private static AuditShape audit(final AuditRow it) {
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

    private static IncidentShape incident(final IncidentRow it) {
        return new IncidentShape(it.id(), it.at(), it.severity(), it.code(), it.text(), it.member());
    }
}
