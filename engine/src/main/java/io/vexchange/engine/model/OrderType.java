package io.vexchange.engine.model;

/** Order type (FIX 40). The name is the word of JSON and SQL. */
public enum OrderType {
    MARKET('1'),
    LIMIT('2'),
    STOP('3'),
    STOP_LIMIT('4'),
    MARKET_TO_LIMIT('K'),
    PEGGED('P');

    private static final OrderType[] BY_FIX = new OrderType[128];

    static {
        for (final OrderType each : values()) {
            BY_FIX[each.fix] = each;
        }
    }

    private final byte fix;

    OrderType(final char fix) {
        this.fix = (byte) fix;
    }

    /** @return the character FIX and the protocol use */
    public byte fix() {
        return fix;
    }

    /**
     * @param fix a character of the protocol
     * @return its meaning, or null when it has none
     */
    public static OrderType of(final int fix) {
        return fix > 0 && fix < BY_FIX.length ? BY_FIX[fix] : null;
    }
}
