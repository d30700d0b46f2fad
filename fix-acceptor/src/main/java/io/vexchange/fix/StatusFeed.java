package io.vexchange.fix;

import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.InstrumentStats;
import io.vexchange.engine.client.KillSwitch;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.KillScope;
import io.vexchange.engine.model.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import quickfix.Message;

/**
 * The state of instruments (e, f) and of the market (g, h), told when asked and, to who has subscribed, on every change. Everything runs on
 * a line of its own, so a change is never told before the state it follows.
 */
final class StatusFeed {
    private static final int MOST_WATCHES = 2_000;
    private static final int MARKET = 0;
    private static final int UNKNOWN = 20;
    private static final int OTHER = 0;
    private static final int OPEN = 2;
    private static final int CLOSED = 3;
    private static final int HALTED = 1;
    private static final int REJECTED = 6;
    private static final String EXCHANGE = "VEX";

    /** Who is told of what: an instrument, or the market. */
    private record Watch(TradingSession session, int connectionEpoch, int instrumentId, String requestId) {
        boolean isAlive() {
            return session.isBound() && session.connectionEpoch() == connectionEpoch;
        }
    }

    private final Gateway gateway;
    private final Executor line;

    // on the line only
    private final List<Watch> watches = new ArrayList<>();
    private int told = OPEN;

    StatusFeed(final Gateway gateway, final Executor pool) {
        this.gateway = gateway;
        this.line = new SerialExecutor(pool);
    }

    /** SecurityStatusRequest (e). */
    void security(final TradingSession session, final Message request) {
        final String symbol = Fields.text(request, 55);
        final Instrument instrument =
                symbol == null ? null : gateway.directory().instrument(symbol);
        final String requestId = Fields.text(request, 324);
        if (instrument == null) {
            final StringBuilder body = new StringBuilder(100);
            FixText.field(body, 324, requestId);
            FixText.field(body, 55, symbol);
            FixText.field(body, 326, UNKNOWN);
            FixText.field(body, 58, Code.UNKNOWN_SYMBOL.name());
            session.answer("f", body);
            return;
        }
        final Watch watch = new Watch(session, session.connectionEpoch(), instrument.id(), requestId);
        line.execute(() -> watch(watch, request, () -> {
            final InstrumentStats stats = gateway.liveState().stats(instrument.id());
            final boolean isKnown = stats != null && stats.phase() != null;
            tell(
                    watch,
                    instrument,
                    isKnown ? stats.phase() : instrument.phase(),
                    isKnown && stats.phaseSinceMicros() > 0 ? stats.phaseSinceMicros() : OutboundMessage.nowMicros(),
                    false);
        }));
    }

    /** TradingSessionStatusRequest (g). */
    void market(final TradingSession session, final Message request) {
        final String requestId = Fields.text(request, 335);
        final String exchange = Fields.text(request, 336);
        if (exchange != null && !EXCHANGE.equals(exchange)) {
            final StringBuilder body = new StringBuilder(60);
            FixText.field(body, 335, requestId);
            FixText.field(body, 336, exchange);
            FixText.field(body, 340, REJECTED);
            FixText.field(body, 567, '1');
            session.answer("h", body);
            return;
        }
        final Watch watch = new Watch(session, session.connectionEpoch(), MARKET, requestId);
        line.execute(() -> watch(watch, request, () -> tell(watch, marketStatus(), false)));
    }

    private void watch(final Watch watch, final Message request, final Runnable answer) {
        watches.removeIf(each -> !each.isAlive());
        final boolean isHeld = watches.removeIf(each -> each.session == watch.session
                && each.requestId.equals(watch.requestId)
                && (each.instrumentId == MARKET) == (watch.instrumentId == MARKET));
        switch (Fields.character(request, 263)) {
            case '0' -> answer.run();
            case '1' -> {
                if (watches.stream()
                                .filter(each -> each.session == watch.session)
                                .count()
                        >= MOST_WATCHES) {
                    refuse(watch, request, Code.TOO_MANY);
                    return;
                }
                answer.run();
                watches.add(watch);
            }
            default -> {
                if (!isHeld) {
                    refuse(watch, request, Code.NOT_FOUND);
                }
            }
        }
    }

    private static void refuse(final Watch watch, final Message request, final Code code) {
        watch.session.reply("j", Refusals.business(request, watch.requestId, OTHER, code.name()));
    }

    /** An instrument has entered a phase. Any thread. */
    void phaseChanged(final int instrumentId, final Phase phase, final long timeMicros) {
        line.execute(() -> {
            final Instrument instrument = gateway.directory().instrument(instrumentId);
            for (final Watch each : watches) {
                if (each.instrumentId == instrumentId && each.isAlive()) {
                    tell(each, instrument, phase, timeMicros, true);
                }
            }
        });
        marketChanged();
    }

    /** Something has happened that may open, close or halt the market. Any thread. */
    void marketChanged() {
        line.execute(() -> {
            final int now = marketStatus();
            if (now != told) {
                told = now;
                for (final Watch each : watches) {
                    if (each.instrumentId == MARKET && each.isAlive()) {
                        tell(each, now, true);
                    }
                }
            }
        });
    }

    private int marketStatus() {
        for (final KillSwitch each : gateway.liveState().killSwitches()) {
            if (each.engaged() && each.scope() == KillScope.MARKET) {
                return HALTED;
            }
        }
        final boolean isClosed =
                gateway.directory().instruments().stream().allMatch(each -> each.phase() == Phase.CLOSED);
        return isClosed ? CLOSED : OPEN;
    }

    private static void tell(final Watch watch, final int status, final boolean isUnsolicited) {
        final StringBuilder body = new StringBuilder(60);
        FixText.field(body, 335, watch.requestId);
        FixText.field(body, 336, EXCHANGE);
        FixText.field(body, 339, '3');
        FixText.field(body, 325, isUnsolicited ? 'Y' : 'N');
        FixText.field(body, 340, status);
        watch.session.reply("h", body);
    }

    private void tell(
            final Watch watch,
            final Instrument instrument,
            final Phase phase,
            final long timeMicros,
            final boolean isUnsolicited) {
        final InstrumentStats stats = gateway.liveState().stats(instrument.id());
        final StaticCollar collar = StaticCollar.of(instrument, stats);
        final StringBuilder body = new StringBuilder(160);
        FixText.field(body, 324, watch.requestId);
        FixText.field(body, 55, instrument.symbol());
        FixText.field(body, 625, phase.name());
        FixText.field(body, 325, isUnsolicited ? 'Y' : 'N');
        FixText.field(body, 326, tradingStatus(phase));
        if (collar != null) {
            FixText.field(body, 332, instrument.price(collar.highestTicks()));
            FixText.field(body, 333, instrument.price(collar.lowestTicks()));
        }
        if (stats != null && stats.lastTradeId() > 0) {
            FixText.field(body, 31, instrument.price(stats.lastPriceTicks()));
        }
        body.append("60=");
        FixText.time(body, timeMicros, watch.session.extensions()).append(FixText.SOH);
        watch.session.reply("f", body);
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
}
