package io.vexchange.engine.book;

import io.vexchange.engine.directory.NamedTable;
import java.util.Arrays;

/** All markets by instrument. */
public final class Markets {
    public final NamedTable<Market> table = new NamedTable<>();

    /** A kill switch covers all of them. */
    public boolean isKilled;

    /** When something falls due next has changed. */
    public boolean areDeadlinesStale = true;

    private Market[] touched = new Market[16];
    private int touchedCount;
    private Market[] passed = {};

    /** Something changed that a market's pegs or indicative price follow: they are looked at after the command. */
    public void touch(final Market market) {
        if (market.isTouched) {
            return;
        }
        market.isTouched = true;
        if (touchedCount == touched.length) {
            touched = Arrays.copyOf(touched, 2 * touchedCount);
        }
        int index = touchedCount++;
        while (index > 0 && touched[index - 1].instrument.id > market.instrument.id) {
            touched[index] = touched[index - 1];
            index--;
        }
        touched[index] = market;
    }

    /**
     * Begins a pass over the markets that have been touched, by instrument: all of them are untouched again.
     *
     * @return how many they are; {@link #passed} has them until the next pass
     */
    public int beginPass() {
        if (passed.length < touchedCount) {
            passed = new Market[touched.length];
        }
        final int count = touchedCount;
        for (int i = 0; i < count; i++) {
            passed[i] = touched[i];
            touched[i] = null;
            passed[i].isTouched = false;
        }
        touchedCount = 0;
        return count;
    }

    /** @return the so-manieth market of the running pass, from 0 */
    public Market passed(final int index) {
        return passed[index];
    }

    public Market get(final int instrumentId) {
        return table.get(instrumentId);
    }

    public int size() {
        return table.size();
    }

    public void add(final Market market) {
        table.add(market.instrument.symbol, market);
    }
}
