package io.vexchange.web.history;

import io.vexchange.web.shape.AuditShape;
import io.vexchange.web.shape.CandleShape;
import io.vexchange.web.shape.ExecutionShape;
import io.vexchange.web.shape.IncidentShape;
import io.vexchange.web.shape.LedgerShape;
import io.vexchange.web.shape.OrderShape;
import io.vexchange.web.shape.PositionShape;
import io.vexchange.web.shape.TradeShape;
import java.util.List;

/**
 * What has happened, from PostgreSQL. Threads: any; every call may block for a query. Lists are newest first unless they say otherwise.
 * Every call throws {@link HistoryUnavailableException} when the database does not answer.
 */
public interface History {
    /** @return the newest event it shows */
    long position();

    /**
     * @param filter what is asked for
     * @param beforeId orders with a smaller id
     * @param limit at most
     * @return orders by descending id
     */
    List<OrderShape> orders(OrderFilter filter, long beforeId, int limit);

    /**
     * @param id of an order
     * @return it, or null
     */
    OrderShape order(long id);

    /**
     * @param filter what is asked for
     * @param beforeSequence reports of earlier events
     * @param limit at most
     * @return reports by descending event
     */
    List<ExecutionShape> executions(ExecutionFilter filter, long beforeSequence, int limit);

    /**
     * @param filter what is asked for
     * @param afterSequence reports of later events
     * @param limit at most
     * @return reports by ascending event
     */
    List<ExecutionShape> executionsAfter(ExecutionFilter filter, long afterSequence, int limit);

    /**
     * @param filter what is asked for
     * @param beforeId trades with a smaller id
     * @param limit at most
     * @return trades by descending id, both sides filled in
     */
    List<TradeShape> trades(TradeFilter filter, long beforeId, int limit);

    /**
     * @param id of a trade
     * @return it, both sides filled in, or null
     */
    TradeShape trade(long id);

    /**
     * @param filter what is asked for
     * @param beforeSequence entries of earlier events, or of the same one and an earlier line
     * @param beforeLine line within that event, {@link Integer#MAX_VALUE} for all
     * @param limit at most
     * @return entries by descending event and line
     */
    List<LedgerShape> ledger(LedgerFilter filter, long beforeSequence, int beforeLine, int limit);

    /**
     * @param symbol of an instrument
     * @param intervalSeconds length of a candle
     * @param fromMicros first start, inclusive; null for the newest
     * @param toMicros last start, exclusive; null for now
     * @param limit at most
     * @return candles, oldest first; without a lower bound the newest {@code limit} of them
     */
    List<CandleShape> candles(String symbol, int intervalSeconds, Long fromMicros, Long toMicros, int limit);

    /**
     * @param account name of an account
     * @return what it has bought and sold, by symbol; open quantities are zero
     */
    List<PositionShape> positions(String account);

    /**
     * @param sequence of an event the tables show
     * @return what all accounts had bought and sold up to it
     */
    List<TradedBefore> tradedUpTo(long sequence);

    /**
     * @param filter what is asked for
     * @param beforeId entries of earlier events
     * @param limit at most
     * @return audit entries by descending event
     */
    List<AuditShape> audit(AuditFilter filter, long beforeId, int limit);

    /**
     * @param filter what is asked for
     * @param beforeId entries of earlier events
     * @param limit at most
     * @return incidents by descending event
     */
    List<IncidentShape> incidents(IncidentFilter filter, long beforeId, int limit);
}
