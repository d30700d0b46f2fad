package io.vexchange.store.projection;

import io.vexchange.engine.client.Decimals;
import org.agrona.collections.Long2LongHashMap;

/** The newest total of each account and asset that events have told, so that ledger lines can say what they left behind. One thread. */
final class KnownTotals {
    private final Long2LongHashMap totals = new Long2LongHashMap(Decimals.ABSENT);

    void put(final int accountId, final int assetId, final long total) {
        totals.put(key(accountId, assetId), total);
    }

    /** @return minor units, {@link Decimals#ABSENT} before any event told it */
    long get(final int accountId, final int assetId) {
        return totals.get(key(accountId, assetId));
    }

    private static long key(final int accountId, final int assetId) {
        return (long) accountId << 32 | assetId;
    }
}
