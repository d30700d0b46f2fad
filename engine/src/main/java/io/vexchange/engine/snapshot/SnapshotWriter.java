package io.vexchange.engine.snapshot;

import io.vexchange.engine.EventSink;
import io.vexchange.engine.account.Account;
import io.vexchange.engine.account.ClOrdIds;
import io.vexchange.engine.account.IdKey;
import io.vexchange.engine.account.TransferReferences;
import io.vexchange.engine.book.BookSide;
import io.vexchange.engine.book.Level;
import io.vexchange.engine.book.Market;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.book.OrderQueue;
import io.vexchange.engine.book.PegList;
import io.vexchange.engine.command.CoreParts;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes everything a restart needs. What can be worked out from the rest is left out, and nothing depends on how the state lies in memory:
 * the same state gives the same bytes.
 */
public final class SnapshotWriter {
    private final CoreParts parts;
    private final DirectoryRecords directory;
    private final TradeRecords trades;
    private final RecordWriter out = new RecordWriter();
    private final UnsafeBuffer idBytes = new UnsafeBuffer(new byte[IdKey.MAX_LENGTH + Integer.BYTES]);
    private final long[] listed = new long[RecordKind.MAX_LISTED];

    public SnapshotWriter(final CoreParts parts) {
        this.parts = parts;
        directory = new DirectoryRecords(parts);
        trades = new TradeRecords(parts);
    }

    public void write(final EventSink sink) {
        out.sink(sink);
        venue();
        directory.write(out);
        for (int id = 1; id <= parts.accounts.table.size(); id++) {
            references(parts.accounts.get(id));
        }
        for (int id = 1; id <= parts.accounts.table.size(); id++) {
            for (Order order = parts.orders.of(id).firstEnded(); order != null; order = order.nextOfAccount()) {
                order(order);
            }
        }
        for (Order order = parts.orders.firstLive(); order != null; order = parts.orders.nextLive(order)) {
            order(order);
        }
        for (int id = 1; id <= parts.markets.size(); id++) {
            final Market market = parts.markets.get(id);
            standing(id, RecordKind.BIDS, market.bids);
            standing(id, RecordKind.OFFERS, market.offers);
            standing(id, RecordKind.BUY_STOPS, market.buyStops);
            standing(id, RecordKind.SELL_STOPS, market.sellStops);
            standing(id, RecordKind.MARKET_BUYS, market.marketBuys);
            standing(id, RecordKind.MARKET_SELLS, market.marketSells);
            standing(id, RecordKind.AT_CLOSE, market.atClose);
            parked(id, market.pegs);
        }
        for (Order order = parts.orders.past().first(); order != null; order = order.nextOfAccount()) {
            terms(RecordKind.PAST_ORDER, order, 0, 0)
                    .put(order.pastId(), order.pastIdLength())
                    .end();
        }
        trades.write(out);
        out.begin(RecordKind.END).end();
    }

    private void venue() {
        out.begin(RecordKind.VENUE)
                .put(parts.identity.high)
                .put(parts.identity.low)
                .put(parts.identity.behaviourVersion)
                .put(parts.log.sequence())
                .put(parts.log.trimmedSequence())
                .put(parts.log.timeMicros)
                .put(parts.day.isOpen())
                .put(parts.day.rolloverSecondOfDay())
                .put(parts.day.epochDay())
                .put(parts.counters.orders)
                .put(parts.counters.trades)
                .put(parts.counters.refills)
                .put(parts.killSwitches.nextId())
                .put(parts.log.hash().value())
                .put(parts.log.hash().entries())
                .put(parts.log.hash().notedEntries())
                .put(parts.log.hash().notedValue())
                .end();
    }

    private void references(final Account account) {
        if (account.references == null) {
            return;
        }
        for (final TransferReferences.Entry each : account.references.entries()) {
            out.begin(RecordKind.REFERENCE)
                    .put(account.id)
                    .put(each.reference)
                    .put(each.assetId)
                    .put(each.amount)
                    .put(each.sequence)
                    .end();
        }
    }

