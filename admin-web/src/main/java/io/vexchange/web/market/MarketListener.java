package io.vexchange.web.market;

import io.vexchange.web.shape.PhaseShape;
import io.vexchange.web.shape.PublicTradeShape;

/** Hears of changes of the market. Called by the thread that follows the engine: a call must not block. */
public interface MarketListener {
    /**
     * A book has changed; told at the end of a command, never inside one.
     *
     * @param symbol whose
     */
    void onBook(String symbol);

    /**
     * A trade, or one that was corrected or busted.
     *
     * @param trade as everybody sees it
     */
    void onTrade(PublicTradeShape trade);

    /**
     * Another phase.
     *
     * @param phase as it is now
     */
    void onPhase(PhaseShape phase);
}
