package io.vexchange.store.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Sides of trades: the report of the fill beside the trade as it stands. */
final class Fills {
    private Fills() {}

    static List<FillRow> select(final DSLContext dsl, final FillQuery query, final int limit) {
        final StringBuilder sql =
                new StringBuilder("select e.event_sequence, e.trade_id, e.order_id, e.client_order_id,"
                        + " e.account, e.symbol, e.side, t.price, t.quantity,"
                        + " case e.side when 'BUY' then t.buy_fee else t.sell_fee end as fee, t.fee_asset, t.status, t.trade_day,"
                        + " t.executed_at from exchange.executions e join exchange.trades t on t.id = e.trade_id"
                        + " where e.exec_type = 'TRADE'");
        final List<Object> values = new ArrayList<>();
        if (query.accounts() != null) {
            sql.append(" and e.account = any (?::text[])");
            values.add(query.accounts().toArray(new String[0]));
        }
        add(sql, values, " and e.order_id = ?", query.orderId());
        add(sql, values, " and e.client_order_id = ?", query.clientOrderId());
        add(sql, values, " and e.symbol = ?", query.symbol());
        add(sql, values, " and e.side = ?", query.side());
        add(sql, values, " and t.trade_day >= ?", query.fromDay());
        add(sql, values, " and t.trade_day <= ?", query.toDay());
        add(sql, values, " and t.executed_at >= ?", at(query.fromMicros()));
        add(sql, values, " and t.executed_at <= ?", at(query.toMicros()));
        add(
                sql,
                values,
                " and exists (select 1 from exchange.executions x where x.event_sequence = ?"
                        + " and x.trade_id = e.trade_id and x.order_id = e.order_id)",
                query.executionId());
        sql.append(" order by e.event_sequence limit ?");
        values.add(limit);
        return dsl.resultQuery(sql.toString(), values.toArray()).fetch().map(Fills::row);
    }

    private static void add(
            final StringBuilder sql, final List<Object> values, final String condition, final Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    private static OffsetDateTime at(final Long micros) {
        return micros == null ? null : Texts.time(micros);
    }

    private static FillRow row(final Record row) {
        return new FillRow(
                row.get("event_sequence", Long.class),
                row.get("trade_id", Long.class),
                row.get("order_id", Long.class),
                Texts.text(row, "client_order_id"),
                Texts.text(row, "account"),
                Texts.text(row, "symbol"),
                Texts.text(row, "side"),
                Texts.decimal(row, "price"),
                Texts.decimal(row, "quantity"),
                Texts.decimal(row, "fee"),
                Texts.text(row, "fee_asset"),
                Texts.text(row, "status"),
                row.get("trade_day", LocalDate.class),
                ChronoUnit.MICROS.between(
                        Instant.EPOCH,
                        row.get("executed_at", OffsetDateTime.class).toInstant()));
    }
}
