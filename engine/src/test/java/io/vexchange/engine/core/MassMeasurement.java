package io.vexchange.engine.core;

import io.vexchange.engine.EngineLimits;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Random;

/** Measures a mass cancel of a million resting orders, the most a venue may have. Run by hand; arguments: orders, rounds. */
final class MassMeasurement {
    private static final int ORDERS = 1_000_000;

    private MassMeasurement() {}

    public static void main(final String[] arguments) {
        final int orders = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ORDERS;
        final int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4;
        final TestVenue venue = new TestVenue(EngineLimits.defaults().withOutboxEvents(Long.MAX_VALUE / 2));
        venue.checkNoMore();
        venue.listenNoMore();
        final Random random = new Random(1);
        final Trader[] traders = {TestVenue.ALPHA, TestVenue.ALPHA2, TestVenue.BETA, TestVenue.GAMMA};
        for (int round = 1; round <= rounds; round++) {
            for (int i = 0; i < orders; i++) {
                final boolean isBuy = i % 2 == 0;
                final OrderCommand order = venue.order(traders[i / 2 % traders.length]);
                final int away = 1 + random.nextInt(900);
                (isBuy ? order.buy(1).at(10_000 - away) : order.sell(1).at(10_000 + away)).send();
            }
            final long begin = System.nanoTime();
            final long cpuBegin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            venue.massCancel(TestVenue.OPERATOR, 0, 0, '\0');
            final double millis = (System.nanoTime() - begin) / 1e6;
            final double cpu = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBegin) / 1e6;
            System.out.printf(
                    Locale.ROOT,
                    "round %d: %d orders cancelled in %.0f ms, of which %.0f ms on a processor%n",
                    round,
                    orders,
                    millis,
                    cpu);
        }
    }
}
