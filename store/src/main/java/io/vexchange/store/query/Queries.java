package io.vexchange.store.query;

import static io.vexchange.store.query.Texts.anyOf;
import static io.vexchange.store.query.Texts.between;
import static io.vexchange.store.query.Texts.column;
import static io.vexchange.store.query.Texts.decimal;
import static io.vexchange.store.query.Texts.equal;
import static io.vexchange.store.query.Texts.id;
import static io.vexchange.store.query.Texts.number;
import static io.vexchange.store.query.Texts.text;
import static io.vexchange.store.query.Texts.time;
import static io.vexchange.store.query.Texts.word;

import io.vexchange.store.Migrations;
import io.vexchange.store.SqlFailures;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Queries of the history. Pages are cut by key, so none is skipped or repeated while rows arrive. Every call throws
 * {@link QueryFailedException} when the database does not answer. Threads: any; calls block.
 */
public final class Queries {
    private static final long MICROS = 1_000_000;
    private static final int MOST_MERGED = 32;

    private final DSLContext dsl;

    /** @param reader connections of the role that only reads; not closed here */
    public Queries(final DataSource reader) {
        dsl = DSL.using(reader, SQLDialect.POSTGRES);
    }

    /** @return the newest event the tables show */
    public long position() {
        return guarded(() -> dsl.select(number("last_event_sequence"))
                .from(table("projection"))
                .fetchSingle(number("last_event_sequence")));
    }

    /**
     * @param query which
     * @param beforeId orders with a smaller id
     * @param limit at most
     * @return orders by descending id
     */
    public List<OrderRow> orders(final OrderQuery query, final long beforeId, final int limit) {
        return guarded(() -> merged(
                "orders",
                List.of("account"),
                query.accounts(),
                number("id")
                        .lt(beforeId)
                        .and(anyOf("symbol", query.symbols()))
                        .and(anyOf("side", query.sides()))
                        .and(anyOf("status", query.statuses()))
                        .and(equal("entered_by", query.enteredBy()))
                        .and(hasBorne("id", query.accounts(), query.clientOrderId()))
                        .and(within("orders", "id", "created_at", query.fromMicros(), query.toMicros())),
                List.of(column("id").desc()),
                limit,
                Queries::order));
    }

    /** Orders that bear the id now, or that a replace took it from or gave it to; looked up first, for they are few. */
    private Condition hasBorne(final String key, final List<String> accounts, final String clientOrderId) {
        if (clientOrderId == null) {
            return DSL.noCondition();
        }
        final Condition mine = accounts == null
                ? word("account").in(DSL.select(word("id")).from(table("accounts")))
                : word("account").in(accounts);
        return number(key)
                .in(dsl.select(number("id"))
                        .from(table("orders"))
                        .where(mine.and(word("client_order_id").eq(clientOrderId)))
                        .union(DSL.select(number("order_id"))
                                .from(table("executions"))
                                .where(mine.and(word("exec_type").eq("REPLACED"))
                                        .and(word("client_order_id").eq(clientOrderId))))
                        .union(DSL.select(number("order_id"))
                                .from(table("executions"))
                                .where(mine.and(word("exec_type").eq("REPLACED"))
                                        .and(word("orig_client_order_id").eq(clientOrderId))))
                        .fetch(number("id")));
    }

    /** Rows of some times, by their keys. */
    private Condition within(
            final String table, final String key, final String time, final Long fromMicros, final Long toMicros) {
        final TimeBounds bounds = new TimeBounds(dsl, table, key, time);
        Condition condition = DSL.noCondition();
        if (fromMicros != null) {
            condition = condition.and(number(key).ge(bounds.firstAt(time(fromMicros))));
        }
        if (toMicros != null) {
            condition = condition.and(number(key).lt(bounds.firstAt(time(toMicros))));
        }
        return condition;
    }

    /**
     * @param orderId of an order
     * @return it, or null
     */
    public OrderRow order(final long orderId) {
        return single("orders", number("id").eq(orderId), Queries::order);
    }

