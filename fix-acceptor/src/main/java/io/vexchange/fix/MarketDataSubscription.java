package io.vexchange.fix;

/** One instrument of a V with 263=1. The publisher's thread only. */
final class MarketDataSubscription {
    private final TradingSession session;
    private final int connectionEpoch;
    private final String requestId;
    private final MarketDataForm form;

    /** Its next message is a W: the first, or one that makes good what it has not taken. */
    boolean isBehind = true;

    MarketDataSubscription(final TradingSession session, final String requestId, final MarketDataForm form) {
        this.session = session;
        this.connectionEpoch = session.connectionEpoch();
        this.requestId = requestId;
        this.form = form;
    }

    MarketDataForm form() {
        return form;
    }

    boolean isOf(final TradingSession owner, final String id) {
        return session == owner && requestId.equals(id);
    }

    /** @return false once the connection that subscribed has ended */
    boolean isAlive() {
        return session.isBound() && session.connectionEpoch() == connectionEpoch;
    }

    /** @return true when the network takes what it is sent */
    boolean keepsUp() {
        return session.keepsUp();
    }

    /** @return false when it could not be sent */
    boolean send(final String msgType, final String body) {
        final StringBuilder whole = new StringBuilder(body.length() + requestId.length() + 8);
        FixText.field(whole, 262, requestId).append(body);
        return session.publish(msgType, whole);
    }
}
