package io.vexchange.bench.replay;

import com.paritytrading.parity.match.OrderBook;
import com.paritytrading.parity.match.OrderBookListener;
import com.paritytrading.parity.match.Side;

/** A yardstick: parity-match, a book and nothing else. What a report needs beside what it tells is looked up by the file's order id. */
final class ParitySubject implements Subject, OrderBookListener {
    private final Workload workload;
    private final ReportLog log;
    private final byte[] sides;
    private final long[] ticks;
    private OrderBook book = new OrderBook(this);
    private boolean hasRested;
    private boolean hasCancelled;

    ParitySubject(final Workload workload, final ReportLog log) {
        this.workload = workload;
        this.log = log;
        sides = new byte[workload.maxOrderId + 1];
        ticks = new long[workload.maxOrderId + 1];
    }

    @Override
    public String name() {
        return "parity-match 0.7.0";
    }

    @Override
    public void prepare() {
        book = new OrderBook(this);
        log.clear();
    }

    @Override
    public void apply(final int index) {
        log.message(workload.sequences[index]);
        final int id = workload.orderIds[index];
        switch (workload.types[index]) {
            case Workload.NEW -> {
                sides[id] = workload.sides[index];
                log.order(ReportLog.ACCEPTED, sides[id], id, workload.ticks[index], workload.lots[index]);
                enter(index, id);
                if (workload.areImmediate[index] && hasRested) {
                    book.cancel(id, 0);
                    log.order(ReportLog.CANCELLED, sides[id], id, ticks[id], 0);
                }
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

    private void enter(final int index, final int id) {
        ticks[id] = workload.ticks[index];
        hasRested = false;
        book.enter(id, sides[id] == Workload.BUY ? Side.BUY : Side.SELL, ticks[id], workload.lots[index]);
    }

    private boolean cancel(final int id) {
        hasCancelled = false;
        book.cancel(id, 0);
        return hasCancelled;
    }

    @Override
    public void check() {
        // the hash says whether it was right
    }

    @Override
    public void match(
            final long restingOrderId,
            final long incomingOrderId,
            final Side incomingSide,
            final long price,
            final long executedQuantity,
            final long remainingQuantity) {
        log.trade(price, executedQuantity, restingOrderId, incomingOrderId);
    }

    @Override
    public void add(final long orderId, final Side side, final long price, final long size) {
        hasRested = true;
    }

    @Override
    public void cancel(final long orderId, final long canceledQuantity, final long remainingQuantity) {
        hasCancelled = true;
    }
}
