package io.vexchange.engine.model;

/** What happens when an aggressor meets an order of its own firm (FIX 7928). The name is the word of JSON and SQL. */
public enum SelfTradePrevention {
    CANCEL_NEWEST('N'),
    CANCEL_OLDEST('O'),
    CANCEL_BOTH('B'),
    DECREMENT('D'),
    NONE('-');

    private static final SelfTradePrevention[] BY_FIX = new SelfTradePrevention[128];

    static {
        for (final SelfTradePrevention each : values()) {
            BY_FIX[each.fix] = each;
        }
    }

    private final byte fix;

    SelfTradePrevention(final char fix) {
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
    public static SelfTradePrevention of(final int fix) {
        return fix > 0 && fix < BY_FIX.length ? BY_FIX[fix] : null;
    }
}
