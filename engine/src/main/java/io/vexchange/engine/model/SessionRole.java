package io.vexchange.engine.model;

/** What a FIX session is for. The name is the word of JSON and SQL; the number is the protocol's and never changes. */
public enum SessionRole {
    ORDER_ENTRY(1),
    DROP_COPY(2),
    MARKET_DATA(3);

    private static final SessionRole[] BY_NUMBER = new SessionRole[4];

    static {
        for (final SessionRole each : values()) {
            BY_NUMBER[each.number] = each;
        }
    }

    private final int number;

    SessionRole(final int number) {
        this.number = number;
    }

    /** @return the number in the protocol */
    public int number() {
        return number;
    }

    /**
     * @param number a number of the protocol
     * @return its meaning, or null when it has none
     */
    public static SessionRole of(final int number) {
        return number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : null;
    }
}
