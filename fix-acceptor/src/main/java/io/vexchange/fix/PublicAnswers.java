package io.vexchange.fix;

import io.vexchange.engine.client.BookDepth;
import io.vexchange.engine.client.BookEntry;
import io.vexchange.engine.client.BookLevel;
import io.vexchange.engine.client.Decimals;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.InstrumentStats;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.model.Side;
import java.util.ArrayList;
import java.util.List;
import quickfix.FieldNotFound;
import quickfix.Group;
import quickfix.Message;

/** Snapshots of what everybody may know: the book (V, W), the state of an instrument (e, f), the list of instruments (x, y). */
final class PublicAnswers {
    private static final long BASIS_POINTS = 10_000;
    private static final String ENTRY_TYPES = "0124578B";
    private static final String SNAPSHOT = "0";

    private final Gateway gateway;
    private final TradingSession session;

    PublicAnswers(final Gateway gateway, final TradingSession session) {
        this.gateway = gateway;
        this.session = session;
    }

    /** MarketDataRequest: one W an instrument, or one Y. */
    void marketData(final Message request, final boolean withinThrottle) {
        final String requestId = Fields.text(request, 262);
        final int depth = LogonRequest.number(Fields.text(request, 264));
        final String types = values(request, 267, 269);
        final List<Instrument> instruments = new ArrayList<>();
        char fault = withinThrottle ? 0 : '2';
        for (final String each : symbols(request)) {
            final Instrument instrument = gateway.directory().instrument(each);
            fault = fault == 0 && instrument == null ? '0' : fault;
            instruments.add(instrument);
        }
        if (fault == 0 && !SNAPSHOT.equals(Fields.text(request, 263))) {
            fault = '4';
        }
        if (fault == 0 && depth < 0) {
            fault = '5';
        }
        if (fault == 0 && !types.chars().allMatch(each -> ENTRY_TYPES.indexOf(each) >= 0)) {
            fault = '8';
        }
        if (fault != 0) {
            final StringBuilder body = new StringBuilder(80);
            FixText.field(body, 262, requestId);
            FixText.field(body, 281, fault);
            FixText.field(body, 58, fault == '2' ? Code.THROTTLED.name() : Code.UNSUPPORTED_FIELD.name());
            session.answer("Y", body);
            return;
        }
        final boolean orderByOrder = "N".equals(Fields.text(request, 266));
        for (final Instrument each : instruments) {
            session.answer("W", snapshot(requestId, each, types, depth == 0 ? Integer.MAX_VALUE : depth, orderByOrder));
        }
    }

    private CharSequence snapshot(
            final String requestId,
            final Instrument instrument,
            final String types,
            final int depth,
            final boolean orderByOrder) {
        return gateway.liveState().read(() -> {
            final InstrumentStats stats = gateway.liveState().stats(instrument.id());
            final Entries entries = new Entries(instrument);
            if (orderByOrder) {
                orders(entries, instrument, types, depth);
            } else {
                levels(entries, instrument, types, depth);
            }
            if (stats != null) {
                statistics(entries, stats, types);
            }
            final StringBuilder body = new StringBuilder(entries.text.length() + 60);
            FixText.field(body, 262, requestId);
            FixText.field(body, 55, instrument.symbol());
            if (session.extensions()) {
                FixText.field(body, 83, stats == null ? 0 : stats.publicSequence());
            }
            FixText.field(body, 268, entries.count);
            return body.append(entries.text);
        });
    }

    private void levels(final Entries entries, final Instrument instrument, final String types, final int depth) {
        final BookDepth book = gateway.liveState().book(instrument.id(), depth);
        if (book == null) {
            return;
        }
        for (final char type : new char[] {'0', '1'}) {
            if (types.indexOf(type) >= 0) {
                for (final BookLevel each : type == '0' ? book.bids() : book.offers()) {
                    entries.begin(type).price(each.priceTicks()).quantity(each.lots());
                    FixText.field(entries.text, 346, each.orderCount());
                }
            }
        }
    }

    private void orders(final Entries entries, final Instrument instrument, final String types, final int depth) {
        for (final Side side : Side.values()) {
            final char type = side == Side.BUY ? '0' : '1';
            if (types.indexOf(type) >= 0) {
                for (final BookEntry each : gateway.liveState().entries(instrument.id(), side, depth)) {
                    entries.begin(type).price(each.priceTicks()).quantity(each.lots());
                    if (session.extensions()) {
                        FixText.field(entries.text, 278, each.entryId());
                    }
                }
            }
        }
    }

    private static void statistics(final Entries entries, final InstrumentStats stats, final String types) {
        if (types.indexOf('2') >= 0 && stats.lastTradeId() > 0) {
            entries.begin('2').price(stats.lastPriceTicks()).quantity(stats.lastLots());
            final String time = FixText.time(new StringBuilder(21), stats.lastTradeMicros(), false)
                    .toString();
            FixText.field(entries.text, 272, time.substring(0, 8));
            FixText.field(entries.text, 273, time.substring(9));
        }
        entries.price(types, '4', stats.openPriceTicks());
        entries.price(types, '5', stats.previousCloseTicks());
        entries.price(types, '7', stats.highPriceTicks());
        entries.price(types, '8', stats.lowPriceTicks());
        if (types.indexOf('B') >= 0) {
            entries.begin('B').quantity(stats.volumeLots());
        }
    }

