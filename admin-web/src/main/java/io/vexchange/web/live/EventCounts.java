package io.vexchange.web.live;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vexchange.engine.client.Directory;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.LiveState;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.ExecType;
import io.vexchange.engine.protocol.ExecutionReportDecoder;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** Counts orders, refusals and trades as their events pass, whoever entered them. Added to by the thread that follows the engine. */
final class EventCounts {
    private static final int CODES = 1 << 10;

    private final LongAdder accepted = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder canceled = new LongAdder();
    private final LongAdder replaced = new LongAdder();
    private final LongAdder expired = new LongAdder();
    private final LongAdder trades = new LongAdder();
    private final AtomicLongArray byCode = new AtomicLongArray(CODES);

    void report(final ExecutionReportDecoder report) {
        final ExecType type = ExecType.of((char) report.execType());
        if (type == null) {
            return;
        }
        switch (type) {
            case NEW -> accepted.increment();
            case REJECTED -> {
                refused.increment();
                if (report.code() > 0 && report.code() < CODES) {
                    byCode.incrementAndGet(report.code());
                }
            }
            case CANCELED -> canceled.increment();
            case REPLACED -> replaced.increment();
            case EXPIRED -> expired.increment();
            default -> {
                // no order begins or ends by it
            }
        }
    }

    void trade(final int status) {
        if (status == 0) {
            trades.increment();
        }
    }

    void bindTo(final MeterRegistry meters, final Directory directory, final LiveState state) {
        count(meters, "accepted", accepted);
        count(meters, "refused", refused);
        count(meters, "canceled", canceled);
        count(meters, "replaced", replaced);
        count(meters, "expired", expired);
        FunctionCounter.builder("vex.trades", trades, LongAdder::sum)
                .description("Trades since the start of this process")
                .register(meters);
        for (final Code code : Code.values()) {
            if (code.number() > 0 && code.number() < CODES) {
                FunctionCounter.builder("vex.refusals", byCode, all -> all.get(code.number()))
                        .description("Orders refused by the engine, by the code of FIX 58")
                        .tag("code", code.name())
                        .register(meters);
            }
        }
        for (final Instrument each : directory.instruments()) {
            Gauge.builder("vex.book.orders", state, it -> orders(it, each.id()))
                    .description("Orders in the book, by what is displayed")
                    .tag("symbol", each.symbol())
                    .register(meters);
        }
    }

    private static double orders(final LiveState state, final int instrumentId) {
        final var book = state.book(instrumentId, Integer.MAX_VALUE);
        return book == null
                ? 0
                : book.bids().stream().mapToInt(each -> each.orderCount()).sum()
                        + book.offers().stream()
                                .mapToInt(each -> each.orderCount())
                                .sum();
    }

    private static void count(final MeterRegistry meters, final String result, final LongAdder count) {
        FunctionCounter.builder("vex.orders", count, LongAdder::sum)
                .description("What became of orders since the start of this process, by FIX and REST")
                .tag("result", result)
                .register(meters);
    }
}
