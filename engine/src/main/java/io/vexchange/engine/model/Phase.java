package io.vexchange.engine.model;

/** Trading phase of an instrument. The name is the word of JSON and SQL; the number is the protocol's and never changes. */
public enum Phase {
    CLOSED(1),
    PRE_OPEN(2),
    OPENING_AUCTION(3),
    CONTINUOUS(4),
    VOLATILITY_AUCTION(5),
    HALTED(6),
    CANCEL_ONLY(7),
    CLOSING_AUCTION(8);

    private static final Phase[] BY_NUMBER = new Phase[9];

    static {
        for (final Phase each : values()) {
            BY_NUMBER[each.number] = each;
        }
    }

    private final int number;

    Phase(final int number) {
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
    public static Phase of(final int number) {
        return number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : null;
    }
}
