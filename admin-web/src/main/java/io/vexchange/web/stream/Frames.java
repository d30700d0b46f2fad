package io.vexchange.web.stream;

import io.vexchange.web.access.Principal;
import io.vexchange.web.json.Json;
import io.vexchange.web.json.Times;

/** Frames that are not of a book. `id` is the JSON text of what the client sent, or {@code null}. */
final class Frames {
    private Frames() {}

    static String subscribed(final String id, final String channel, final String symbol, final int depth) {
        final StringBuilder out = head("subscribed", id, channel);
        member(out, "symbol", symbol);
        if (depth > 0) {
            out.append(",\"depth\":").append(depth);
        }
        return out.append('}').toString();
    }

    static String unsubscribed(final String id, final String channel, final String symbol) {
        final StringBuilder out = head("unsubscribed", id, channel);
        member(out, "symbol", symbol);
        return out.append('}').toString();
    }

    static String error(
            final String id, final String op, final String channel, final String code, final String detail) {
        final StringBuilder out =
                new StringBuilder(160).append("{\"type\":\"error\",\"id\":").append(id);
        out.append(",\"op\":");
        Json.quote(out, op);
        out.append(",\"channel\":");
        Json.quote(out, channel);
        member(out, "code", code);
        member(out, "detail", detail);
        return out.append('}').toString();
    }

    static String authenticated(final String id, final Principal principal) {
        final StringBuilder out = new StringBuilder(160)
                .append("{\"type\":\"authenticated\",\"id\":")
                .append(id);
        member(out, "user", principal.user());
        member(out, "role", principal.role().word());
        return out.append(",\"accounts\":")
                .append(Json.text(principal.accounts()))
                .append('}')
                .toString();
    }

    static String pong(final String id) {
        return "{\"type\":\"pong\",\"id\":" + id + ",\"time\":\"" + Times.text(Times.nowMicros()) + "\"}";
    }

    static String heartbeat() {
        return "{\"type\":\"heartbeat\",\"time\":\"" + Times.text(Times.nowMicros()) + "\"}";
    }

    /** A REST object under {@code data}. */
    static String data(final String type, final String channel, final String symbol, final Object shape) {
        final StringBuilder out = new StringBuilder(512).append("{\"type\":\"").append(type);
        out.append("\",\"channel\":\"").append(channel).append('"');
        if (symbol != null) {
            member(out, "symbol", symbol);
        }
        return out.append(",\"data\":").append(Json.text(shape)).append('}').toString();
    }

    /** A list under {@code data}, as of an event. */
    static String snapshot(final String channel, final Object list, final long eventSequence) {
        return "{\"type\":\"snapshot\",\"channel\":\"" + channel + "\",\"data\":" + Json.text(list)
                + ",\"eventSequence\":" + eventSequence + "}";
    }

    private static StringBuilder head(final String type, final String id, final String channel) {
        return new StringBuilder(128)
                .append("{\"type\":\"")
                .append(type)
                .append("\",\"id\":")
                .append(id)
                .append(",\"channel\":\"")
                .append(channel)
                .append('"');
    }

    private static void member(final StringBuilder out, final String name, final String value) {
        if (value == null && name.equals("symbol")) {
            return;
        }
        out.append(",\"").append(name).append("\":");
        Json.quote(out, value);
    }
}
