package io.vexchange.web.stream;

import io.vexchange.web.access.Access;
import java.util.Locale;

/** What can be subscribed to. */
enum Channel {
    BOOK(Access.MARKET),
    TRADES(Access.MARKET),
    TICKER(Access.MARKET),
    PHASES(Access.MARKET),
    ORDERS(Access.ANY),
    EXECUTIONS(Access.ANY),
    BALANCES(Access.ANY),
    SESSIONS(Access.OPERATOR),
    ALERTS(Access.OPERATOR),
    SYSTEM(Access.OPERATOR);

    private final Access access;
    private final String word = name().toLowerCase(Locale.ROOT);

    Channel(final Access access) {
        this.access = access;
    }

    Access access() {
        return access;
    }

    String word() {
        return word;
    }

    boolean isPublic() {
        return access == Access.MARKET;
    }

    static Channel ofWord(final String word) {
        for (final Channel channel : values()) {
            if (channel.word.equals(word)) {
                return channel;
            }
        }
        return null;
    }
}
