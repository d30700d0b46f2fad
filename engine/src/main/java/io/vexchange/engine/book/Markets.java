package io.vexchange.engine.book;

import io.vexchange.engine.directory.NamedTable;

/** All markets by instrument. */
public final class Markets {
    public final NamedTable<Market> table = new NamedTable<>();

    /** A kill switch covers all of them. */
    public boolean isKilled;

    public Market get(final int instrumentId) {
        return table.get(instrumentId);
    }

    public int size() {
        return table.size();
    }

    public void add(final Market market) {
        table.add(market.instrument.symbol, market);
    }
}
