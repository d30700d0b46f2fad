package io.vexchange.fix;

import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.model.Code;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quickfix.FieldNotFound;
import quickfix.Group;
import quickfix.Message;

/** A session's MarketDataRequests (V): one fault refuses the whole (Y). On the session's thread. */
final class MarketDataRequests {
    private static final String ENTRY_TYPES = "0124578B";
    private static final int LONGEST_ID = 36;
    private static final int MOST_SUBSCRIPTIONS = 2_000;

    private record Fault(char reason, String text) {}

    private final Gateway gateway;
    private final TradingSession session;
    private final Map<String, Integer> inUse = new HashMap<>();
    private int connectionEpoch;

    MarketDataRequests(final Gateway gateway, final TradingSession session) {
        this.gateway = gateway;
        this.session = session;
    }

    void handle(final Message request, final boolean withinThrottle) {
        if (connectionEpoch != session.connectionEpoch()) {
            connectionEpoch = session.connectionEpoch();
            inUse.clear(); // nothing is restored at the next logon
        }
        final String requestId = Fields.text(request, 262);
        if (!Fields.isText(requestId, LONGEST_ID, '!')) {
            throw Fields.fault(quickfix.field.SessionRejectReason.VALUE_IS_INCORRECT, 262);
        }
        final List<MarketDataForm> forms = new ArrayList<>();
        final char kind = Fields.character(request, 263);
        final Fault fault = withinThrottle ? fault(request, requestId, kind, forms) : new Fault('2', "THROTTLED");
        if (fault != null) {
            refuse(requestId, fault);
        } else if (kind == '0') {
            gateway.marketData().show(session, requestId, forms);
        } else if (kind == '1') {
            inUse.put(requestId, forms.size());
            gateway.marketData().subscribe(session, requestId, forms);
        } else {
            inUse.remove(requestId);
            gateway.marketData().unsubscribe(session, requestId);
        }
    }

    private void refuse(final String requestId, final Fault fault) {
        final StringBuilder body = new StringBuilder(80);
        FixText.field(body, 262, requestId);
        FixText.field(body, 281, fault.reason);
        FixText.field(body, 58, fault.text);
        session.answer("Y", body);
    }

    private Fault fault(
            final Message request, final String requestId, final char kind, final List<MarketDataForm> forms) {
        if (kind == '2') {
            return inUse.containsKey(requestId) ? null : new Fault('4', Code.NOT_FOUND.name());
        }
        if (kind != '0' && kind != '1') {
            return new Fault('4', unsupported(263));
        }
        final Set<Instrument> instruments = new LinkedHashSet<>();
        for (final Group each : request.getGroups(146)) {
            final String symbol = Fields.text(each, 55);
            final Instrument instrument =
                    symbol == null ? null : gateway.directory().instrument(symbol);
            if (instrument == null) {
                return new Fault('0', Code.UNKNOWN_SYMBOL + ": " + symbol);
            }
            instruments.add(instrument);
        }
        if (inUse.containsKey(requestId)) {
            return new Fault('1', Code.IN_USE.name());
        }
        final int depth = LogonRequest.number(Fields.text(request, 264));
        if (depth < 0) {
            return new Fault('5', unsupported(264));
        }
        final char update = Fields.character(request, 265);
        if (update != 0 && update != '0' && update != '1') {
            return new Fault('6', unsupported(265));
        }
        final char aggregated = Fields.character(request, 266);
        if (aggregated != 0 && aggregated != 'Y' && aggregated != 'N') {
            return new Fault('7', unsupported(266));
        }
        final String types = types(request);
        if (types == null) {
            return new Fault('8', unsupported(269));
        }
        final int held = inUse.values().stream().mapToInt(Integer::intValue).sum();
        if (kind == '1' && held + instruments.size() > MOST_SUBSCRIPTIONS) {
            return new Fault('2', Code.TOO_MANY + ": more than " + MOST_SUBSCRIPTIONS + " subscriptions");
        }
        for (final Instrument each : instruments) {
            forms.add(new MarketDataForm(
                    each.id(), depth, aggregated == 'N', update == '0', types, session.extensions()));
        }
        return null;
    }

    private static String unsupported(final int tag) {
        return Code.UNSUPPORTED_FIELD + ": " + tag;
    }

    /** @return the entry types asked for, each once and in one order; null when one is not served */
    private static String types(final Message request) {
        final StringBuilder asked = new StringBuilder();
        for (final Group each : request.getGroups(267)) {
            try {
                final String type = each.getString(269);
                if (type.length() != 1 || ENTRY_TYPES.indexOf(type.charAt(0)) < 0) {
                    return null;
                }
                asked.append(type);
            } catch (final FieldNotFound e) {
                throw Fields.missing(269);
            }
        }
        final StringBuilder types = new StringBuilder();
        for (int i = 0; i < ENTRY_TYPES.length(); i++) {
            if (asked.indexOf(ENTRY_TYPES.substring(i, i + 1)) >= 0) {
                types.append(ENTRY_TYPES.charAt(i));
            }
        }
        return types.toString();
    }
}
