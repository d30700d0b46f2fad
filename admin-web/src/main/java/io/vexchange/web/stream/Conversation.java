package io.vexchange.web.stream;

import io.vexchange.web.access.Credentials;
import io.vexchange.web.access.Principal;
import io.vexchange.web.json.MalformedJsonException;
import java.util.Set;

/** Answers what clients say. The hub's thread only. */
final class Conversation {
    static final int MAX_SUBSCRIPTIONS = 100;

    private static final Set<Long> DEPTHS = Set.of(1L, 10L, 25L, 50L, 100L, 200L);
    private static final int DEFAULT_DEPTH = 25;

    private final Streams streams;
    private final PrivateStreams privates;
    private final PrivateStreams watch;
    private final Credentials credentials;
    private final boolean publicMarketData;

    Conversation(
            final Streams streams,
            final PrivateStreams privates,
            final PrivateStreams watch,
            final Credentials credentials,
            final boolean publicMarketData) {
        this.streams = streams;
        this.privates = privates;
        this.watch = watch;
        this.credentials = credentials;
        this.publicMarketData = publicMarketData;
    }

    void hear(final Viewer viewer, final String text, final String address, final long nowNanos) {
        viewer.heard(nowNanos, true);
        if (!viewer.allowance().message(nowNanos)) {
            fault(viewer, "null", null, null, "LIMIT", "messages a second=20", nowNanos);
            return;
        }
        final Request request;
        try {
            request = Request.of(text);
        } catch (final MalformedJsonException e) {
            fault(viewer, "null", null, null, "MALFORMED_BODY", e.getMessage(), nowNanos);
            return;
        }
        final String op = request.text("op");
        if (request.unknown() != null) {
            fault(viewer, request.id(), op, null, "UNKNOWN_FIELD", "member=" + request.unknown(), nowNanos);
            return;
        }
        if (op == null) {
            fault(viewer, request.id(), null, null, "MISSING_FIELD", "op is required", nowNanos);
            return;
        }
        switch (op) {
            case "ping" -> viewer.enqueue(Frames.pong(request.id()));
            case "auth" -> authenticate(viewer, request, address, nowNanos);
            case "subscribe", "unsubscribe" -> subscription(viewer, op, request, nowNanos);
            default -> fault(viewer, request.id(), op, null, "INVALID_FIELD", "op=" + op, nowNanos);
        }
    }

    private void authenticate(final Viewer viewer, final Request request, final String address, final long nowNanos) {
        final String token = request.text("token");
        if (token == null) {
            fault(viewer, request.id(), "auth", null, "MISSING_FIELD", "token is required", nowNanos);
            return;
        }
        final Principal principal = credentials.byToken(token, address);
        if (principal == null) {
            viewer.enqueue(Frames.error(
                    request.id(), "auth", null, "UNAUTHENTICATED", "the token is unknown, expired or revoked"));
            viewer.close(CloseCodes.POLICY, "UNAUTHENTICATED");
            return;
        }
        viewer.principal(principal);
        viewer.enqueue(Frames.authenticated(request.id(), principal));
    }

    private void subscription(final Viewer viewer, final String op, final Request request, final long nowNanos) {
        final Channel channel = Channel.ofWord(request.text("channel"));
        final String word = channel == null ? request.text("channel") : channel.word();
        if (channel == null) {
            final String code = request.has("channel") ? "INVALID_FIELD" : "MISSING_FIELD";
            fault(viewer, request.id(), op, word, code, "channel=" + word, nowNanos);
            return;
        }
        final String refusal = refusal(viewer.principal(), channel);
        if (refusal != null) {
            viewer.enqueue(Frames.error(request.id(), op, word, refusal, "channel=" + word));
            return;
        }
        final String symbol = request.text("symbol");
        if (symbol == null && (channel == Channel.BOOK || channel == Channel.TRADES)) {
            fault(viewer, request.id(), op, word, "MISSING_FIELD", "symbol is required", nowNanos);
            return;
        }
        if (symbol != null && !streams.isKnown(symbol)) {
            viewer.enqueue(Frames.error(request.id(), op, word, "UNKNOWN_SYMBOL", "symbol=" + symbol));
            return;
        }
        final String key = word + "|" + (channel.isPublic() ? symbol : request.text("account"));
        if (op.equals("unsubscribe")) {
            viewer.unsubscribe(key);
            viewer.enqueue(Frames.unsubscribed(request.id(), word, symbol));
            return;
        }
        if (viewer.slot(key) == null && viewer.subscriptions() >= MAX_SUBSCRIPTIONS) {
            viewer.enqueue(
                    Frames.error(request.id(), op, word, "LIMIT", "subscriptions of a socket=" + MAX_SUBSCRIPTIONS));
            return;
        }
        subscribe(viewer, channel, key, symbol, request, nowNanos);
    }

    private void subscribe(
            final Viewer viewer,
            final Channel channel,
            final String key,
            final String symbol,
            final Request request,
            final long nowNanos) {
        final String id = request.id();
        switch (channel) {
            case BOOK -> {
                final long depth = request.whole("depth", DEFAULT_DEPTH);
                if (!DEPTHS.contains(depth)) {
                    fault(viewer, id, "subscribe", "book", "INVALID_DEPTH", "depth is one of " + sorted(), nowNanos);
                    return;
                }
                viewer.unsubscribe(key);
                viewer.enqueue(Frames.subscribed(id, "book", symbol, (int) depth));
                viewer.subscribe(key, streams.book(viewer, symbol, (int) depth, nowNanos));
                viewer.pump();
            }
            case TRADES, TICKER, PHASES -> {
                viewer.unsubscribe(key);
                viewer.enqueue(Frames.subscribed(id, channel.word(), symbol, 0));
                viewer.subscribe(key, streams.market(viewer, channel, symbol));
                viewer.pump();
            }
            case SESSIONS, ALERTS, SYSTEM -> watch.subscribe(viewer, channel, key, request);
            default -> privates.subscribe(viewer, channel, key, request);
        }
    }

    private static String sorted() {
        return DEPTHS.stream().sorted().toList().toString();
    }

    /** @return the code that refuses the channel, or null */
    private String refusal(final Principal principal, final Channel channel) {
        if (channel.access().isOpen(publicMarketData)) {
            return null;
        }
        if (principal == null) {
            return "UNAUTHENTICATED";
        }
        return channel.access().allows(principal.role()) ? null : "FORBIDDEN";
    }

    private static void fault(
            final Viewer viewer,
            final String id,
            final String op,
            final String channel,
            final String code,
            final String detail,
            final long nowNanos) {
        viewer.enqueue(Frames.error(id, op, channel, code, detail));
        if (!viewer.allowance().fault(nowNanos)) {
            viewer.close(CloseCodes.POLICY, "too many faults");
        }
    }
}