    /**
     * @param query which
     * @param beforeSequence reports of earlier events
     * @param limit at most
     * @return reports by descending event
     */
    public List<ExecutionRow> executions(final ExecutionQuery query, final long beforeSequence, final int limit) {
        return executions(
                query,
                number("event_sequence").lt(beforeSequence),
                column("event_sequence").desc(),
                limit);
    }

    /**
     * @param query which
     * @param afterSequence reports of later events
     * @param limit at most
     * @return reports by ascending event
     */
    public List<ExecutionRow> executionsAfter(final ExecutionQuery query, final long afterSequence, final int limit) {
        return executions(
                query,
                number("event_sequence").gt(afterSequence),
                column("event_sequence").asc(),
                limit);
    }

    private List<ExecutionRow> executions(
            final ExecutionQuery query, final Condition page, final SortField<Object> order, final int limit) {
        return guarded(() -> merged(
                "executions",
                List.of("account"),
                query.accounts(),
                page.and(equal("order_id", query.orderId()))
                        .and(hasBorne("order_id", query.accounts(), query.clientOrderId()))
                        .and(equal("client_order_id", query.clientOrderId()))
                        .and(anyOf("symbol", query.symbols()))
                        .and(anyOf("exec_type", query.execTypes()))
                        .and(within("executions", "event_sequence", "at", query.fromMicros(), query.toMicros())),
                List.of(order),
                limit,
                Queries::execution));
    }

    /**
     * @param query which
     * @param beforeId trades with a smaller id
     * @param limit at most
     * @return trades by descending id
     */
    public List<TradeRow> trades(final TradeQuery query, final long beforeId, final int limit) {
        return guarded(() -> merged(
                "trades",
                List.of("buy_account", "sell_account"),
                query.accounts(),
                number("id")
                        .lt(beforeId)
                        .and(equal("buy_order_id", query.orderId()).or(equal("sell_order_id", query.orderId())))
                        .and(anyOf("symbol", query.symbols()))
                        .and(anyOf("status", query.statuses()))
                        .and(within("trades", "id", "executed_at", query.fromMicros(), query.toMicros())),
                List.of(column("id").desc()),
                limit,
                Queries::trade));
    }

    /**
     * @param tradeId of a trade
     * @return it, or null
     */
    public TradeRow trade(final long tradeId) {
        return single("trades", number("id").eq(tradeId), Queries::trade);
    }

    /**
     * @param query which
     * @param limit at most
     * @return sides of trades as they stand now, by ascending report
     */
    public List<FillRow> fills(final FillQuery query, final int limit) {
        return guarded(() -> Fills.select(dsl, query, limit));
    }

    /**
     * @param query which
     * @param beforeSequence entries of earlier events, or of this one and an earlier line
     * @param beforeLine line within that event, {@link Integer#MAX_VALUE} for all
     * @param limit at most
     * @return entries by descending event and line
     */
    public List<LedgerRow> ledger(
            final LedgerQuery query, final long beforeSequence, final int beforeLine, final int limit) {
        final String account = query.account();
        return guarded(() -> merged(
                "ledger_entries",
                List.of("debit_account", "credit_account"),
                List.of(account),
                DSL.row(number("event_sequence"), number("line"))
                        .lt(beforeSequence, (long) beforeLine)
                        .and(anyOf("asset", query.assets()))
                        .and(anyOf("type", query.types()))
                        .and(within("ledger_entries", "event_sequence", "at", query.fromMicros(), query.toMicros())),
                List.of(column("event_sequence").desc(), column("line").desc()),
                limit,
                row -> ledgerEntry(row, account)));
    }

