package io.vexchange.fix.market;

import io.vexchange.engine.client.Decimals;
import io.vexchange.engine.client.InstrumentStats;
import java.util.List;

/** Last trade, and open, close, high, low and volume of the trading day. */
final class Statistics {
    private static final int EXECUTED = 0;
    private static final int CORRECTED = 1;

    private int tradeDay;
    private long lastTradeId;
    private long lastPriceTicks = Decimals.ABSENT;
    private long lastLots = Decimals.ABSENT;
    private long lastMicros;
    private long openPriceTicks = Decimals.ABSENT;
    private long closePriceTicks = Decimals.ABSENT;
    private long highPriceTicks = Decimals.ABSENT;
    private long lowPriceTicks = Decimals.ABSENT;
    private long volumeLots;

    void begin(final InstrumentStats stats, final int day) {
        tradeDay = day;
        lastTradeId = stats.lastTradeId();
        lastPriceTicks = stats.lastPriceTicks();
        lastLots = stats.lastLots();
        lastMicros = stats.lastTradeMicros();
        openPriceTicks = stats.openPriceTicks();
        closePriceTicks = stats.previousCloseTicks();
        highPriceTicks = stats.highPriceTicks();
        lowPriceTicks = stats.lowPriceTicks();
        volumeLots = stats.volumeLots();
    }

    void apply(final PublicEvent.Printed event, final List<Entry> entries) {
        final long sequence = event.publicSequence();
        final char action = (char) ('0' + event.status());
        entries.add(
                Entry.trade(action, event.tradeId(), event.priceTicks(), event.lots(), event.timeMicros(), sequence));
        if (event.status() != EXECUTED) {
            if (event.tradeDay() == tradeDay) {
                volumeLots += (event.status() == CORRECTED ? event.lots() : 0) - event.reversedLots();
                volume(sequence, entries);
            }
            return;
        }
        tradeDay = Math.max(tradeDay, event.tradeDay());
        lastTradeId = event.tradeId();
        lastPriceTicks = event.priceTicks();
        lastLots = event.lots();
        lastMicros = event.timeMicros();
        volumeLots += event.lots();
        final boolean isFirst = openPriceTicks == Decimals.ABSENT;
        if (isFirst) {
            openPriceTicks = lastPriceTicks;
            entries.add(Entry.statistic(Entry.NEW, '4', openPriceTicks, Decimals.ABSENT, sequence));
        }
        if (isFirst || lastPriceTicks > highPriceTicks) {
            highPriceTicks = lastPriceTicks;
            entries.add(Entry.statistic(
                    isFirst ? Entry.NEW : Entry.CHANGE, '7', highPriceTicks, Decimals.ABSENT, sequence));
        }
        if (isFirst || lastPriceTicks < lowPriceTicks) {
            lowPriceTicks = lastPriceTicks;
            entries.add(
                    Entry.statistic(isFirst ? Entry.NEW : Entry.CHANGE, '8', lowPriceTicks, Decimals.ABSENT, sequence));
        }
        volume(sequence, entries);
    }

    private void volume(final long sequence, final List<Entry> entries) {
        entries.add(Entry.statistic(Entry.CHANGE, 'B', Decimals.ABSENT, volumeLots, sequence));
    }

    void turn(final int day, final long sequence, final List<Entry> entries) {
        if (day <= tradeDay) {
            return;
        }
        tradeDay = day;
        if (openPriceTicks != Decimals.ABSENT) {
            final boolean isFirst = closePriceTicks == Decimals.ABSENT;
            closePriceTicks = lastPriceTicks;
            entries.add(Entry.statistic(
                    isFirst ? Entry.NEW : Entry.CHANGE, '5', closePriceTicks, Decimals.ABSENT, sequence));
            for (final char each : new char[] {'4', '7', '8'}) {
                entries.add(Entry.statistic(Entry.DELETE, each, Decimals.ABSENT, Decimals.ABSENT, sequence));
            }
        }
        openPriceTicks = Decimals.ABSENT;
        highPriceTicks = Decimals.ABSENT;
        lowPriceTicks = Decimals.ABSENT;
        volumeLots = 0;
        volume(sequence, entries);
    }

    void show(final long sequence, final List<Entry> entries) {
        if (lastTradeId > 0) {
            entries.add(Entry.trade(Entry.NEW, lastTradeId, lastPriceTicks, lastLots, lastMicros, sequence));
        }
        show('4', openPriceTicks, sequence, entries);
        show('5', closePriceTicks, sequence, entries);
        show('7', highPriceTicks, sequence, entries);
        show('8', lowPriceTicks, sequence, entries);
        entries.add(Entry.statistic(Entry.NEW, 'B', Decimals.ABSENT, volumeLots, sequence));
    }

    private static void show(final char type, final long priceTicks, final long sequence, final List<Entry> entries) {
        if (priceTicks != Decimals.ABSENT && priceTicks > 0) {
            entries.add(Entry.statistic(Entry.NEW, type, priceTicks, Decimals.ABSENT, sequence));
        }
    }
}
