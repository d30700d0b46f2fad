package io.vexchange.web.live;

/** Hears what happens to accounts. Called by the thread that follows the engine: a call must not block. */
public interface AccountListener {
    /**
     * A report on an order.
     *
     * @param sequence of the event
     * @param accountId whose order
     * @param report decoded on demand, by any thread
     */
    void onReport(long sequence, int accountId, LazyReport report);

    /**
     * A balance has changed.
     *
     * @param accountId whose
     */
    void onBalance(int accountId);

    /** Some reports have been missed: the engine's state was taken anew. */
    void onGap();
}
