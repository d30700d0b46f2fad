package io.vexchange.fix;

import io.vexchange.engine.client.Decimals;
import io.vexchange.engine.client.Instrument;
import io.vexchange.fix.market.Entry;
import java.util.ArrayList;
import java.util.List;

/** Bodies of W and X, all but MDReqID (262), which alone differs between subscribers. */
final class MarketDataText {
    private static final int MOST_ENTRIES = 500;
    private static final int TYPICAL_ENTRY = 60;

    private final Instrument instrument;
    private final boolean extensions;

    MarketDataText(final Instrument instrument, final boolean extensions) {
        this.instrument = instrument;
        this.extensions = extensions;
    }

    /** @return the body of a W behind 262 */
    String snapshot(final List<Entry> entries, final long publicSequence) {
        final StringBuilder body = new StringBuilder(60 + entries.size() * TYPICAL_ENTRY);
        FixText.field(body, 55, instrument.symbol());
        FixText.field(body, 268, entries.size());
        for (final Entry each : entries) {
            FixText.field(body, 269, each.type());
            values(body, each);
            if (extensions && each.view() == Entry.View.BY_ORDER) {
                FixText.field(body, 278, each.id());
            }
        }
        if (extensions) {
            FixText.field(body, 83, publicSequence);
        }
        return body.toString();
    }

    /** @return the bodies of one or more X behind 262; a new entry is never parted from what it follows */
    List<String> increments(final List<Entry> entries) {
        final List<String> bodies = new ArrayList<>(1);
        int from = 0;
        while (from < entries.size()) {
            int to = Math.min(entries.size(), from + MOST_ENTRIES);
            while (to < entries.size() && entries.get(to).isNew()) {
                to++;
            }
            bodies.add(increment(entries.subList(from, to)));
            from = to;
        }
        return bodies;
    }

    private String increment(final List<Entry> entries) {
        final StringBuilder body = new StringBuilder(20 + entries.size() * TYPICAL_ENTRY * 2);
        FixText.field(body, 268, entries.size());
        for (final Entry each : entries) {
            FixText.field(body, 279, each.action());
            FixText.field(body, 269, each.type());
            if (each.id() != 0) {
                FixText.field(body, 278, each.id());
            }
            FixText.field(body, 55, instrument.symbol());
            values(body, each);
            if (extensions) {
                FixText.field(body, 83, each.publicSequence());
            }
        }
        return body.toString();
    }

    private void values(final StringBuilder body, final Entry entry) {
        if (entry.priceTicks() != Decimals.ABSENT) {
            body.append("270=");
            Decimals.append(body, entry.priceTicks(), instrument.tickMantissa(), instrument.tickDecimals());
            body.append(FixText.SOH);
        }
        final boolean isGone = entry.isDelete() && entry.view() != Entry.View.ALL;
        if (entry.lots() != Decimals.ABSENT && !isGone) {
            body.append("271=");
            Decimals.append(body, entry.lots(), instrument.lotMantissa(), instrument.lotDecimals());
            body.append(FixText.SOH);
        }
        if (entry.timeMicros() != 0) {
            final String time = FixText.time(new StringBuilder(24), entry.timeMicros(), extensions)
                    .toString();
            FixText.field(body, 272, time.substring(0, 8));
            FixText.field(body, 273, time.substring(9));
        }
        if (entry.isIndicative()) {
            FixText.field(body, 286, '5');
        }
        if (entry.orderCount() > 0 && !isGone) {
            FixText.field(body, 346, entry.orderCount());
        }
    }
}
