package io.vexchange.bench.replay;

import io.vexchange.engine.Engine;
import io.vexchange.engine.EngineLimits;

/** An engine with so many resting orders, entered as commands, spread over instruments and over 1,000 prices a side that do not meet. */
final class RestingOrders {
    private static final int PRICES = 1_000;
    private static final long MIDDLE = 100_000;
    private static final long STEP = 7_919;

    final NullSink sink = new NullSink();
    final Engine engine;
    final OrderEntry entry;
    private final int instruments;
    private long number;

    RestingOrders(final int orders, final int instruments) {
        this.instruments = instruments;
        engine = new Engine(EngineLimits.defaults().withOutboxEvents(Long.MAX_VALUE));
        final CommandWriter out = new CommandWriter(engine, sink);
        BenchVenue.open(out, instruments);
        entry = new OrderEntry(out);
        for (int i = 0; i < orders; i++) {
            rest();
        }
    }

    /** One more order behind the touch; its number, by which it is known. */
    long rest() {
        number++;
        final int side = (int) (number & 1);
        final long away = 1 + number * STEP % PRICES;
        entry.enter(instrument(), number, side, false, side == Workload.BUY ? MIDDLE - away : MIDDLE + away, 10, 'N');
        return number;
    }

    /** An order at the touch that rests, and one that takes it. */
    void trade() {
        number++;
        final int instrument = instrument();
        entry.enter(instrument, number, (int) (number & 1), false, MIDDLE, 1, 'N');
        number++;
        entry.enter(instrument, number, (int) (number & 1), true, MIDDLE, 1, 'N');
    }

    void cancel(final long entered) {
        number++;
        entry.cancel((int) (entered & 1), entered, number);
    }

    void cancelAll() {
        number++;
        entry.massCancel(number);
    }

    private int instrument() {
        return 1 + (int) (number / 2 % instruments);
    }
}