    /**
     * @param symbol of an instrument
     * @param intervalSeconds length of a candle
     * @param fromMicros first start, inclusive; null for the newest
     * @param toMicros last start, exclusive; null for now
     * @param limit at most
     * @param nowMicros which candle still runs
     * @return candles, oldest first; without a lower bound the newest {@code limit} of them
     */
    public List<CandleRow> candles(
            final String symbol,
            final int intervalSeconds,
            final Long fromMicros,
            final Long toMicros,
            final int limit,
            final long nowMicros) {
        final boolean isNewest = fromMicros == null;
        final String order = isNewest ? "desc" : "asc";
        final Condition within = word("symbol")
                .eq(symbol)
                .and(word("status").ne("BUSTED"))
                .and(between("executed_at", fromMicros, toMicros));
        final List<CandleRow> candles = guarded(() -> dsl.fetch(
                        "select date_bin({0}, executed_at, timestamptz 'epoch') as start,"
                                + " (array_agg(price order by id))[1] as open, max(price) as high, min(price) as low,"
                                + " (array_agg(price order by id desc))[1] as close, sum(quantity) as volume,"
                                + " sum(value) as value, count(*)::int as trades"
                                + " from exchange.trades where {1} group by 1 order by 1 " + order + " limit {2}",
                        DSL.field("make_interval(secs => {0})", DSL.val(intervalSeconds)),
                        within,
                        DSL.val(limit))
                .map(row -> candle(row, intervalSeconds, nowMicros)));
        final List<CandleRow> oldestFirst = new ArrayList<>(candles);
        if (isNewest) {
            Collections.reverse(oldestFirst);
        }
        return oldestFirst;
    }

    /**
     * @param account name of an account
     * @return what it has bought and sold, by symbol
     */
    public List<PositionRow> positions(final String account) {
        return guarded(() -> dsl.fetch(
                        "select symbol, bought, sold, bought - sold as net, case when bought > sold and bought > 0"
                                + " then round(paid / bought, 6) when sold > 0 then round(received / sold, 6)"
                                + " when bought > 0 then round(paid / bought, 6) end as average from (select symbol,"
                                + " coalesce(sum(quantity) filter (where buy_account = {0}), 0) as bought,"
                                + " coalesce(sum(quantity) filter (where sell_account = {0}), 0) as sold,"
                                + " coalesce(sum(value) filter (where buy_account = {0}), 0) as paid,"
                                + " coalesce(sum(value) filter (where sell_account = {0}), 0) as received"
                                + " from exchange.trades where status <> 'BUSTED'"
                                + " and (buy_account = {0} or sell_account = {0}) group by symbol) t order by symbol",
                        DSL.val(account))
                .map(row -> new PositionRow(
                        account,
                        text(row, "symbol"),
                        decimal(row, "net"),
                        decimal(row, "bought"),
                        decimal(row, "sold"),
                        decimal(row, "average"))));
    }

    /**
     * @param sequence of an event
     * @return what all accounts had bought and sold up to it, by account and symbol
     */
    public List<TradedRow> tradedUpTo(final long sequence) {
        return guarded(() -> dsl.fetch(
                        "select account, symbol, sum(bought) as bought, sum(sold) as sold, sum(paid) as paid,"
                                + " sum(received) as received from (select buy_account as account, symbol, sum(quantity)"
                                + " as bought, 0 as sold, sum(value) as paid, 0 as received from exchange.trades"
                                + " where status <> 'BUSTED' and event_sequence <= {0} group by 1, 2 union all"
                                + " select sell_account, symbol, 0, sum(quantity), 0, sum(value) from exchange.trades"
                                + " where status <> 'BUSTED' and event_sequence <= {0} group by 1, 2) t group by 1, 2",
                        DSL.val(sequence))
                .map(row -> new TradedRow(
                        text(row, "account"),
                        text(row, "symbol"),
                        row.get("bought", BigDecimal.class),
                        row.get("sold", BigDecimal.class),
                        row.get("paid", BigDecimal.class),
                        row.get("received", BigDecimal.class))));
    }

    /**
     * @param query which
     * @param beforeId rows of earlier events
     * @param limit at most
     * @return audit rows by descending event
     */
    public List<AuditRow> audit(final AuditQuery query, final long beforeId, final int limit) {
        return page(
                "logs",
                word("kind")
                        .eq("AUDIT")
                        .and(number("event_sequence").lt(beforeId))
                        .and(anyOf("actor", query.actors()))
                        .and(anyOf("action", query.actions()))
                        .and(equal("target", query.target()))
                        .and(anyOf("result", query.results()))
                        .and(between("at", query.fromMicros(), query.toMicros())),
                List.of(column("event_sequence").desc()),
                limit,
                Queries::auditRow);
    }

