package io.vexchange.engine.matching;

import io.vexchange.engine.book.BookSide;
import io.vexchange.engine.book.Level;
import io.vexchange.engine.book.Market;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.event.MarketEvents;
import io.vexchange.engine.risk.Bounds;

/** Keeps pegs where their reference is, and parked where there is none. Only orders with a price of their own are a reference. */
final class Pegs {
    private static final byte PRIMARY = 'R';

    private final MarketEvents events;
    private final Matcher matcher;

    Pegs(final MarketEvents events, final Matcher matcher) {
        this.events = events;
        this.matcher = matcher;
    }

    /** After a command: pegs are priced once; then, while two of them meet, the later one trades with the other. */
    void follow(final Market market) {
        if (!market.isContinuous() || market.pegs.size() == 0) {
            return;
        }
        reprice(market);
        while (market.isContinuous() && meet(market)) {
            final Order buy = market.bids.best().first;
            final Order sell = market.offers.best().first;
            final Order later = buy.place > sell.place ? buy : sell;
            if (!later.isPeg()) {
                throw new IllegalStateException("no peg meets the other side buy=" + buy.id + " sell=" + sell.id);
            }
            matcher.move(later);
        }
    }

    private static boolean meet(final Market market) {
        final Level bid = market.bids.best();
        final Level offer = market.offers.best();
        return bid != null && offer != null && bid.priceTicks >= offer.priceTicks;
    }

    /** Brings every peg of a continuous market to its price, by place. */
    void reprice(final Market market) {
        if (market.pegs.size() == 0) {
            return;
        }
        final long bidTicks = priced(market.bids);
        final long offerTicks = priced(market.offers);
        for (int i = 0; i < market.pegs.size(); i++) {
            final Order peg = market.pegs.get(i);
            final long ticks = price(peg, bidTicks, offerTicks);
            if (ticks != peg.protectionTicks) {
                change(peg, ticks);
            }
        }
    }

    /** The best price of a side that is not a peg's. */
    private static long priced(final BookSide side) {
        Level level = side.best();
        while (level != null && level.first.isPeg()) {
            level = side.after(level);
        }
        return level == null ? Order.ABSENT : level.priceTicks;
    }

    private static long price(final Order peg, final long bidTicks, final long offerTicks) {
        final long ticks = reference(peg, bidTicks, offerTicks);
        if (ticks == Order.ABSENT || isBeyondCollar(peg.market, ticks)) {
            return Order.ABSENT;
        }
        return peg.isBuy() ? Math.min(ticks, peg.coverTicks) : Math.max(ticks, peg.coverTicks);
    }

    private static long reference(final Order peg, final long bidTicks, final long offerTicks) {
        if (peg.pegReference == PRIMARY) {
            return peg.isBuy() ? bidTicks : offerTicks;
        }
        if (bidTicks == Order.ABSENT || offerTicks == Order.ABSENT) {
            return Order.ABSENT;
        }
        final long width = offerTicks - bidTicks;
        return peg.isBuy() ? bidTicks + width / 2 : offerTicks - width / 2;
    }

    private static boolean isBeyondCollar(final Market market, final long ticks) {
        final int collarBp = market.instrument.rules.dynamicCollarBp();
        final long referenceTicks = market.referencePriceTicks;
        return collarBp != 0
                && (ticks < Bounds.below(referenceTicks, collarBp) || ticks > Bounds.above(referenceTicks, collarBp));
    }

    private void change(final Order peg, final long ticks) {
        final long oldTicks = peg.protectionTicks;
        if (oldTicks != Order.ABSENT) {
            peg.own().remove(peg);
            peg.shownLots = 0;
            peg.stand = Order.Stand.PARKED;
        }
        peg.protectionTicks = ticks;
        events.repriced(peg, ticks);
        if (oldTicks != Order.ABSENT) {
            events.removed(peg, peg.entryId, oldTicks);
        }
        if (ticks != Order.ABSENT) {
            stand(peg);
        }
    }

    /** A peg that stands nowhere goes into the book at its price, in its place. */
    void stand(final Order peg) {
        peg.entryId = peg.id;
        peg.shownLots = peg.fullTipLots();
        peg.stand = Order.Stand.BOOK;
        peg.own().append(peg, peg.protectionTicks);
        events.added(peg);
    }
}
