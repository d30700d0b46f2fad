package io.vexchange.fix;

import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.InstrumentStats;
import io.vexchange.engine.model.Phase;
import java.util.List;
import quickfix.Message;

/** Snapshots of what everybody may know: the state of an instrument (e, f), the list of instruments (x, y). */
final class PublicAnswers {
    private static final long BASIS_POINTS = 10_000;
    private static final String SNAPSHOT = "0";

    private final Gateway gateway;
    private final TradingSession session;

    PublicAnswers(final Gateway gateway, final TradingSession session) {
        this.gateway = gateway;
        this.session = session;
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
}
