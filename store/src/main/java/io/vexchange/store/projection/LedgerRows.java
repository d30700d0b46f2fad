package io.vexchange.store.projection;

import io.vexchange.engine.client.Account;
import io.vexchange.engine.client.Decimals;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.protocol.TradeDecoder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Double entry: what an event moves, from whom, to whom. */
final class LedgerRows {
    /** The world outside: the other side of deposits and withdrawals. */
    static final String EXTERNAL = "VEX-EXTERNAL";

    private static final int DEPOSIT = 1;
    private static final int EXECUTED = 0;
    private static final int CORRECTED = 1;
    private static final int BUSTED = 2;

    private final Words words;
    private final KnownTotals totals;
    private final CopyRows rows = new CopyRows(
            "ledger_entries",
            List.of(
                    "event_sequence",
                    "line",
                    "debit_account",
                    "credit_account",
                    "asset",
                    "amount",
                    "type",
                    "debit_balance",
                    "credit_balance",
                    "order_id",
                    "trade_id",
                    "reference",
                    "reason",
                    "actor",
                    "at"));

    private static final class Line {
        final int number;
        final int debitId;
        final int creditId;
        final int assetId;
        final long amount;
        final String type;
        final long orderId;
        long debitAfter;
        long creditAfter;

        Line(
                final int number,
                final int debitId,
                final int creditId,
                final int assetId,
                final long amount,
                final String type,
                final long orderId) {
            this.number = number;
            this.debitId = debitId;
            this.creditId = creditId;
            this.assetId = assetId;
            this.amount = amount;
            this.type = type;
            this.orderId = orderId;
        }
    }

    /** What a trade moves, or moves back. */
    private record Deal(long baseAmount, long value, long buyFee, long sellFee) {}

    LedgerRows(final Words words, final KnownTotals totals) {
        this.words = words;
        this.totals = totals;
    }

    /** All that a print, a bust or a correction moves; the totals after it are known. */
    void addTrade(final TradeDecoder it, final Instrument instrument, final String reason) {
        final Account venue = words.feesAccount();
        final int feesId = venue == null ? 0 : venue.id();
        final List<Line> lines = new ArrayList<>();
        if (it.status() != EXECUTED) {
            final Deal taken = new Deal(
                    words.baseUnits(instrument, it.reversedLots()),
                    it.reversedValue(),
                    it.reversedBuyFee(),
                    it.reversedSellFee());
            post(lines, it, instrument, taken, feesId, true);
        }
        if (it.status() != BUSTED) {
            final Deal made = new Deal(words.baseUnits(instrument, it.lots()), it.value(), it.buyFee(), it.sellFee());
            post(lines, it, instrument, made, feesId, false);
        }
        takeBalances(lines);
        for (final Line line : lines) {
            addLine(it, line, Words.textOrNull(reason));
        }
    }

    private static void post(
            final List<Line> lines,
            final TradeDecoder it,
            final Instrument instrument,
            final Deal deal,
            final int feesId,
            final boolean isBack) {
        final int first = it.status() == CORRECTED && !isBack ? 5 : 1;
        final String type = it.status() == EXECUTED ? null : it.status() == BUSTED ? "BUST" : "CORRECTION";
        final int buyer = it.buyAccountId();
        final int seller = it.sellAccountId();
        final int quote = instrument.quoteAssetId();
        add(lines, first, seller, buyer, instrument.baseAssetId(), deal.baseAmount, type, 0, isBack);
        add(lines, first + 1, buyer, seller, quote, deal.value, type, 0, isBack);
        add(lines, first + 2, buyer, feesId, quote, deal.buyFee, fee(type, deal.buyFee), it.buyOrderId(), isBack);
        add(lines, first + 3, seller, feesId, quote, deal.sellFee, fee(type, deal.sellFee), it.sellOrderId(), isBack);
    }

    private static String fee(final String type, final long amount) {
        return type != null ? type : amount > 0 ? "FEE" : "REBATE";
    }

    /** An amount of nothing has no line; one below zero goes the other way. */
    private static void add(
            final List<Line> lines,
            final int number,
            final int fromId,
            final int toId,
            final int assetId,
            final long amount,
            final String type,
            final long orderId,
            final boolean isBack) {
        if (amount == 0) {
            return;
        }
        final boolean isTurned = isBack != amount < 0;
        lines.add(new Line(
                number,
                isTurned ? toId : fromId,
                isTurned ? fromId : toId,
                assetId,
                Math.abs(amount),
                type == null ? "TRADE" : type,
                orderId));
    }

    /** The reports before this event told what is left after its last line; each line before it is that much away. */
    private void takeBalances(final List<Line> lines) {
        final Map<Long, Long> running = new HashMap<>();
        for (int i = lines.size() - 1; i >= 0; i--) {
            final Line line = lines.get(i);
            line.debitAfter = step(running, line.debitId, line.assetId, line.amount);
            line.creditAfter = step(running, line.creditId, line.assetId, -line.amount);
        }
    }

    private long step(final Map<Long, Long> running, final int accountId, final int assetId, final long more) {
        final long key = (long) accountId << Integer.SIZE | assetId;
        final long after = running.computeIfAbsent(key, absent -> totals.get(accountId, assetId));
        if (after != Decimals.ABSENT) {
            running.put(key, after + more);
        }
        return after;
    }

    private void addLine(final TradeDecoder it, final Line line, final String reason) {
        final int scale = words.scale(line.assetId);
        rows.row()
                .int8(it.sequence())
                .int4(line.number)
                .text(words.account(line.debitId))
                .text(words.account(line.creditId))
                .text(words.asset(line.assetId))
                .numeric(line.amount, 1, scale)
                .text(line.type)
                .numeric(line.debitAfter, 1, scale)
                .numeric(line.creditAfter, 1, scale)
                .idOrNone(line.orderId)
                .int8(it.tradeId())
                .none()
                .text(reason)
                .none()
                .time(it.timeMicros());
    }

    void addTransfer(
            final long sequence,
            final long timeMicros,
            final int transferType,
            final int accountId,
            final int assetId,
            final long amount,
            final long total,
            final String reference,
            final AuditText audit) {
        final String account = words.account(accountId);
        final boolean isDeposit = transferType == DEPOSIT;
        final int scale = words.scale(assetId);
        rows.row()
                .int8(sequence)
                .int4(1)
                .text(isDeposit ? EXTERNAL : account)
                .text(isDeposit ? account : EXTERNAL)
                .text(words.asset(assetId))
                .numeric(amount, 1, scale)
                .text(isDeposit ? "DEPOSIT" : "WITHDRAWAL")
                .numeric(isDeposit ? Decimals.ABSENT : total, 1, scale)
                .numeric(isDeposit ? total : Decimals.ABSENT, 1, scale)
                .none()
                .none()
                .text(Words.textOrNull(reference))
                .text(audit.text("reason"))
                .text(audit.text("actor"))
                .time(timeMicros);
    }

    void write(final Connection connection) throws SQLException {
        rows.write(connection);
    }
}
