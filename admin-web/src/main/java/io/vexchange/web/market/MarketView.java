package io.vexchange.web.market;

import io.vexchange.web.shape.InstrumentShape;
import io.vexchange.web.shape.PhaseShape;
import io.vexchange.web.shape.PublicTradeShape;
import io.vexchange.web.shape.StatsShape;
import java.util.List;

/** The market as it is now. Threads: any. Symbols given to it exist, but to {@link #instrument}. */
public interface MarketView {
    /** @return all instruments, by symbol */
    List<InstrumentShape> instruments();

    /**
     * @param symbol of an instrument
     * @return it, or null when there is none
     */
    InstrumentShape instrument(String symbol);

    /**
     * @param symbol of an instrument
     * @return how its numbers are written
     */
    Scale scale(String symbol);

    /**
     * @param symbol of an instrument
     * @param depth levels a side, at least 1
     * @return the best of its book, at the end of a command
     */
    BookWindow window(String symbol, int depth);

    /**
     * @param symbol of an instrument
     * @return its phase
     */
    PhaseShape phase(String symbol);

    /**
     * @param symbol of an instrument
     * @return its trading day
     */
    StatsShape stats(String symbol);

    /**
     * @param symbol of an instrument
     * @return its newest trades, at most 1,000, newest first
     */
    List<PublicTradeShape> trades(String symbol);

    /**
     * @param listener told of every change from now on
     */
    void listen(MarketListener listener);
}