    /**
     * @param query which
     * @param beforeId rows of earlier events
     * @param limit at most
     * @return incidents by descending event
     */
    public List<IncidentRow> incidents(final IncidentQuery query, final long beforeId, final int limit) {
        return page(
                "logs",
                word("kind")
                        .eq("INCIDENT")
                        .and(number("event_sequence").lt(beforeId))
                        .and(anyOf("severity", query.severities()))
                        .and(anyOf("code", query.codes()))
                        .and(between("at", query.fromMicros(), query.toMicros())),
                List.of(column("event_sequence").desc()),
                limit,
                row -> new IncidentRow(
                        id(row, "event_sequence"),
                        time(row, "at"),
                        text(row, "severity"),
                        text(row, "code"),
                        text(row, "text"),
                        row.get("member") == null ? 0 : row.get("member", Integer.class)));
    }

    private static Table<Record> table(final String name) {
        return DSL.table(DSL.name(Migrations.SCHEMA, name));
    }

    private <T> List<T> page(
            final String table,
            final Condition condition,
            final List<SortField<Object>> order,
            final int limit,
            final Function<Record, T> shape) {
        return guarded(() -> dsl.select(DSL.asterisk())
                .from(table(table))
                .where(condition)
                .orderBy(order)
                .limit(limit)
                .fetch()
                .map(shape::apply));
    }

    /**
     * A page of the rows of some accounts. Each account's newest rows come straight out of an index of their own and the heads are merged:
     * one select over several accounts would have to sort them all, or to walk past everybody else's.
     */
    private <T> List<T> merged(
            final String table,
            final List<String> columns,
            final List<String> accounts,
            final Condition condition,
            final List<SortField<Object>> order,
            final int limit,
            final Function<Record, T> shape) {
        if (accounts == null) {
            return page(table, condition, order, limit, shape);
        }
        if (accounts.isEmpty()) {
            return List.of();
        }
        if (accounts.size() > MOST_MERGED) {
            final Condition any =
                    columns.stream().map(each -> word(each).in(accounts)).reduce(DSL.noCondition(), Condition::or);
            return page(table, condition.and(any), order, limit, shape);
        }
        Select<Record> all = null;
        for (final String account : accounts) {
            for (final String each : columns) {
                final Select<Record> one = DSL.select(DSL.asterisk())
                        .from(table(table))
                        .where(condition.and(word(each).eq(account)))
                        .orderBy(order)
                        .limit(limit);
                all = all == null ? one : columns.size() == 1 ? all.unionAll(one) : all.union(one);
            }
        }
        return dsl.select(DSL.asterisk())
                .from(all.asTable("merged"))
                .orderBy(order)
                .limit(limit)
                .fetch()
                .map(shape::apply);
    }

    private <T> T single(final String table, final Condition condition, final Function<Record, T> shape) {
        final List<T> found = page(table, condition, List.of(), 1, shape);
        return found.isEmpty() ? null : found.get(0);
    }

    private static <T> T guarded(final Supplier<T> query) {
        try {
            return query.get();
        } catch (final DataAccessException e) {
            final SQLException cause = e.getCause(SQLException.class);
            if (cause != null && SqlFailures.isTimeout(cause)) {
                throw new QueryFailedException(true, e);
            }
            if (cause == null || SqlFailures.isTransient(cause)) {
                throw new QueryFailedException(false, e);
            }
            throw e;
        }
    }

