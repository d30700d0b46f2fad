package io.vexchange.fix;

import java.util.List;

/** The trades of the past. Calls block. Threads: any. */
public interface TradeHistory {
    /** A gateway without one: every question is refused. */
    TradeHistory NONE = new TradeHistory() {
        @Override
        public long position() {
            throw new HistoryUnavailableException(null);
        }

        @Override
        public List<TradeSide> sides(final TradeSearch search, final int limit) {
            throw new HistoryUnavailableException(null);
        }
    };

    /**
     * @return the newest event it shows
     * @throws HistoryUnavailableException when it does not answer
     */
    long position();

    /**
     * @param search which
     * @param limit at most
     * @return sides of trades by ascending ExecID
     * @throws HistoryUnavailableException when it does not answer
     */
    List<TradeSide> sides(TradeSearch search, int limit);
}
