package io.vexchange.store.projection;

import io.vexchange.engine.client.Decimals;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.OrderReport;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.ExecType;
import io.vexchange.engine.model.Liquidity;
import io.vexchange.engine.model.OrderStatus;
import io.vexchange.engine.model.Side;
import io.vexchange.engine.protocol.PegRepricedDecoder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports become executions, one each, and the orders as they stand after the batch. */
final class OrderRows {
    /** No report tells that a peg moved, or that an order joined the book: only where it stands, in ticks. */
    private static final String STANDS_ELSEWHERE = """
            update exchange.orders o set
                working_price = r.ticks::bigint * i.tick_size,
                price = case when o.order_type = 'MARKET_TO_LIMIT' then r.ticks::bigint * i.tick_size else o.price end,
                visible_quantity = case when r.ticks is null then 0
                    else least(coalesce(o.display_quantity, o.leaves_quantity), o.leaves_quantity) end
            from unnest(?, ?, ?) as r(id, ticks, sequence), exchange.instruments i
            where o.id = r.id::bigint and i.symbol = o.symbol and o.event_sequence < r.sequence::bigint and o.leaves_quantity > 0""";

    private static final int FLAG_DUPLICATE = 32;

    private final Words words;
    private final BalanceRows balances;
    private final OrderStates orders;
    private final CopyRows executions = new CopyRows(
            "executions",
            List.of(
                    "event_sequence",
                    "order_id",
                    "client_order_id",
                    "orig_client_order_id",
                    "account",
                    "participant",
                    "symbol",
                    "side",
                    "exec_type",
                    "order_status",
                    "quantity",
                    "price",
                    "last_price",
                    "last_quantity",
                    "leaves_quantity",
                    "filled_quantity",
                    "avg_price",
                    "trade_id",
                    "liquidity",
                    "fee",
                    "fee_asset",
                    "ref_execution_id",
                    "code",
                    "text",
                    "seq",
                    "at"));

    private final Map<Long, String[]> elsewhere = new LinkedHashMap<>();

    OrderRows(final Words words, final BalanceRows balances) {
        this.words = words;
        this.balances = balances;
        orders = new OrderStates(words);
    }

    void add(final OrderReport report) {
        final Instrument instrument = words.instrument(report.instrumentId());
        addExecution(report, instrument);
        if ((report.flags() & FLAG_DUPLICATE) == 0) {
            orders.put(report);
        }
        balances.put(
                report.accountId(),
                instrument.baseAssetId(),
                report.baseTotal(),
                report.baseHeld(),
                report.timeMicros(),
                report.sequence());
        balances.put(
                report.accountId(),
                instrument.quoteAssetId(),
                report.quoteTotal(),
                report.quoteHeld(),
                report.timeMicros(),
                report.sequence());
    }

    void add(final PegRepricedDecoder it) {
        final long ticks = it.workingPriceTicks();
        elsewhere.put(it.orderId(), new String[] {
            Long.toString(it.orderId()),
            ticks == Decimals.ABSENT ? null : Long.toString(ticks),
            Long.toString(it.sequence())
        });
    }

    private void addExecution(final OrderReport it, final Instrument instrument) {
        final boolean isFill = it.tradeId() > 0 && it.lastLots() != Decimals.ABSENT;
        final BinaryRows row = executions.row();
        row.int8(it.sequence())
                .int8(it.orderId())
                .text(Words.text(it.clOrdId()))
                .text(Words.textOrNull(it.origClOrdId()))
                .text(words.account(it.accountId()))
                .text(words.participant(it.participantId()))
                .text(instrument.symbol())
                .text(Words.word(Side.of(it.side())))
                .text(Words.word(ExecType.of(it.execType())))
                .text(Words.word(OrderStatus.of(it.orderStatus())));
        OrderStates.quantity(row, instrument, it.quantityLots());
        OrderStates.price(row, instrument, it.priceTicks());
        OrderStates.price(row, instrument, isFill ? it.lastPriceTicks() : Decimals.ABSENT);
        OrderStates.quantity(row, instrument, isFill ? it.lastLots() : Decimals.ABSENT);
        OrderStates.quantity(row, instrument, it.leavesLots());
        OrderStates.quantity(row, instrument, it.filledLots());
        row.numeric(OrderStates.average(instrument, it));
        if (isFill) {
            row.int8(it.tradeId()).text(Words.word(Liquidity.of(it.liquidity())));
            row.numeric(it.fee(), 1, words.scale(instrument.quoteAssetId()));
            row.text(words.asset(instrument.quoteAssetId()));
        } else {
            row.none().none().none().none();
        }
        row.idOrNone(it.refSequence())
                .text(it.code() == Code.NONE ? null : it.code().name())
                .text(it.enteredText());
        if (isFill) {
            row.int8(it.publicSequence());
        } else {
            row.none();
        }
        row.time(it.timeMicros());
    }

    void write(final Connection connection) throws SQLException {
        orders.write(connection);
        executions.write(connection);
        writeElsewhere(connection);
    }

    private void writeElsewhere(final Connection connection) throws SQLException {
        if (elsewhere.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(STANDS_ELSEWHERE)) {
            for (int column = 0; column < 3; column++) {
                final int at = column;
                final String[] values =
                        elsewhere.values().stream().map(each -> each[at]).toArray(String[]::new);
                update.setArray(column + 1, connection.createArrayOf("text", values));
            }
            update.executeUpdate();
        }
    }
}
