package io.vexchange.store.projection;

import io.vexchange.engine.client.Decimals;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.OrderReport;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.ExecType;
import io.vexchange.engine.model.Liquidity;
import io.vexchange.engine.model.OrderStatus;
import io.vexchange.engine.model.OrderType;
import io.vexchange.engine.model.PegReference;
import io.vexchange.engine.model.SelfTradePrevention;
import io.vexchange.engine.model.Side;
import io.vexchange.engine.model.TimeInForce;
import io.vexchange.engine.protocol.PegRepricedDecoder;
import io.vexchange.store.projection.UpsertRows.Column;
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

    private static final int FLAG_POST_ONLY = 1;
    private static final int FLAG_DUPLICATE = 32;
    private static final char AT_THE_CLOSE = '7';
    private static final List<Column> ORDERS = Column.list("""
            id bigint
            client_order_id text
            account text
            participant text
            symbol text
            side text
            order_type text
            time_in_force text
            price numeric
            stop_price numeric
            working_price numeric
            quantity numeric
            filled_quantity numeric
            leaves_quantity numeric
            canceled_quantity numeric
            visible_quantity numeric
            display_quantity numeric
            min_quantity numeric
            post_only boolean
            peg_reference text
            self_trade_prevention text
            avg_price numeric
            triggered boolean
            status text
            code text
            text text
            expire_time timestamptz
            entered_by text
            created_at timestamptz
            updated_at timestamptz
            event_sequence bigint""");

    private final Words words;
    private final BalanceRows balances;
    private final UpsertRows orders = new UpsertRows("orders", List.of("id"), ORDERS);
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
    }

    void add(final OrderReport report) {
        final Instrument instrument = words.instrument(report.instrumentId());
        addExecution(report, instrument);
        if ((report.flags() & FLAG_DUPLICATE) == 0) {
            putOrder(report, instrument);
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
        final String code = it.code() == Code.NONE ? null : it.code().name();
        executions.add(
                Long.toString(it.sequence()),
                Long.toString(it.orderId()),
                Words.text(it.clOrdId()),
                Words.textOrNull(it.origClOrdId()),
                words.account(it.accountId()),
                words.participant(it.participantId()),
                instrument.symbol(),
                Words.word(Side.of(it.side())),
                Words.word(ExecType.of(it.execType())),
                Words.word(OrderStatus.of(it.orderStatus())),
                instrument.quantity(it.quantityLots()),
                price(instrument, it.priceTicks()),
                isFill ? instrument.price(it.lastPriceTicks()) : null,
                isFill ? instrument.quantity(it.lastLots()) : null,
                instrument.quantity(it.leavesLots()),
                instrument.quantity(it.filledLots()),
                average(instrument, it),
                isFill ? Long.toString(it.tradeId()) : null,
                isFill ? Words.word(Liquidity.of(it.liquidity())) : null,
                isFill ? words.money(it.fee(), instrument.quoteAssetId()) : null,
                isFill ? words.asset(instrument.quoteAssetId()) : null,
                it.refSequence() > 0 ? Long.toString(it.refSequence()) : null,
                code,
                null,
                isFill ? Long.toString(it.publicSequence()) : null,
                Words.micros(it.timeMicros()));
    }

    private void putOrder(final OrderReport it, final Instrument instrument) {
        final boolean isWorking = it.leavesLots() > 0;
        final OrderType type = OrderType.of(it.orderType());
        final boolean isStop = type == OrderType.STOP || type == OrderType.STOP_LIMIT;
        final String id = Long.toString(it.orderId());
        final String code = it.code() == Code.NONE ? null : it.code().name();
        orders.put(
                id,
                id,
                Words.text(it.orderClOrdId()),
                words.account(it.accountId()),
                words.participant(it.participantId()),
                instrument.symbol(),
                Words.word(Side.of(it.side())),
                Words.word(type),
                Words.word(TimeInForce.of(it.timeInForce())),
                price(instrument, it.priceTicks()),
                isStop ? price(instrument, it.stopPriceTicks()) : null,
                isWorking ? price(instrument, standingTicks(it, type)) : null,
                instrument.quantity(it.quantityLots()),
                instrument.quantity(it.filledLots()),
                instrument.quantity(it.leavesLots()),
                instrument.quantity(it.quantityLots() - it.filledLots() - it.leavesLots()),
                instrument.quantity(isWorking ? shownLots(it, type) : 0),
                quantity(instrument, it.displayLots()),
                quantity(instrument, it.minimumLots()),
                Boolean.toString((it.flags() & FLAG_POST_ONLY) != 0),
                Words.word(PegReference.of(it.pegReference())),
                Words.word(SelfTradePrevention.of(it.selfTradePrevention())),
                average(instrument, it),
                isStop ? Boolean.toString((it.flags() & OrderReport.FLAG_STOP_TRIGGERED) != 0) : null,
                Words.word(OrderStatus.of(it.orderStatus())),
                code,
                null,
                Words.microsOrNull(it.expireTimeMicros()),
                words.enteredBy(it.ownerId()),
                Words.micros(it.createdMicros()),
                Words.micros(it.timeMicros()),
                Long.toString(it.sequence()));
    }

    /**
     * Where a live order stands. A report that was told before its order came into the book does not say so yet: what may rest is in the
     * book when its entry is over, or a later report of the same entry has ended it.
     */
    private static long standingTicks(final OrderReport it, final OrderType type) {
        return isYetToStand(it, type) ? it.priceTicks() : it.workingPriceTicks();
    }

    private static long shownLots(final OrderReport it, final OrderType type) {
        if (isYetToStand(it, type)) {
            return it.displayLots() == Decimals.ABSENT ? it.leavesLots() : Math.min(it.displayLots(), it.leavesLots());
        }
        return it.visibleLots() == Decimals.ABSENT ? 0 : it.visibleLots();
    }

    private static boolean isYetToStand(final OrderReport it, final OrderType type) {
        final boolean mayRest = switch (type) {
            case LIMIT -> it.timeInForce() != AT_THE_CLOSE;
            case STOP_LIMIT -> (it.flags() & OrderReport.FLAG_STOP_TRIGGERED) != 0;
            case MARKET_TO_LIMIT -> it.priceTicks() != Decimals.ABSENT;
            case MARKET, STOP, PEGGED -> false;
        };
        return mayRest && it.workingPriceTicks() == Decimals.ABSENT;
    }

    private static String price(final Instrument instrument, final long ticks) {
        return ticks == Decimals.ABSENT ? null : instrument.price(ticks);
    }

    private static String quantity(final Instrument instrument, final long lots) {
        return lots == Decimals.ABSENT ? null : instrument.quantity(lots);
    }

    private static String average(final Instrument instrument, final OrderReport it) {
        return it.filledLots() == 0 ? null : instrument.averagePrice(it.filledValue(), it.filledLots());
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
