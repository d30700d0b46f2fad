package io.vexchange.fix;

import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.InstrumentStats;
import java.util.List;
import quickfix.Message;

/** SecurityListRequest (x): one or more SecurityList (y). On the session's thread. */
final class SecurityList {
    private static final int MOST_ENTRIES = 200;
    private static final char VALID = '0';
    private static final char INVALID = '1';
    private static final char NONE_FOUND = '2';

    private final Gateway gateway;
    private final TradingSession session;

    SecurityList(final Gateway gateway, final TradingSession session) {
        this.gateway = gateway;
        this.session = session;
    }

    void handle(final Message request) {
        final String requestId = Fields.text(request, 320);
        final String scope = Fields.text(request, 559);
        final String symbol = Fields.text(request, 55);
        final boolean isAll = "4".equals(scope);
        final boolean isSnapshot = !request.isSetField(263) || Fields.character(request, 263) == '0';
        if (!isSnapshot || (!isAll && (!"0".equals(scope) || symbol == null))) {
            answer(requestId, INVALID, List.of(), 0, true);
            return;
        }
        final Instrument one = isAll ? null : gateway.directory().instrument(symbol);
        final List<Instrument> listed =
                isAll ? gateway.directory().instruments() : one == null ? List.of() : List.of(one);
        if (listed.isEmpty()) {
            answer(requestId, NONE_FOUND, listed, 0, true);
        }
        for (int from = 0; from < listed.size(); from += MOST_ENTRIES) {
            final int to = Math.min(listed.size(), from + MOST_ENTRIES);
            answer(requestId, VALID, listed.subList(from, to), listed.size(), to == listed.size());
        }
    }

    private void answer(
            final String requestId,
            final char result,
            final List<Instrument> listed,
            final int total,
            final boolean isLast) {
        final StringBuilder body = new StringBuilder(100 + listed.size() * 120);
        FixText.field(body, 320, requestId);
        FixText.field(body, 322, gateway.refusalIds().next());
        FixText.field(body, 560, result);
        FixText.field(body, 393, total);
        FixText.field(body, 893, isLast ? 'Y' : 'N');
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
            final StaticCollar collar = StaticCollar.of(instrument, stats);
            FixText.field(body, 965, instrument.enabled() ? '1' : '2');
            FixText.field(body, 969, instrument.price(1));
            FixText.field(body, 1140, instrument.quantity(instrument.maximumLots()));
            if (collar != null) {
                FixText.field(body, 1148, instrument.price(collar.lowestTicks()));
                FixText.field(body, 1149, instrument.price(collar.highestTicks()));
            }
        }
    }
}
