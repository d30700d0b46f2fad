package io.vexchange.store.projection;

import io.vexchange.engine.client.Decimals;
import io.vexchange.store.projection.UpsertRows.Column;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Balances as they are after the batch. An asset that an account never had anything of has no row. */
final class BalanceRows {
    private final Words words;
    private final KnownTotals totals;
    private final UpsertRows rows = new UpsertRows(
            "balances",
            List.of("account", "asset"),
            Column.list("""
                    account text
                    asset text
                    total numeric
                    held numeric
                    updated_at timestamptz
                    event_sequence bigint"""),
            "r.total::numeric <> 0 or r.held::numeric <> 0 or exists"
                    + " (select from exchange.balances b where b.account = r.account and b.asset = r.asset)");

    BalanceRows(final Words words, final KnownTotals totals) {
        this.words = words;
        this.totals = totals;
    }

    void put(
            final int accountId,
            final int assetId,
            final long total,
            final long held,
            final long timeMicros,
            final long sequence) {
        if (total == Decimals.ABSENT || held == Decimals.ABSENT) {
            return;
        }
        totals.put(accountId, assetId, total);
        final String account = words.account(accountId);
        rows.put(
                accountId + "/" + assetId,
                account,
                words.asset(assetId),
                words.money(total, assetId),
                words.money(held, assetId),
                Words.micros(timeMicros),
                Long.toString(sequence));
    }

    void write(final Connection connection) throws SQLException {
        rows.write(connection);
    }
}