    private void order(final Order order) {
        int ids = 0;
        int current = 0;
        for (int id = order.firstId; id != ClOrdIds.NONE; id = parts.ids.next(id)) {
            current = id == order.currentId ? ids : current;
            ids++;
        }
        terms(RecordKind.ORDER, order, ids, current).end();
        ids(order);
    }

    private RecordWriter terms(final int kind, final Order order, final int ids, final int current) {
        return out.begin(kind)
                .put(order.id)
                .put(order.market.instrument.id)
                .put(order.account.id)
                .put(ids)
                .put(current)
                .put(order.side)
                .put(order.type)
                .put(order.timeInForce)
                .put(order.selfTradePrevention)
                .put(order.pegReference)
                .put(order.status)
                .put(order.flags)
                .put(order.leavesLots)
                .put(order.shownLots)
                .put(order.priceTicks)
                .put(order.protectionTicks)
                .put(order.coverTicks)
                .put(order.entryId)
                .put(order.quantityLots)
                .put(order.filledLots)
                .put(order.filledValue)
                .put(order.displayLots)
                .put(order.minimumLots)
                .put(order.stopPriceTicks)
                .put(order.place)
                .put(order.makerRate)
                .put(order.takerRate)
                .put(order.auctionRate)
                .put(order.referenceTicks)
                .put(order.ownerId)
                .put(order.connectionEpoch)
                .put(order.expireDay)
                .put(order.code)
                .put(order.expireTimeMicros)
                .put(order.createdMicros)
                .put(order.changedMicros)
                .put(order.echo(), order.echoLength());
    }

    private void ids(final Order order) {
        int id = order.firstId;
        while (id != ClOrdIds.NONE) {
            int count = 0;
            int last = id;
            for (int each = id; each != ClOrdIds.NONE && count < RecordKind.MAX_LISTED; each = parts.ids.next(each)) {
                count++;
                last = each;
            }
            out.begin(RecordKind.ORDER_IDS).put(count);
            for (int i = 0; i < count; i++) {
                out.put(idBytes, parts.ids.copy(id, idBytes, 0))
                        .put(parts.ids.fingerprint(id))
                        .put(parts.ids.isEntered(id));
                id = i == count - 1 ? parts.ids.next(last) : parts.ids.next(id);
            }
            out.end();
        }
    }

    private void standing(final int instrumentId, final int list, final BookSide side) {
        int count = 0;
        for (Level level = side.best(); level != null; level = side.after(level)) {
            for (Order order = level.first; order != null; order = order.next) {
                listed[count++] = order.id;
                if (count == RecordKind.MAX_LISTED) {
                    standing(instrumentId, list, count);
                    count = 0;
                }
            }
        }
        if (count > 0) {
            standing(instrumentId, list, count);
        }
    }

    private void standing(final int instrumentId, final int list, final OrderQueue queue) {
        int count = 0;
        for (Order order = queue.first(); order != null; order = order.next) {
            listed[count++] = order.id;
            if (count == RecordKind.MAX_LISTED) {
                standing(instrumentId, list, count);
                count = 0;
            }
        }
        if (count > 0) {
            standing(instrumentId, list, count);
        }
    }

    private void parked(final int instrumentId, final PegList pegs) {
        int count = 0;
        for (int i = 0; i < pegs.size(); i++) {
            if (pegs.get(i).stand == Order.Stand.PARKED) {
                listed[count++] = pegs.get(i).id;
            }
        }
        if (count > 0) {
            standing(instrumentId, RecordKind.PARKED, count);
        }
    }

    private void standing(final int instrumentId, final int list, final int count) {
        out.begin(RecordKind.STANDING).put(instrumentId).put(list).put(count);
        for (int i = 0; i < count; i++) {
            out.put(listed[i]);
        }
        out.end();
    }
}
