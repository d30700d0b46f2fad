package io.vexchange.store.projection;

import io.vexchange.engine.client.Decimals;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.OrderReport;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.OrderStatus;
import io.vexchange.engine.model.OrderType;
import io.vexchange.engine.model.PegReference;
import io.vexchange.engine.model.SelfTradePrevention;
import io.vexchange.engine.model.Side;
import io.vexchange.engine.model.TimeInForce;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Orders as they stand after the batch: only the newest report of each counts. They are staged in a temporary table and merged. */
final class OrderStates {
    private static final int FLAG_POST_ONLY = 1;
    private static final char AT_THE_CLOSE = '7';
    private static final List<String> COLUMNS = List.of(
            "id",
            "client_order_id",
            "account",
            "participant",
            "symbol",
            "side",
            "order_type",
            "time_in_force",
            "price",
            "stop_price",
            "working_price",
            "quantity",
            "filled_quantity",
            "leaves_quantity",
            "canceled_quantity",
            "visible_quantity",
            "display_quantity",
            "min_quantity",
            "post_only",
            "peg_reference",
            "self_trade_prevention",
            "avg_price",
            "triggered",
            "status",
            "code",
            "text",
            "expire_time",
            "entered_by",
            "created_at",
            "updated_at",
            "event_sequence");
    private static final String NAMES = String.join(", ", COLUMNS);
    private static final String STAGE =
            "create temporary table if not exists orders_in (like exchange.orders) on commit delete rows";
    private static final String COPY = "copy pg_temp.orders_in (" + NAMES + ") from stdin (format binary)";
    private static final String MERGE = "insert into exchange.orders as t (" + NAMES + ") select " + NAMES
            + " from pg_temp.orders_in on conflict (id) do update set "
            + COLUMNS.stream().skip(1).map(name -> name + " = excluded." + name).collect(Collectors.joining(", "))
            + " where t.event_sequence < excluded.event_sequence";

    private final Words words;
    private final Map<Long, OrderReport> newest = new LinkedHashMap<>();

    OrderStates(final Words words) {
        this.words = words;
    }

    void put(final OrderReport report) {
        newest.put(report.orderId(), report);
    }

    void write(final Connection connection) throws SQLException {
        if (newest.isEmpty()) {
            return;
        }
        final BinaryRows rows = new BinaryRows(COLUMNS.size());
        newest.values().forEach(report -> add(rows.row(), report));
        try (Statement statement = connection.createStatement()) {
            statement.execute(STAGE);
            rows.copyIn(connection, COPY);
            statement.executeUpdate(MERGE);
        }
    }

    private void add(final BinaryRows row, final OrderReport it) {
        final Instrument instrument = words.instrument(it.instrumentId());
        final boolean isWorking = it.leavesLots() > 0;
        final OrderType type = OrderType.of(it.orderType());
        final boolean isStop = type == OrderType.STOP || type == OrderType.STOP_LIMIT;
        row.int8(it.orderId())
                .text(Words.text(it.orderClOrdId()))
                .text(words.account(it.accountId()))
                .text(words.participant(it.participantId()))
                .text(instrument.symbol())
                .text(Words.word(Side.of(it.side())))
                .text(Words.word(type))
                .text(Words.word(TimeInForce.of(it.timeInForce())));
        price(row, instrument, it.priceTicks());
        price(row, instrument, isStop ? it.stopPriceTicks() : Decimals.ABSENT);
        price(row, instrument, isWorking ? standingTicks(it, type) : Decimals.ABSENT);
        quantity(row, instrument, it.quantityLots());
        quantity(row, instrument, it.filledLots());
        quantity(row, instrument, it.leavesLots());
        quantity(row, instrument, it.quantityLots() - it.filledLots() - it.leavesLots());
        quantity(row, instrument, isWorking ? shownLots(it, type) : 0);
        quantity(row, instrument, it.displayLots());
        quantity(row, instrument, it.minimumLots());
        row.bool((it.flags() & FLAG_POST_ONLY) != 0)
                .text(Words.word(PegReference.of(it.pegReference())))
                .text(Words.word(SelfTradePrevention.of(it.selfTradePrevention())))
                .numeric(average(instrument, it));
        if (isStop) {
            row.bool((it.flags() & OrderReport.FLAG_STOP_TRIGGERED) != 0);
        } else {
            row.none();
        }
        row.text(Words.word(OrderStatus.of(it.orderStatus())))
                .text(it.code() == Code.NONE ? null : it.code().name())
                .text(it.enteredText())
                .timeOrNone(it.expireTimeMicros())
                .text(words.enteredBy(it.ownerId()))
                .time(it.createdMicros())
                .time(it.timeMicros())
                .int8(it.sequence());
    }

    static void price(final BinaryRows row, final Instrument instrument, final long ticks) {
        row.numeric(ticks, instrument.tickMantissa(), instrument.tickDecimals());
    }

    static void quantity(final BinaryRows row, final Instrument instrument, final long lots) {
        row.numeric(lots, instrument.lotMantissa(), instrument.lotDecimals());
    }

    static String average(final Instrument instrument, final OrderReport it) {
        return it.filledLots() == 0 ? null : instrument.averagePrice(it.filledValue(), it.filledLots());
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
}
