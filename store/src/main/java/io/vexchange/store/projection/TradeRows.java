package io.vexchange.store.projection;

import io.vexchange.engine.client.Decimals;
import io.vexchange.engine.client.Directory;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.model.Side;
import io.vexchange.engine.protocol.TradeDecoder;
import io.vexchange.store.projection.UpsertRows.Column;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Trades as they stand, and what each moved between accounts. */
final class TradeRows {
    private static final int EXECUTED = 0;
    private static final String[] STATUS = {"EXECUTED", "CORRECTED", "BUSTED"};
    private static final List<String> NEW_COLUMNS = List.of(
            "id",
            "symbol",
            "price",
            "quantity",
            "value",
            "aggressor_side",
            "status",
            "buy_order_id",
            "sell_order_id",
            "buy_account",
            "sell_account",
            "buy_fee",
            "sell_fee",
            "fee_asset",
            "original_price",
            "original_quantity",
            "reason",
            "seq",
            "trade_day",
            "executed_at",
            "updated_at",
            "event_sequence");
    /** A trade is known when it is corrected: its time is kept. */
    private static final List<Column> CHANGE_COLUMNS = Column.list("""
            id bigint
            price numeric
            quantity numeric
            value numeric
            status text
            buy_fee numeric
            sell_fee numeric
            original_price numeric
            original_quantity numeric
            reason text
            updated_at timestamptz
            event_sequence bigint""");

    private final Words words;
    private final Directory directory;
    private final BalanceRows balances;
    private final LedgerRows ledger;
    private final CopyRows trades = new CopyRows("trades", NEW_COLUMNS);
    private final ChangedRows changes = new ChangedRows("trades", "id", CHANGE_COLUMNS);

    TradeRows(final Words words, final Directory directory, final BalanceRows balances, final LedgerRows ledger) {
        this.words = words;
        this.directory = directory;
        this.balances = balances;
        this.ledger = ledger;
    }

    void add(final TradeDecoder it, final String reason) {
        final Instrument instrument = words.instrument(it.instrumentId());

        final var fees = directory.account(Directory.FEES_ACCOUNT);
        if (fees != null) {
            balances.put(fees.id(), instrument.quoteAssetId(), it.feesTotal(), 0, it.timeMicros(), it.sequence());
        }
        if (it.status() == EXECUTED) {
            addTrade(it, instrument, reason);
        } else {
            changeTrade(it, instrument, reason);
        }
        ledger.addTrade(it, instrument, reason);
    }

    private void addTrade(final TradeDecoder it, final Instrument instrument, final String reason) {
        final int quote = instrument.quoteAssetId();
        final int scale = words.scale(quote);
        final BinaryRows row = trades.row().int8(it.tradeId()).text(instrument.symbol());
        OrderStates.price(row, instrument, it.priceTicks());
        OrderStates.quantity(row, instrument, it.lots());
        row.numeric(it.value(), 1, scale)
                .text(Words.word(Side.of(it.aggressorSide())))
                .text(STATUS[it.status()])
                .int8(it.buyOrderId())
                .int8(it.sellOrderId())
                .text(words.account(it.buyAccountId()))
                .text(words.account(it.sellAccountId()))
                .numeric(it.buyFee(), 1, scale)
                .numeric(it.sellFee(), 1, scale)
                .text(words.asset(quote))
                .none()
                .none()
                .text(Words.textOrNull(reason))
                .int8(it.publicSequence())
                .date(it.tradeDay())
                .time(it.timeMicros())
                .time(it.timeMicros())
                .int8(it.sequence());
    }

    private void changeTrade(final TradeDecoder it, final Instrument instrument, final String reason) {
        final int quote = instrument.quoteAssetId();
        changes.put(
                Long.toString(it.tradeId()),
                Long.toString(it.tradeId()),
                instrument.price(it.priceTicks()),
                instrument.quantity(it.lots()),
                words.money(it.value(), quote),
                STATUS[it.status()],
                words.money(it.buyFee(), quote),
                words.money(it.sellFee(), quote),
                it.originalPriceTicks() == Decimals.ABSENT ? null : instrument.price(it.originalPriceTicks()),
                it.originalLots() == Decimals.ABSENT ? null : instrument.quantity(it.originalLots()),
                Words.textOrNull(reason),
                Words.micros(it.timeMicros()),
                Long.toString(it.sequence()));
    }

    void write(final Connection connection) throws SQLException {
        trades.write(connection);
        changes.write(connection);
    }
}
