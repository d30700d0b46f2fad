package io.vexchange.engine.model_check;

import java.util.ArrayList;
import java.util.List;

/** Tells what happens: numbers the events and fills in what every report carries. */
final class Reports {
    static final int POST_ONLY = 1;
    static final int STOP_TRIGGERED = 2;
    static final int STOP_WAITING = 4;
    static final int LAST_OF_MASS_STATUS = 8;
    static final int UNKNOWN = 16;
    static final int DUPLICATE = 32;
    static final int UNASKED = 64;

    long sequence;
    long nowMicros;
    long tradeDay;
    private List<Item> told = new ArrayList<>();

    List<Item> take() {
        final List<Item> taken = told;
        told = new ArrayList<>();
        return taken;
    }

    /** An event. */
    void event(final Item item) {
        sequence++;
        told.add(item.with("sequence", sequence).with("timeMicros", nowMicros));
    }

    /** A reply, no event. */
    void reply(final Item item) {
        told.add(item);
    }

    /** A report of the order; the caller adds what is special about it and tells it. */
    Item report(final Order order, final String execType) {
        return state(order)
                .with("execType", execType)
                .with("clOrdId", order.clOrdId)
                .with("origClOrdId", "")
                .with("requesterId", 0)
                .with("code", "NONE")
                .with("restatementReason", 0)
                .with("liquidity", "")
                .with("lastPriceTicks", null)
                .with("lastLots", null)
                .with("tradeId", 0)
                .with("refSequence", 0);
    }

    /** Ended though nobody asked by an F or G of his own: 378=99, no 41. */
    Item ended(final Order order, final String execType, final String code) {
        return report(order, execType)
                .with("code", code)
                .with("restatementReason", 99)
                .with("flags", flags(order) | UNASKED);
    }

    int flags(final Order order) {
        return (order.isPostOnly ? POST_ONLY : 0)
                | (order.isStop() && order.isTriggered ? STOP_TRIGGERED : 0)
                | (order.isWaitingStop() ? STOP_WAITING : 0);
    }

    private Item state(final Order order) {
        final Market market = order.market;
        return Item.of("ExecutionReport")
                .with("orderId", order.id)
                .with("instrumentId", market.id)
                .with("accountId", order.account.id)
                .with("participantId", order.account.firm.id)
                .with("ownerId", order.ownerId)
                .with("orderStatus", order.status)
                .with("side", order.side)
                .with("orderType", order.type)
                .with("timeInForce", order.timeInForce)
                .with("selfTradePrevention", order.mode)
                .with("pegReference", order.pegReference)
                .with("flags", flags(order))
                .with("priceTicks", order.priceTicks)
                .with("stopPriceTicks", order.stopPriceTicks)
                .with("workingPriceTicks", order.isInBook() ? order.bookTicks() : null)
                .with("quantityLots", order.quantityLots)
                .with("filledLots", order.filledLots)
                .with("leavesLots", order.leavesLots)
                .with("visibleLots", order.isInBook() ? order.shownLots : 0)
                .with("displayLots", order.displayLots)
                .with("minimumLots", order.minimumLots)
                .with("filledValue", order.filledValue)
                .with("expireTimeMicros", order.expireTimeMicros)
                .with("expireDay", order.expireDay)
                .with("tradeDay", tradeDay)
                .with("createdMicros", order.createdMicros)
                .with("baseTotal", order.account.total(market.baseAssetId))
                .with("baseHeld", order.account.held(market.baseAssetId))
                .with("quoteTotal", order.account.total(market.quoteAssetId))
                .with("quoteHeld", order.account.held(market.quoteAssetId))
                .with("orderClOrdId", order.clOrdId)
                .with("echo", order.echo);
    }

    void tell(final Order order, final Item report) {
        order.changedMicros = nowMicros;
        event(report);
    }

    /** An order comes to stand at a price, or nowhere, without a report. */
    void stands(final Order order, final Long ticks) {
        event(Item.of("PegRepriced").with("orderId", order.id).with("workingPriceTicks", ticks));
    }

    /** A change of the public book: 0 added, 1 changed in place, 2 removed. */
    void book(final Order order, final int action, final long displayedLots) {
        order.market.isTouched = true;
        event(Item.of("BookUpdate")
                .with("instrumentId", order.market.id)
                .with("action", action)
                .with("side", order.side)
                .with("publicSequence", ++order.market.publicSequence)
                .with("entryId", order.entryId)
                .with("orderId", order.id)
                .with("priceTicks", order.bookTicks())
                .with("displayedLots", displayedLots));
    }
}
