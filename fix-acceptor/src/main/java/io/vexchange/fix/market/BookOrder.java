package io.vexchange.fix.market;

/** A displayed order. A new object each time it joins a level, so identity tells a place in the queue. */
final class BookOrder {
    final long entryId;
    final BookPrice at;
    long lots;
    BookOrder previous;
    BookOrder next;

    BookOrder(final long entryId, final BookPrice at, final long lots) {
        this.entryId = entryId;
        this.at = at;
        this.lots = lots;
    }
}