    private static OrderRow order(final Record row) {
        return new OrderRow(
                id(row, "id"),
                text(row, "client_order_id"),
                text(row, "account"),
                text(row, "participant"),
                text(row, "symbol"),
                text(row, "side"),
                text(row, "order_type"),
                text(row, "time_in_force"),
                decimal(row, "price"),
                decimal(row, "stop_price"),
                decimal(row, "working_price"),
                decimal(row, "quantity"),
                decimal(row, "filled_quantity"),
                decimal(row, "leaves_quantity"),
                decimal(row, "canceled_quantity"),
                decimal(row, "avg_price"),
                decimal(row, "display_quantity"),
                decimal(row, "min_quantity"),
                row.get("post_only", Boolean.class),
                text(row, "peg_reference"),
                text(row, "self_trade_prevention"),
                time(row, "expire_time"),
                row.get("triggered", Boolean.class),
                text(row, "status"),
                text(row, "code"),
                text(row, "text"),
                text(row, "entered_by"),
                time(row, "created_at"),
                time(row, "updated_at"),
                row.get("event_sequence", Long.class));
    }

    private static ExecutionRow execution(final Record row) {
        return new ExecutionRow(
                id(row, "event_sequence"),
                row.get("event_sequence", Long.class),
                id(row, "order_id"),
                text(row, "client_order_id"),
                text(row, "orig_client_order_id"),
                text(row, "account"),
                text(row, "symbol"),
                text(row, "side"),
                text(row, "exec_type"),
                text(row, "order_status"),
                decimal(row, "quantity"),
                decimal(row, "price"),
                decimal(row, "last_price"),
                decimal(row, "last_quantity"),
                decimal(row, "leaves_quantity"),
                decimal(row, "filled_quantity"),
                decimal(row, "avg_price"),
                id(row, "trade_id"),
                text(row, "liquidity"),
                decimal(row, "fee"),
                text(row, "fee_asset"),
                id(row, "ref_execution_id"),
                text(row, "code"),
                text(row, "text"),
                row.get("seq", Long.class),
                time(row, "at"));
    }

    private static TradeRow trade(final Record row) {
        return new TradeRow(
                id(row, "id"),
                text(row, "symbol"),
                decimal(row, "price"),
                decimal(row, "quantity"),
                decimal(row, "value"),
                text(row, "aggressor_side"),
                text(row, "status"),
                id(row, "buy_order_id"),
                id(row, "sell_order_id"),
                text(row, "buy_account"),
                text(row, "sell_account"),
                decimal(row, "buy_fee"),
                decimal(row, "sell_fee"),
                text(row, "fee_asset"),
                decimal(row, "original_price"),
                decimal(row, "original_quantity"),
                text(row, "reason"),
                row.get("seq", Long.class),
                row.get("event_sequence", Long.class),
                time(row, "executed_at"),
                time(row, "updated_at"));
    }

    private static LedgerRow ledgerEntry(final Record row, final String account) {
        final boolean isCredit = account.equals(text(row, "credit_account"));
        final String amount = decimal(row, "amount");
        return new LedgerRow(
                id(row, "event_sequence") + "-" + id(row, "line"),
                row.get("event_sequence", Long.class),
                account,
                text(row, "asset"),
                text(row, "type"),
                isCredit ? amount : "-" + amount,
                decimal(row, isCredit ? "credit_balance" : "debit_balance"),
                text(row, isCredit ? "debit_account" : "credit_account"),
                id(row, "order_id"),
                id(row, "trade_id"),
                text(row, "reference"),
                text(row, "reason"),
                text(row, "actor"),
                time(row, "at"));
    }

    private static CandleRow candle(final Record row, final int intervalSeconds, final long nowMicros) {
        final long startMicros =
                row.get("start", java.time.OffsetDateTime.class).toInstant().getEpochSecond() * MICROS;
        return new CandleRow(
                time(row, "start"),
                decimal(row, "open"),
                decimal(row, "high"),
                decimal(row, "low"),
                decimal(row, "close"),
                decimal(row, "volume"),
                decimal(row, "value"),
                row.get("trades", Integer.class),
                startMicros + intervalSeconds * MICROS <= nowMicros);
    }

    private static AuditRow auditRow(final Record row) {
        return new AuditRow(
                id(row, "event_sequence"),
                time(row, "at"),
                text(row, "actor"),
                text(row, "role"),
                text(row, "source"),
                text(row, "channel"),
                text(row, "action"),
                text(row, "target"),
                text(row, "request"),
                text(row, "result"),
                text(row, "code"),
                text(row, "reason"),
                text(row, "request_id"));
    }
}
