package io.vexchange.engine.snapshot;

import io.vexchange.engine.account.Account;
import io.vexchange.engine.account.IdKey;
import io.vexchange.engine.account.TransferReferences;
import io.vexchange.engine.book.Market;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.command.CoreParts;
import io.vexchange.engine.risk.Holds;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Puts the records of a snapshot together again, in their order. */
public final class SnapshotReader {
    private final CoreParts parts;
    private final DirectoryRecords directory;
    private final TradeRecords trades;
    private final RecordReader in = new RecordReader();
    private final IdKey key = new IdKey();
    private final UnsafeBuffer text = new UnsafeBuffer(new byte[0]);
    private Order pending;
    private int pendingIds;
    private int currentIn;
    private boolean isComplete;

    public SnapshotReader(final CoreParts parts) {
        this.parts = parts;
        directory = new DirectoryRecords(parts);
        trades = new TradeRecords(parts);
    }

    public void read(final DirectBuffer buffer, final int offset, final int length) {
        final int kind = in.begin(buffer, offset, length);
        if (isComplete || (pending != null) != (kind == RecordKind.ORDER_IDS)) {
            throw new IllegalStateException("snapshot record is out of place kind=" + kind);
        }
        switch (kind) {
            case RecordKind.VENUE -> venue();
            case RecordKind.REFERENCE -> reference();
            case RecordKind.ORDER -> pending = order();
            case RecordKind.ORDER_IDS -> ids();
            case RecordKind.STANDING -> standing();
            case RecordKind.PAST_ORDER -> trades.past(order(), in.text());
            case RecordKind.TRADES -> trades.readTrades(in);
            case RecordKind.TRADE -> trades.readTrade(in);
            case RecordKind.END -> {
                trades.end();
                allowShortfalls();
                isComplete = true;
            }
            default -> {
                if (!directory.read(kind, in)) {
                    throw new IllegalStateException("snapshot record kind=" + kind + " is unknown");
                }
            }
        }
    }

    private void venue() {
        parts.identity.high = in.number();
        parts.identity.low = in.number();
        parts.identity.behaviourVersion = in.integer();
        parts.ids.seed(parts.identity.high ^ Long.rotateLeft(parts.identity.low, Integer.SIZE));
        parts.log.restore(in.number(), in.number());
        parts.log.timeMicros = in.number();
        final boolean isOpen = in.flag();
        final int second = in.integer();
        final long epochDay = in.number();
        if (isOpen) {
            parts.day.restore(second, epochDay);
        }
        parts.counters.orders = in.number();
        parts.counters.trades = in.number();
        parts.counters.refills = in.number();
        parts.killSwitches.nextId(in.number());
        parts.log.hash().restore(in.number(), in.number(), in.number(), in.number());
    }

    private void reference() {
        final Account account = parts.accounts.get(in.integer());
        if (account.references == null) {
            account.references = new TransferReferences();
        }
        account.references.add(new TransferReferences.Entry(in.text(), in.integer(), in.number(), in.number()));
    }

    private Order order() {
        final Order order = parts.orders.allocate();
        order.id = in.number();
        order.market = parts.markets.get(in.integer());
        order.account = parts.accounts.get(in.integer());
        pendingIds = in.integer();
        currentIn = in.integer();
        order.side = in.character();
        order.type = in.character();
        order.timeInForce = in.character();
        order.selfTradePrevention = in.character();
        order.pegReference = in.character();
        order.status = in.character();
        order.flags = in.character();
        order.leavesLots = in.number();
        order.shownLots = in.number();
        order.priceTicks = in.number();
        order.protectionTicks = in.number();
        order.coverTicks = in.number();
        order.entryId = in.number();
        order.quantityLots = in.number();
        order.filledLots = in.number();
        order.filledValue = in.number();
        order.displayLots = in.number();
        order.minimumLots = in.number();
        order.stopPriceTicks = in.number();
        order.place = in.number();
        order.makerRate = in.integer();
        order.takerRate = in.integer();
        order.auctionRate = in.integer();
        order.referenceTicks = in.number();
        order.ownerId = in.integer();
        order.connectionEpoch = in.integer();
        order.expireDay = in.integer();
        order.code = in.integer();
        order.expireTimeMicros = in.number();
        order.createdMicros = in.number();
        order.changedMicros = in.number();
        final byte[] echo = in.text();
        text.wrap(echo);
        order.echo(text, 0, echo.length);
        return order;
    }

    private void ids() {
        final int count = in.integer();
        for (int i = 0; i < count; i++) {
            final byte[] id = in.text();
            text.wrap(id);
            key.load(text, 0, id.length);
            final int entry =
                    parts.ids.add(pending.account.id, key, pending.id, in.number(), in.flag(), pending.lastId);
            pending.spent(entry);
            if (currentIn-- == 0) {
                pending.currentId = entry;
            }
            pendingIds--;
        }
        if (pendingIds == 0) {
            complete(pending);
            pending = null;
        }
    }

    private void complete(final Order order) {
        if (order.isLive()) {
            parts.orders.addLive(order);
            Holds.refresh(order);
            parts.expiries.update(order);
        } else {
            parts.orders.addEnded(order);
        }
    }

    /** What is short was short when the snapshot was written, by busts. */
    private void allowShortfalls() {
        for (int id = 1; id <= parts.accounts.table.size(); id++) {
            for (int asset = 1; asset <= parts.directory.assets.size(); asset++) {
                parts.accounts.get(id).allowShortfall(asset);
            }
        }
    }

    private void standing() {
        final Market market = parts.markets.get(in.integer());
        final int list = in.integer();
        final int count = in.integer();
        for (int i = 0; i < count; i++) {
            stand(market, list, parts.orders.get(in.number()));
        }
    }

    private static void stand(final Market market, final int list, final Order order) {
        if (order.isPeg()) {
            market.pegs.add(order);
        }
        switch (list) {
            case RecordKind.BIDS, RecordKind.OFFERS -> {
                order.stand = Order.Stand.BOOK;
                order.own().append(order, order.workingTicks());
            }
            case RecordKind.BUY_STOPS, RecordKind.SELL_STOPS -> {
                order.stand = Order.Stand.STOP;
                order.stops().append(order, order.stopPriceTicks);
            }
            case RecordKind.MARKET_BUYS, RecordKind.MARKET_SELLS ->
                market.marketOrders(order.isBuy()).append(order, Order.Stand.MARKET);
            case RecordKind.AT_CLOSE -> market.atClose.append(order, Order.Stand.CLOSE);
            case RecordKind.PARKED -> order.stand = Order.Stand.PARKED;
            default -> throw new IllegalStateException("snapshot list=" + list + " is unknown");
        }
    }
}
