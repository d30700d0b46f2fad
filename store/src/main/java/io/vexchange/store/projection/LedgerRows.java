package io.vexchange.store.projection;

import io.vexchange.engine.client.Decimals;
import io.vexchange.engine.client.Directory;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.protocol.TradeDecoder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Double entry: what an event moves, from whom, to whom. */
final class LedgerRows {
    /** The world outside: the other side of deposits and withdrawals. */
    static final String EXTERNAL = "VEX-EXTERNAL";

    private static final int DEPOSIT = 1;

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

    private record Line(
            int number, String debit, String credit, String asset, String amount, String type, long orderId) {}

    private record Fee(int line, String account, long amount, long orderId) {}

    LedgerRows(final Words words, final KnownTotals totals) {
        this.words = words;
        this.totals = totals;
    }

    void addTrade(final TradeDecoder it, final Instrument instrument) {
        final int baseId = instrument.baseAssetId();
        final int quoteId = instrument.quoteAssetId();
        final String base = words.asset(baseId);
        final String buyer = words.account(it.buyAccountId());
        final String seller = words.account(it.sellAccountId());
        // both reports came before the print and tell what is left after its fees; lines before the fees are that much
        // above
        final boolean isOneAccount = it.buyAccountId() == it.sellAccountId();
        final long buyerQuote = totals.get(it.buyAccountId(), quoteId);
        final long sellerQuote = totals.get(it.sellAccountId(), quoteId);
        final long buyerLater = it.buyFee() + (isOneAccount ? it.sellFee() : 0);
        final long sellerLater = it.sellFee() + (isOneAccount ? it.buyFee() : 0);
        addLine(
                it,
                new Line(1, seller, buyer, base, words.baseAmount(instrument, it.lots()), "TRADE", 0),
                money(totals.get(it.sellAccountId(), baseId), 0, baseId),
                money(totals.get(it.buyAccountId(), baseId), 0, baseId));
        if (it.value() > 0) {
            addLine(
                    it,
                    new Line(2, buyer, seller, words.asset(quoteId), words.money(it.value(), quoteId), "TRADE", 0),
                    money(buyerQuote, buyerLater, quoteId),
                    money(sellerQuote, sellerLater, quoteId));
        }
        addFee(
                it,
                new Fee(3, buyer, it.buyFee(), it.buyOrderId()),
                quoteId,
                money(buyerQuote, isOneAccount ? it.sellFee() : 0, quoteId),
                money(it.feesTotal(), -it.sellFee(), quoteId));
        addFee(
                it,
                new Fee(4, seller, it.sellFee(), it.sellOrderId()),
                quoteId,
                money(sellerQuote, 0, quoteId),
                money(it.feesTotal(), 0, quoteId));
    }

    private void addFee(
            final TradeDecoder it,
            final Fee fee,
            final int quoteId,
            final String accountAfter,
            final String feesAfter) {
        if (fee.amount() == 0) {
            return;
        }
        final String quote = words.asset(quoteId);
        final String amount = words.money(Math.abs(fee.amount()), quoteId);
        final String venue = Directory.FEES_ACCOUNT;
        if (fee.amount() > 0) {
            addLine(
                    it,
                    new Line(fee.line(), fee.account(), venue, quote, amount, "FEE", fee.orderId()),
                    accountAfter,
                    feesAfter);
        } else {
            addLine(
                    it,
                    new Line(fee.line(), venue, fee.account(), quote, amount, "REBATE", fee.orderId()),
                    feesAfter,
                    accountAfter);
        }
    }

    private void addLine(final TradeDecoder it, final Line line, final String debitAfter, final String creditAfter) {
        rows.add(
                Long.toString(it.sequence()),
                Integer.toString(line.number()),
                line.debit(),
                line.credit(),
                line.asset(),
                line.amount(),
                line.type(),
                debitAfter,
                creditAfter,
                line.orderId() == 0 ? null : Long.toString(line.orderId()),
                Long.toString(it.tradeId()),
                null,
                null,
                null,
                Words.micros(it.timeMicros()));
    }

    private String money(final long total, final long more, final int assetId) {
        return total == Decimals.ABSENT ? null : words.money(total + more, assetId);
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
        rows.add(
                Long.toString(sequence),
                "1",
                isDeposit ? EXTERNAL : account,
                isDeposit ? account : EXTERNAL,
                words.asset(assetId),
                words.money(amount, assetId),
                isDeposit ? "DEPOSIT" : "WITHDRAWAL",
                isDeposit ? null : words.money(total, assetId),
                isDeposit ? words.money(total, assetId) : null,
                null,
                null,
                Words.textOrNull(reference),
                audit.text("reason"),
                audit.text("actor"),
                Words.micros(timeMicros));
    }

    void write(final Connection connection) throws SQLException {
        rows.write(connection);
    }
}