    /** The entries of a W. */
    private static final class Entries {
        final StringBuilder text = new StringBuilder(512);
        final Instrument instrument;
        int count;

        Entries(final Instrument instrument) {
            this.instrument = instrument;
        }

        Entries begin(final char type) {
            count++;
            FixText.field(text, 269, type);
            return this;
        }

        Entries price(final long ticks) {
            FixText.field(text, 270, instrument.price(ticks));
            return this;
        }

        void price(final String types, final char type, final long ticks) {
            if (types.indexOf(type) >= 0 && ticks != Decimals.ABSENT && ticks > 0) {
                begin(type).price(ticks);
            }
        }

        Entries quantity(final long lots) {
            FixText.field(text, 271, instrument.quantity(lots));
            return this;
        }
    }

    /** SecurityStatusRequest: one f. @return false when it cannot be answered so */
    boolean securityStatus(final Message request) {
        final Instrument instrument = gateway.directory().instrument(Fields.text(request, 55));
        if (!SNAPSHOT.equals(Fields.text(request, 263)) || instrument == null) {
            return false;
        }
        final InstrumentStats stats = gateway.liveState().stats(instrument.id());
        final Phase phase = stats == null || stats.phase() == null ? instrument.phase() : stats.phase();
        final StringBuilder body = new StringBuilder(150);
        FixText.field(body, 324, Fields.text(request, 324));
        FixText.field(body, 55, instrument.symbol());
        FixText.field(body, 625, phase.name());
        FixText.field(body, 325, 'N');
        FixText.field(body, 326, tradingStatus(phase));
        final long reference = stats == null ? instrument.referencePriceTicks() : stats.referencePriceTicks();
        FixText.field(body, 332, instrument.price(highest(instrument, reference)));
        FixText.field(body, 333, instrument.price(lowest(instrument, reference)));
        if (stats != null && stats.lastTradeId() > 0) {
            FixText.field(body, 31, instrument.price(stats.lastPriceTicks()));
        }
        body.append("60=");
        FixText.time(body, OutboundMessage.nowMicros(), session.extensions()).append(FixText.SOH);
        session.answer("f", body);
        return true;
    }

    private static int tradingStatus(final Phase phase) {
        return switch (phase) {
            case CONTINUOUS -> 17;
            case HALTED, CANCEL_ONLY -> 2;
            case PRE_OPEN -> 21;
            case OPENING_AUCTION -> 22;
            case VOLATILITY_AUCTION, CLOSING_AUCTION -> 5;
            case CLOSED -> 18;
        };
    }

    private static long highest(final Instrument instrument, final long reference) {
        return Math.floorDiv(reference * (BASIS_POINTS + instrument.staticCollarBp()), BASIS_POINTS);
    }

    private static long lowest(final Instrument instrument, final long reference) {
        return -Math.floorDiv(-reference * (BASIS_POINTS - instrument.staticCollarBp()), BASIS_POINTS);
    }

    /** SecurityListRequest: one y. */
    void securities(final Message request) {
        final boolean all = "4".equals(Fields.text(request, 559));
        final Instrument one = gateway.directory().instrument(String.valueOf(Fields.text(request, 55)));
        final List<Instrument> listed =
                all ? gateway.directory().instruments() : one == null ? List.of() : List.of(one);
        final StringBuilder body = new StringBuilder(400);
        final String requestId = Fields.text(request, 320);
        FixText.field(body, 320, requestId);
        FixText.field(body, 322, gateway.refusalIds().next());
        FixText.field(body, 560, listed.isEmpty() ? '2' : '0');
        FixText.field(body, 393, listed.size());
        FixText.field(body, 893, 'Y');
        if (!listed.isEmpty()) {
            FixText.field(body, 146, listed.size());
        }
        listed.forEach(each -> security(body, each));
        session.answer("y", body);
    }

    private void security(final StringBuilder body, final Instrument instrument) {
        FixText.field(body, 55, instrument.symbol());
        FixText.field(body, 107, instrument.symbol());
        FixText.field(
                body, 15, gateway.directory().asset(instrument.quoteAssetId()).name());
        FixText.field(body, 561, instrument.quantity(1));
        FixText.field(body, 562, instrument.quantity(instrument.minimumLots()));
        if (session.extensions()) {
            final InstrumentStats stats = gateway.liveState().stats(instrument.id());
            final long reference = stats == null ? instrument.referencePriceTicks() : stats.referencePriceTicks();
            FixText.field(body, 969, instrument.price(1));
            FixText.field(body, 1140, instrument.quantity(instrument.maximumLots()));
            FixText.field(body, 1148, instrument.price(lowest(instrument, reference)));
            FixText.field(body, 1149, instrument.price(highest(instrument, reference)));
        }
    }

    private static List<String> symbols(final Message request) {
        final List<String> symbols = new ArrayList<>();
        for (final Group each : request.getGroups(146)) {
            symbols.add(String.valueOf(Fields.text(each, 55)));
        }
        return symbols;
    }

    private static String values(final Message request, final int group, final int tag) {
        final StringBuilder values = new StringBuilder();
        for (final Group each : request.getGroups(group)) {
            try {
                values.append(each.getString(tag));
            } catch (final FieldNotFound e) {
                throw Fields.missing(tag);
            }
        }
        return values.toString();
    }
}
