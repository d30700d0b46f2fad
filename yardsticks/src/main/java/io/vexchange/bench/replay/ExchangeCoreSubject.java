package io.vexchange.bench.replay;

import exchange.core2.collections.objpool.ObjectsPool;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.orderbook.OrderBookEventsHelper;

/** A yardstick: the faster book of exchange-core by itself, without its risk engine and ring; its events come from a pool. */
final class ExchangeCoreSubject implements Subject {
    private static final int POOLED_EVENTS = 1 << 14;
    private static final long TRADER = 1;

    private final Workload workload;
    private final ReportLog log;
    private final OrderCommand command = new OrderCommand();
    private final MatcherTradeEvent[] events = new MatcherTradeEvent[POOLED_EVENTS];
    private final byte[] sides;
    private final long[] ticks;
    private int usedEvents;
    private OrderBookDirectImpl book = newBook();

    ExchangeCoreSubject(final Workload workload, final ReportLog log) {
        this.workload = workload;
        this.log = log;
        sides = new byte[workload.maxOrderId + 1];
        ticks = new long[workload.maxOrderId + 1];
        for (int i = 0; i < events.length; i++) {
            events[i] = new MatcherTradeEvent();
        }
        command.uid = TRADER;
        command.symbol = 1;
    }

    private OrderBookDirectImpl newBook() {
        return new OrderBookDirectImpl(
                CoreSymbolSpecification.builder()
                        .symbolId(1)
                        .type(SymbolType.CURRENCY_EXCHANGE_PAIR)
                        .baseCurrency(2)
                        .quoteCurrency(1)
                        .baseScaleK(1)
                        .quoteScaleK(1)
                        .build(),
                ObjectsPool.createDefaultTestPool(),
                new OrderBookEventsHelper(this::event),
                LoggingConfiguration.DEFAULT);
    }

    private MatcherTradeEvent event() {
        final MatcherTradeEvent event = events[usedEvents++];
        event.nextEvent = null;
        return event;
    }

    @Override
    public String name() {
        return "exchange-core 0.5.3";
    }

    @Override
    public void prepare() {
        book = newBook();
        log.clear();
    }

    @Override
    public void apply(final int index) {
        log.message(workload.sequences[index]);
        final int id = workload.orderIds[index];
        usedEvents = 0;
        switch (workload.types[index]) {
            case Workload.NEW -> {
                sides[id] = workload.sides[index];
                log.order(ReportLog.ACCEPTED, sides[id], id, workload.ticks[index], workload.lots[index]);
                enter(index, id);
            }
            case Workload.CANCEL -> {
                if (cancel(id)) {
                    log.order(ReportLog.CANCELLED, sides[id], id, ticks[id], 0);
                } else {
                    log.refused(ReportLog.CANCEL_REFUSED, id);
                }
            }
            default -> {
                if (cancel(id)) {
                    log.order(ReportLog.MODIFIED, sides[id], id, workload.ticks[index], workload.lots[index]);
                    enter(index, id);
                } else {
                    log.refused(ReportLog.MODIFY_REFUSED, id);
                }
            }
        }
    }

    private boolean cancel(final int id) {
        command.matcherEvent = null;
        command.orderId = id;
        return book.cancelOrder(command) == CommandResultCode.SUCCESS;
    }

    private void enter(final int index, final int id) {
        ticks[id] = workload.ticks[index];
        command.matcherEvent = null;
        command.orderId = id;
        command.price = ticks[id];
        command.reserveBidPrice = ticks[id];
        command.size = workload.lots[index];
        command.action = sides[id] == Workload.BUY ? OrderAction.BID : OrderAction.ASK;
        command.orderType = workload.areImmediate[index] ? OrderType.IOC : OrderType.GTC;
        book.newOrder(command);
        for (MatcherTradeEvent event = command.matcherEvent; event != null; event = event.nextEvent) {
            if (event.eventType == MatcherEventType.TRADE) {
                log.trade(event.price, event.size, event.matchedOrderId, id);
            } else {
                log.order(ReportLog.CANCELLED, sides[id], id, ticks[id], 0);
            }
        }
    }

    @Override
    public void check() {
        book.validateInternalState();
    }
}
