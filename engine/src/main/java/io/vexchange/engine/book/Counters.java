package io.vexchange.engine.book;

/** The newest id of each kind; none is given twice. */
public final class Counters {
    /** Ids of refilled icebergs in public data begin here, so that they never meet an order's. */
    private static final long FIRST_ENTRY_ID = 1L << 62;

    public long orders;
    public long trades;
    public long refills;

    public long nextEntryId() {
        return FIRST_ENTRY_ID + ++refills;
    }
}
