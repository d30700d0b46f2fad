package io.vexchange.engine.model;

/** What a kill switch covers. The name is the word of JSON and SQL; the number is the protocol's and never changes. */
public enum KillScope {
    SESSION(1),
    ACCOUNT(2),
    FIRM(3),
    INSTRUMENT(4),
    MARKET(5);

    private static final KillScope[] BY_NUMBER = new KillScope[6];

    static {
        for (final KillScope each : values()) {
            BY_NUMBER[each.number] = each;
        }
    }

    private final int number;

    KillScope(final int number) {
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
    public static KillScope of(final int number) {
        return number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : null;
    }
}
