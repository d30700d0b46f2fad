package io.vexchange.exchange.venue;

import io.vexchange.fix.HistoryUnavailableException;
import io.vexchange.fix.TradeHistory;
import io.vexchange.fix.TradeSearch;
import io.vexchange.fix.TradeSide;
import io.vexchange.store.query.FillQuery;
import io.vexchange.store.query.FillRow;
import io.vexchange.store.query.Queries;
import io.vexchange.store.query.QueryFailedException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The tables, as the FIX gateway reads them. Threads: any. */
final class PastTrades implements TradeHistory {
    private static final Map<String, Integer> STATUSES = Map.of("EXECUTED", 0, "CORRECTED", 1, "BUSTED", 2);

    private final Queries queries;

    PastTrades(final DataSource reader) {
        queries = new Queries(reader);
    }

    private static <T> T ask(final Supplier<T> question) {
        try {
            return question.get();
        } catch (final QueryFailedException e) {
            throw new HistoryUnavailableException(e);
        }
    }

    @Override
    public long position() {
        return ask(queries::position);
    }

    @Override
    public List<TradeSide> sides(final TradeSearch search, final int limit) {
        final FillQuery query = new FillQuery(
                search.accounts(),
                search.orderId(),
                search.clOrdId(),
                search.symbol(),
                search.side() == 0 ? null : search.side() == '1' ? "BUY" : "SELL",
                search.execId(),
                search.fromDay(),
                search.toDay(),
                search.fromMicros(),
                search.toMicros());
        return ask(() -> queries.fills(query, limit)).stream()
                .map(PastTrades::side)
                .toList();
    }

    private static TradeSide side(final FillRow row) {
        return new TradeSide(
                row.executionId(),
                row.tradeId(),
                row.orderId(),
                row.clientOrderId(),
                row.account(),
                row.symbol(),
                "BUY".equals(row.side()) ? '1' : '2',
                row.price(),
                row.quantity(),
                row.fee(),
                row.feeAsset(),
                STATUSES.get(row.status()),
                Integer.parseInt(row.tradeDay().format(DateTimeFormatter.BASIC_ISO_DATE)),
                row.executedMicros());
    }
}
